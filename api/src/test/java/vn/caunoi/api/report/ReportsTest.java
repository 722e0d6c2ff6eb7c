package vn.caunoi.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.report.ReportDefinition;
import vn.caunoi.core.report.ReportDefinitions;
import vn.caunoi.core.report.ReportPeriod;

/** Cases of a ward of its own, walked through the engine; its reports are checked number by number. */
class ReportsTest extends RunningApi {

    private static final String AT = "/api/oversight/reports";
    private static final ReportDefinition TT = ReportDefinitions.shipped().all().getFirst();

    @Autowired
    private Commands commands;

    private String ward;
    private String head;
    private Work work;
    private ReportPeriod ended;
    private ReportPeriod running;

    @BeforeEach
    void a_ward() {
        String id = UUID.randomUUID().toString().substring(0, 8);
        ward = "W" + id;
        head = "head" + id;
        commands.send(new EstablishUnit(new UnitId(ward), new UnitId("P"), "Ward " + id), "system:test");
        String clerk = appoint("clerk" + id, Role.CLERK);
        String officer = appoint("officer" + id, Role.OFFICER);
        appoint(head, Role.HEAD);
        work = new Work(nobody(), clerk, officer, head);
        settle();
        JsonNode asked = as(head).get(AT + "?whole=false").expect(200).json();
        ended = period(asked.path("year").asInt(), asked.path("term").asString());
        running = List.of(ended.year(), ended.year() + 1).stream()
                .flatMap(year -> TT.periods(year).stream())
                .filter(one -> one.term().name().startsWith("Q")
                        && one.from().equals(ended.last().plusDays(1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_number_is_what_happened_to_the_cases_and_what_its_list_holds() {
        String settled = received(Samples.complaint(), 10);
        for (int i = 0; i < 20 && !status(settled).equals("CLOSED"); i++) work.step(settled);
        String waiting = received(Samples.complaint(), 5);
        work.until(waiting, "decide-acceptance");
        String denounced = received(denunciation(), 3);
        String stored = work.handIn(Samples.least()).path("id").asString();
        work.complete(work.task(stored), "store").expect(200);
        long accepted = within(ended, fact(settled, "petition.accepted", "acceptedOn"));
        long decided = within(ended, fact(settled, "petition.resolution-issued", "issuedOn"));

        JsonNode then = report(head, ended);
        assertThat(numbers(then, "01/XLD", "received", "carried", "to-process", "kn", "tc", "knpa", "pending"))
                .containsExactly(3L, 0L, 3L, 2L, 1L, 0L, 3L - closedBy(settled, ended));
        assertThat(numbers(then, "02/XLD", "received", "first", "second", "field-land", "field-other"))
                .containsExactly(2L, 2L, 0L, 2L, 0L);
        assertThat(numbers(then, "01/KQGQ", "accepted", "to-settle", "decided", "settled"))
                .containsExactly(accepted, accepted, decided, decided);
        JsonNode now = report(head, running);
        assertThat(numbers(now, "01/XLD", "carried", "received", "to-process", "stored"))
                .containsExactly(3L - closedBy(settled, ended), 1L, 4L - closedBy(settled, ended), 1L);
        assertThat(numbers(now, "01/KQGQ", "accepted", "decided")).containsExactly(1 - accepted, 1 - decided);
        assertThat(numbers(now, "03/XLD", "carried", "received", "pending")).containsExactly(1L, 0L, 1L);
        assertThat(numbers(now, "SATISFACTION", "closed", "rated")).containsExactly(2L, 0L);
        assertThat(cases(head, ended, "01/XLD", "received", false))
                .containsExactlyInAnyOrder(settled, waiting, denounced);
        assertThat(cases(head, running, "01/XLD", "stored", false)).containsExactly(stored);
        listsAddUp(then, ended);
        listsAddUp(now, running);
    }

    @Test
    void a_submitted_report_stays_as_it_was_and_tells_what_changed_since() {
        String first = received(Samples.complaint(), 10);
        String wrong = received(Samples.complaint(), 5);
        submit(head, ended, "'typed': {'01/KQGQ': {'land': 120}}", 200);
        submit(head, ended, "'reason': 'Thêm'", 409);
        JsonNode sent = report(head, ended);
        assertThat(sent.path("submissions").get(0).path("sha256").asString()).hasSize(64);
        assertThat(sent.path("proven").asBoolean()).isTrue();
        assertThat(numbers(sent, "01/KQGQ", "land")).containsExactly(120L);
        assertThat(changes(0)).isEmpty();

        String late = received(Samples.complaint(), 2);
        as(head).post("/api/petitions/" + wrong + "/correct", "{'kind': 'FEEDBACK', 'reason': 'Xác định lại loại đơn'}")
                .expect(200);
        JsonNode kept = report(head, ended);
        assertThat(numbers(kept, "01/XLD", "received", "kn", "knpa")).containsExactly(2L, 2L, 0L);
        assertThat(number(kept, "01/XLD", "received").path("now").asLong()).isEqualTo(3);
        assertThat(cases(head, ended, "01/XLD", "kn", false)).containsExactlyInAnyOrder(first, wrong);
        assertThat(cases(head, ended, "01/XLD", "kn", true)).containsExactlyInAnyOrder(first, late);
        JsonNode kn = change("01/XLD", "kn");
        assertThat(kn.path("added").get(0).path("subject").asString()).isEqualTo(late);
        assertThat(kn.path("gone").get(0).path("item").path("subject").asString())
                .isEqualTo(wrong);
        assertThat(kn.path("gone").get(0).path("nowIn").get(0).asString()).isEqualTo("knpa");

        as(head).post(AT + "/recall", which(ended, "'reason': ' '")).expect(422);
        as(head).post(AT + "/recall", which(ended, "'reason': 'Thiếu một đơn'")).expect(200);
        as(head).post(AT + "/recall", which(ended, "'reason': 'Thiếu một đơn'")).expect(409);
        submit(head, ended, "'typed': {}", 422);
        submit(head, ended, "'reason': 'Bổ sung đơn nhận muộn'", 200);
        JsonNode again = report(head, ended);
        assertThat(numbers(again, "01/XLD", "received", "kn", "knpa")).containsExactly(3L, 2L, 1L);
        assertThat(again.path("submissions")).hasSize(2);
        assertThat(changes(0)).isEmpty();
        assertThat(changes(1)).isNotEmpty();
        JsonNode above = as("inspector1")
                .get(AT + "/submissions?unit=P&year=" + ended.year() + "&term=" + ended.term())
                .expect(200)
                .json();
        assertThat(above.path("items")
                        .valueStream()
                        .filter(one -> one.path("unit").asString().equals(ward))
                        .map(one -> one.path("own").path("time").asInt()))
                .containsExactly(2);
    }

    @Test
    void the_accused_learns_nothing_from_a_report_live_or_submitted_and_a_copy_withholds_small_figures() {
        String accused = appoint("other" + head, Role.HEAD);
        settle();
        received(Samples.complaint(), 4);
        String about = received(denunciation().replace("'POST'", "'POST', 'accused': ['" + accused + "']"), 3);
        assertThat(as("inspector1")
                        .get("/api/petitions/" + about)
                        .expect(200)
                        .json()
                        .path("unit")
                        .asString())
                .isEqualTo("P");
        assertThat(numbers(report("inspector1", ended), "01/XLD", "received", "tc"))
                .containsExactly(2L, 1L);
        for (String blind : List.of(accused, head)) nothingOf(about, blind);
        submit(accused, ended, "'typed': {}", 200);
        for (String blind : List.of(accused, head)) nothingOf(about, blind);
        assertThat(numbers(report("inspector1", ended), "01/XLD", "received", "tc"))
                .containsExactly(2L, 1L);
        JsonNode copy = as("inspector1")
                .get(AT + address(ended) + "&copy=true")
                .expect(200)
                .json();
        assertThat(number(copy, "01/XLD", "tc").path("withheld").asBoolean()).isTrue();
        assertThat(number(copy, "01/XLD", "tc").path("value").isNull()).isTrue();
        assertThat(number(copy, "01/XLD", "received").path("rounded").asBoolean())
                .isTrue();
        assertThat(number(copy, "01/XLD", "kn").path("value").asLong()).isEqualTo(1);
    }

    private void nothingOf(String about, String reader) {
        assertThat(numbers(report(reader, ended), "01/XLD", "received", "tc")).containsExactly(1L, 0L);
        assertThat(cases(reader, ended, "01/XLD", "received", false)).doesNotContain(about);
        assertThat(as(reader).get(AT + "/differences" + address(ended)).text()).doesNotContain(about);
    }

    @Test
    void who_may_look_and_what_is_asked_wrongly() {
        as("officer1").get(AT).expect(403);
        as("admin1").get(AT).expect(403);
        as("admin1").get(AT + "/definitions").expect(200);
        as("head2").get(AT + address(ended)).expect(404);
        as("inspector1").get(AT + address(ended)).expect(200);
        as("inspector1").post(AT + "/submit", which(ended, "'typed': {}")).expect(403);
        as("head2").post(AT + "/submit", which(ended, "'typed': {}")).expect(404);
        submit(head, running, "'typed': {}", 422);
        submit(head, ended, "'typed': {'01/XLD': {'received': 5}}", 422);
        submit(head, ended, "'typed': {'01/KQGQ': {'land': -1}}", 422);
        submit(head, ended, "'typed': {'01/KQGQ': null}", 422);
        as(head).get(AT + "/cases" + address(ended) + "&table=01/KQGQ&column=land")
                .expect(404);
        as(head).get(AT + "?year=2026").expect(422);
        as(head).get(AT + "?year=9&term=Q1").expect(422);
        as(head).get(AT + "?year=2026&term=Q9").expect(422);
        as(head).get(AT + "/cases" + address(ended) + "&table=01/XLD&column=none")
                .expect(404);
        as(head).get(AT + "/differences" + address(ended)).expect(404);
    }

    /** Of every number above 0 the list is read to its end, in pages of two. */
    private void listsAddUp(JsonNode report, ReportPeriod period) {
        for (JsonNode table : report.path("tables")) {
            for (JsonNode one : table.path("numbers")) {
                if (one.path("share").asBoolean() || one.path("value").asLong() == 0) continue;
                List<String> listed = cases(
                        head,
                        period,
                        table.path("id").asString(),
                        one.path("id").asString(),
                        false);
                assertThat(listed)
                        .as(table.path("id") + " " + one.path("id"))
                        .hasSize(one.path("value").asInt())
                        .doesNotHaveDuplicates();
            }
        }
    }

    private List<String> cases(String reader, ReportPeriod period, String table, String column, boolean now) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = as(reader)
                    .get(AT + "/cases" + address(period) + "&limit=2&now=" + now + "&table=" + table + "&column="
                            + column + cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(item -> all.add(item.path("subject").asString()));
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private JsonNode change(String table, String column) {
        return changes(0).stream()
                .filter(one -> one.path("table").asString().equals(table)
                        && one.path("column").asString().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> changes(int time) {
        return as(head).get(AT + "/differences" + address(ended) + "&time=" + time)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private JsonNode report(String reader, ReportPeriod period) {
        return as(reader).get(AT + address(period)).expect(200).json();
    }

    private static List<Long> numbers(JsonNode report, String table, String... columns) {
        return List.of(columns).stream()
                .map(column -> number(report, table, column).path("value").asLong())
                .toList();
    }

    private static JsonNode number(JsonNode report, String table, String column) {
        return report.path("tables")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(table))
                .flatMap(one -> one.path("numbers").valueStream())
                .filter(one -> one.path("id").asString().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private void submit(String by, ReportPeriod period, String more, int answer) {
        as(by).post(AT + "/submit", which(period, more)).expect(answer);
    }

    private String which(ReportPeriod period, String more) {
        return "{'unit': '" + ward + "', 'whole': false, 'year': " + period.year() + ", 'term': '" + period.term()
                + "', " + more + "}";
    }

    private String address(ReportPeriod period) {
        return "?unit=" + ward + "&whole=false&year=" + period.year() + "&term=" + period.term();
    }

    private static ReportPeriod period(int year, String term) {
        return TT.periods(year).stream()
                .filter(one -> one.term().name().equals(term))
                .findFirst()
                .orElseThrow();
    }

    private static long within(ReportPeriod period, @Nullable LocalDate day) {
        return day != null && !day.isAfter(period.last()) ? 1 : 0;
    }

    private long closedBy(String petition, ReportPeriod period) {
        String at = as(head).get("/api/petitions/" + petition)
                .json()
                .path("closedAt")
                .asString("");
        return within(period, at.isEmpty() ? null : LocalDate.parse(at.substring(0, 10)));
    }

    private LocalDate fact(String petition, String type, String member) {
        return as(head).get("/api/petitions/" + petition + "/history?limit=200")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("type").asString().equals(type))
                .map(one -> LocalDate.parse(one.path("data").path(member).asString()))
                .findFirst()
                .orElseThrow();
    }

    private String status(String petition) {
        return as(head).get("/api/petitions/" + petition)
                .expect(200)
                .json()
                .path("status")
                .asString();
    }

    /** Handed in so many days before the last period ended. */
    private String received(String petition, int before) {
        String at = ended.last().minusDays(before) + "T08:00:00+07:00";
        String channel = petition.contains("'DESK'") ? "'DESK'" : "'POST'";
        return work.handIn(petition.replace(channel, channel + ", 'receivedAt': '" + at + "'"))
                .path("id")
                .asString();
    }

    private static String denunciation() {
        return """
                {'kind': 'DENUNCIATION', 'channel': 'POST', 'subject': 'Tố cáo cán bộ',
                 'content': 'Cán bộ nhận tiền của dân.', 'points': [{'demand': 'Xử lý cán bộ'}],
                 'petitioners': [{'fullName': 'Ngô Thị Kín', 'address': 'Ngõ 9', 'phone': '0977123000'}]}""";
    }

    private String appoint(String name, Role role) {
        commands.send(
                new AppointOfficer(new OfficerId(name), new UnitId(ward), "Name of " + name, Set.of(role)),
                "system:test");
        accounts().create(List.of(name));
        return name;
    }
}
