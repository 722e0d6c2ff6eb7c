package vn.caunoi.api.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.directory.DirectoryCommand.RenameUnit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.petition.CaseCommand.TakeOver;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report;

/** Units merged, split and ended on a day: nothing lost, nothing doubled, old codes still work. */
class ReorganisationCallsTest extends RunningApi {

    private static final int UNITS = 22;

    /** Open cases of each unit; {@code -Dreorganisation.each=455} makes it ten thousand in all. */
    private static final int EACH = Integer.getInteger("reorganisation.each", 12);

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String county = "T" + mark;
    private final String clerk = "zc" + mark;

    @Autowired
    private Commands commands;

    @Autowired
    private CarryingOut carryingOut;

    @Autowired
    private Clock clock;

    @Autowired
    private CommandBus bus;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private String unit(int number) {
        return "Z%02d-%s".formatted(number, mark);
    }

    private void establish() {
        commands.send(new EstablishUnit(new UnitId(county), new UnitId("P"), "Huyện " + mark), "test");
        for (int n = 1; n <= UNITS; n++) {
            commands.send(new EstablishUnit(new UnitId(unit(n)), new UnitId(county), "Xã " + n + " " + mark), "test");
        }
        person(clerk, county, Role.CLERK, Role.OFFICER, Role.HEAD);
        settle();
    }

    private void person(String name, String unit, Role... roles) {
        accounts().create(List.of(name));
        commands.send(new AppointOfficer(new OfficerId(name), new UnitId(unit), name, Set.of(roles)), "test");
    }

    @Test
    void twenty_two_units_become_fourteen_and_every_open_task_is_in_the_inbox_of_who_takes_over_once()
            throws IOException {
        establish();
        person("zo" + mark, unit(15), Role.CLERK, Role.OFFICER, Role.HEAD);
        settle();
        Map<String, String> expected = new LinkedHashMap<>();
        for (int n = 1; n <= UNITS; n++) {
            for (int i = 0; i < EACH; i++)
                expected.put(handIn(unit(n), i % 2 == 0 ? "Thôn Đông" : "Thôn Tây"), to(n, i));
        }
        String closed = handIn(unit(15), "Thôn 1");
        commands.send(new Report.CloseCase(new PetitionId(closed), ClosingGround.STORED), "test");
        settle();
        String held = expected.keySet().stream().skip(14L * EACH).findFirst().orElseThrow();
        claim(held, "zo" + mark);

        String id = as("admin1")
                .postJson("/api/directory/reorganisations", plan(today()))
                .expect(201)
                .json()
                .path("id")
                .asString();
        String at = "/api/directory/reorganisations/" + id;
        JsonNode preview = as("admin1").get(at + "/preview").expect(200).json();
        assertThat(preview.path("cases").asInt()).isEqualTo(8 * EACH);
        assertThat(preview.path("tasks").asInt()).isGreaterThanOrEqualTo(8 * EACH);
        assertThat(preview.path("mentions").toString()).contains("zo" + mark);

        int first = carryingOut.round(50);
        assertThat(first).isEqualTo(50);
        settle();
        JsonNode stopped = as("admin1").get(at).expect(200).json();
        assertThat(stopped.path("plan").path("state").asString()).isEqualTo("BEGUN");
        int over = stopped.path("done").asInt();
        assertThat(over).as("what is closed may still have a task that moves").isBetween(49, 50);
        assertThat(stopped.path("left").asInt()).isEqualTo(8 * EACH - over);
        as("admin1").post(at + "/withdraw", "{'reason': 'Hoãn'}").expect(409);
        carryingOut.round(Integer.MAX_VALUE);
        settle();
        JsonNode done = as("admin1").get(at).expect(200).json();
        assertThat(done.path("plan").path("state").asString()).isEqualTo("COMPLETED");
        assertThat(done.path("plan").path("cases").asInt()).isEqualTo(8 * EACH);
        figures(done.path("plan"));

        expected.forEach((petition, unit) -> assertThat(where(petition)).isEqualTo(unit));
        assertThat(where(closed)).isEqualTo(unit(15));
        List<JsonNode> tasks = tasks().stream()
                .filter(task -> expected.containsKey(task.path("petition").asString()))
                .toList();
        assertThat(tasks).extracting(task -> task.path("id").asString()).doesNotHaveDuplicates();
        assertThat(tasks).extracting(task -> task.path("petition").asString()).containsAll(expected.keySet());
        assertThat(tasks).allSatisfy(task -> assertThat(task.path("unit").asString())
                .isEqualTo(expected.get(task.path("petition").asString())));
        assertThat(history(held)).containsOnlyOnce("petition.taken-over");
        JsonNode kept =
                as(clerk).get("/api/petitions/" + held).json().path("tasks").get(0);
        assertThat(kept.path("assignee").asString()).isEqualTo("zo" + mark);
        assertThat(carryingOut.round(Integer.MAX_VALUE)).isZero();
        oldCodesWork(held, closed);
    }

    @Test
    void a_program_that_stops_in_the_middle_loses_and_doubles_nothing_when_it_starts_again() {
        establish();
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < 9; i++) cases.add(handIn(unit(2), null));
        settle();
        String at = planned(List.of(Map.of("kind", "MERGE", "unit", unit(2), "to", unit(1))));
        AtomicInteger orders = new AtomicInteger();
        try (Registration stop = bus.registerHandlerInterceptor((work, rest) -> {
            Object answer = rest.proceed();
            // what was recorded in this transaction is gone with it
            if (work.getMessage().getPayload() instanceof TakeOver && orders.incrementAndGet() == 5)
                throw new Stopped();
            return answer;
        })) {
            assertThat(carryingOut.round(2)).isEqualTo(2);
            assertThatThrownBy(() -> carryingOut.round(Integer.MAX_VALUE)).isInstanceOf(Stopped.class);
        }
        settle();
        JsonNode stopped = as("admin1").get(at).expect(200).json();
        assertThat(stopped.path("plan").path("state").asString()).isEqualTo("BEGUN");
        assertThat(stopped.path("done").asInt()).isEqualTo(4);
        assertThat(stopped.path("left").asInt()).isEqualTo(5);

        beans.createBean(CarryingOut.class).round(Integer.MAX_VALUE);
        settle();
        JsonNode done = as("admin1").get(at).expect(200).json();
        assertThat(done.path("plan").path("state").asString()).isEqualTo("COMPLETED");
        assertThat(done.path("plan").path("cases").asInt()).isEqualTo(9);
        assertThat(cases).allSatisfy(petition -> {
            assertThat(where(petition)).isEqualTo(unit(1));
            assertThat(history(petition)).containsOnlyOnce("petition.taken-over");
        });
        assertThat(tasks().stream()
                        .map(task -> task.path("petition").asString())
                        .filter(cases::contains)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(cases);
    }

    /** Thrown as a stop of the program would be: nothing catches it. */
    private static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void saved_filters_that_ask_for_the_unit_are_told_by_whose_they_are() {
        establish();
        as(clerk)
                .postJson(
                        "/api/filters",
                        Map.of("list", "cases", "name", "Bà Nguyễn Thị " + mark, "query", "unit=" + unit(3)))
                .expect(201);
        String at = planned(List.of(Map.of("kind", "MERGE", "unit", unit(3), "to", unit(1))));
        String preview = as("admin1").get(at + "/preview").expect(200).text();
        assertThat(preview)
                .contains("\"filter\"", clerk + " (" + clerk + "): 1")
                .doesNotContain("Nguyễn Thị " + mark);
        as("admin1").post(at + "/withdraw", "{'reason': 'Hoãn'}").expect(200);
    }

    @Test
    void what_is_refused_on_the_day_is_told_in_the_language_of_the_reader() {
        establish();
        String late = "ZL" + mark;
        String at = planned(List.of(Map.of("kind", "ESTABLISH", "unit", late, "parent", county, "name", "Xã Mới")));
        commands.send(new EstablishUnit(new UnitId(late), new UnitId(county), "Xã Khác"), "test");
        settle();
        carryingOut.round(Integer.MAX_VALUE);
        assertThat(problems(at, "vi")).contains(late + ": Đơn vị đã có với tên hoặc cấp trên khác.");
        assertThat(problems(at, "en")).contains(late + ": The unit exists with another name or parent.");
        commands.send(new RenameUnit(new UnitId(late), "Xã Mới"), "test");
        carryingOut.round(Integer.MAX_VALUE);
        settle();
        assertThat(problems(at, "en")).isEqualTo("[]");
    }

    private String problems(String at, String language) {
        return as("admin1")
                .with("Accept-Language", language)
                .get(at)
                .expect(200)
                .json()
                .path("problems")
                .toString();
    }

    private String planned(List<Map<String, ?>> changes) {
        return "/api/directory/reorganisations/"
                + as("admin1")
                        .postJson(
                                "/api/directory/reorganisations",
                                Map.of("title", "Sắp xếp " + mark, "on", today().toString(), "changes", changes))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
    }

    /** How long it took, for who runs it at size. */
    private static void figures(JsonNode plan) throws IOException {
        Files.writeString(
                Path.of("target", "reorganisation.txt"),
                "%d open cases, %d handed over, begun %s, completed %s%n"
                        .formatted(
                                UNITS * EACH,
                                8 * EACH,
                                plan.path("begunAt").asString(),
                                plan.path("completedAt").asString()));
    }

    /** Fifteen to twenty go into one to six, twenty-one is split by village, twenty-two ends. */
    private String to(int unit, int i) {
        if (unit <= 14) return unit(unit);
        if (unit <= 20) return unit(unit - 14);
        if (unit == 21) return i % 2 == 0 ? unit(2) : unit(1);
        return county;
    }

    private Map<String, Object> plan(LocalDate on) {
        List<Map<String, Object>> changes = new ArrayList<>();
        for (int n = 15; n <= 20; n++)
            changes.add(Map.of("kind", "MERGE", "unit", unit(n), "to", unit(n - 14), "officers", true));
        changes.add(Map.of("kind", "HAND_OVER", "unit", unit(21), "to", unit(2), "places", List.of("Thôn Đông")));
        changes.add(Map.of("kind", "END", "unit", unit(21), "to", unit(1)));
        changes.add(Map.of("kind", "END", "unit", unit(22)));
        return Map.of("title", "Sắp xếp " + mark, "basis", "NQ 1/" + mark, "on", on.toString(), "changes", changes);
    }

    private void oldCodesWork(String held, String closed) {
        assertThat(where(handIn(unit(15), "Thôn 1"))).isEqualTo(unit(1));
        assertThat(where(handIn(unit(21), "thôn đông"))).isEqualTo(unit(2));
        assertThat(where(handIn(unit(21), null))).isEqualTo(unit(1));
        assertThat(all("/api/petitions?limit=200&unit=" + unit(15)))
                .extracting(one -> one.path("id").asString())
                .contains(held, closed);
        assertThat(as("zo" + mark)
                        .get("/api/petitions/" + closed)
                        .expect(200)
                        .json()
                        .path("unit")
                        .asString())
                .isEqualTo(unit(15));
        as("admin1")
                .postJson(
                        "/api/directory/reorganisations",
                        Map.of(
                                "title",
                                "x",
                                "on",
                                today().toString(),
                                "changes",
                                List.of(Map.of("kind", "MERGE", "unit", unit(15), "to", unit(1)))))
                .expect(422);
        as(clerk)
                .post("/api/petitions/" + closed + "/reopen", "{'ground': 'CLOSED_BY_MISTAKE', 'reason': 'Nhầm'}")
                .expect(200);
        carryingOut.round(Integer.MAX_VALUE);
        settle();
        assertThat(where(closed)).isEqualTo(unit(1));
    }

    @Test
    void a_plan_is_altered_and_withdrawn_until_its_day_by_administrators_only() {
        establish();
        Map<String, Object> later = plan(today().plusDays(30));
        as("head1").postJson("/api/directory/reorganisations", later).expect(403);
        as("head1").get("/api/directory/reorganisations").expect(403);
        as("admin1").post("/api/directory/reorganisations", "{'title': ''}").expect(422);
        as("admin1")
                .postJson("/api/directory/reorganisations/preview", plan(today().minusDays(1)))
                .expect(422);
        String id = as("admin1")
                .postJson("/api/directory/reorganisations", later)
                .expect(201)
                .json()
                .path("id")
                .asString();
        String at = "/api/directory/reorganisations/" + id;
        carryingOut.round(Integer.MAX_VALUE);
        assertThat(as("admin1").get(at).json().path("plan").path("state").asString())
                .isEqualTo("PLANNED");
        as("admin1")
                .with("Content-Type", "application/json")
                .send("PUT", at, JsonMapper.builder().build().writeValueAsBytes(plan(today().plusDays(60))))
                .expect(200);
        assertThat(as("admin1").get(at).json().path("plan").path("on").asString())
                .isEqualTo(today().plusDays(60).toString());
        as("admin1").post(at + "/withdraw", "{}").expect(422);
        as("admin1").post(at + "/withdraw", "{'reason': 'Hoãn'}").expect(200);
        as("admin1").get("/api/directory/reorganisations/unknown").expect(404);
    }

    @Test
    void an_appointment_with_days_gives_rights_on_these_days_only() {
        establish();
        String coming = "zn" + mark;
        person(coming, unit(1), Role.OFFICER);
        settle();
        as(coming).get("/api/tasks").expect(200);
        String at = "/api/directory/officers/" + coming + "/appointments";
        as("head1").post(at, "{'unit': 'A', 'from': '2020-01-01'}").expect(403);
        as("admin1").post(at, "{'unit': 'nowhere', 'roles': ['king']}").expect(422);
        as("admin1")
                .post(at, "{'unit': '" + unit(2) + "', 'roles': ['head'], 'from': '" + today().plusDays(5) + "'}")
                .expect(200);
        as(coming).get("/api/officers").expect(403);
        as("admin1")
                .post(at, "{'unit': '" + unit(2) + "', 'roles': ['head'], 'from': '" + today() + "'}")
                .expect(200);
        as(coming).get("/api/officers").expect(200);
        assertThat(as("admin1")
                        .get("/api/directory/officers?q=" + coming)
                        .expect(200)
                        .json()
                        .path("items")
                        .get(0)
                        .path("appointments")
                        .size())
                .isEqualTo(3);
    }

    private String handIn(String unit, @Nullable String place) {
        Map<String, Object> petition = new LinkedHashMap<>();
        petition.put("channel", "POST");
        petition.put("subject", "Đèn đường");
        petition.put("content", "Đèn đường hỏng.");
        petition.put("unit", unit);
        if (place != null) petition.put("place", place);
        petition.put("petitioners", List.of(Map.of("fullName", "Trần Thị Bé")));
        return as(clerk)
                .postJson("/api/petitions", petition)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private void claim(String petition, String officer) {
        JsonNode task =
                as(clerk).get("/api/petitions/" + petition).json().path("tasks").get(0);
        as(officer)
                .post("/api/tasks/" + task.path("id").asString() + "/claim", "{}")
                .expect(200);
    }

    private String where(String petition) {
        return as(clerk)
                .get("/api/petitions/" + petition)
                .expect(200)
                .json()
                .path("unit")
                .asString();
    }

    private String history(String petition) {
        return as(clerk)
                .get("/api/petitions/" + petition + "/history")
                .expect(200)
                .text();
    }

    private List<JsonNode> tasks() {
        return all("/api/tasks?scope=unit&limit=200");
    }

    private List<JsonNode> all(String address) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = as(clerk).get(address + cursor).expect(200).json();
            page.path("items").forEach(all::add);
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }
}
