package vn.caunoi.api.timekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.OwnTime;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.petition.DeadlineCommand;

/** The calendar and the limits of the law are changed while cases run; it is Wednesday, 18 November 2026. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TimekeepingCallsTest extends OwnTime {

    private static final String CULTURE = """
            {'days': [{'date': '2026-11-24', 'what': 'HOLIDAY', 'name': 'Ngày Văn hóa Việt Nam',
                       'source': 'NQ 28/2026/QH16', 'confidence': 'S-'}], 'reason': 'NQ 28/2026/QH16'}""";

    @Autowired
    private Recounts recounts;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private CommandBus bus;

    private String denunciation() {
        String handIn =
                Samples.complaint().replace("COMPLAINT", "DENUNCIATION").replaceAll("(?s)'about': \\{.*?\\},", "");
        return id(handIn);
    }

    private String id(String handIn) {
        return new Work(nobody()).handIn(handIn).path("id").asString();
    }

    private JsonNode file(String petition) {
        return as("head1").get("/api/petitions/" + petition).expect(200).json();
    }

    private JsonNode deadline(String petition, String stage) {
        return StreamSupport.stream(file(petition).path("deadlines").spliterator(), false)
                .filter(one -> one.path("stage").asString().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private String due(String petition, String stage) {
        return deadline(petition, stage).path("due").asString();
    }

    private int propose(String json) {
        return as("designer1")
                .post("/api/time/changes", json)
                .expect(201)
                .json()
                .path("number")
                .asInt();
    }

    private JsonNode look(int number) {
        return as("designer1").get("/api/time/changes/" + number).expect(200).json();
    }

    private void confirm(int number) {
        int after = look(number).path("inForce").asInt();
        as("admin1")
                .post("/api/time/changes/" + number + "/confirm", "{'after': " + after + "}")
                .expect(200);
    }

    /** A node learns of a change a moment after it was confirmed. */
    private void recount(int number) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            settle();
            recounts.round();
            return look(number).path("change").path("state").asString().equals("DONE");
        });
        settle();
    }

    @Test
    @Order(1)
    void a_holiday_that_becomes_known_late_moves_what_runs_and_nothing_else() {
        String complaint = id(Samples.complaint());
        String met = id(Samples.complaint());
        new Work(nobody()).step(met);
        String denounced = denunciation();
        String before = due(complaint, "process");
        String initial = due(denounced, "process");
        int number = propose(CULTURE);
        JsonNode seen = look(number);
        assertThat(seen.path("change").path("state").asString()).isEqualTo("PROPOSED");
        JsonNode sum = seen.path("effects").path("sum");
        assertThat(sum.path("secret").asInt()).isPositive();
        assertThat(seen.path("effects")
                        .path("units")
                        .valueStream()
                        .mapToInt(one -> one.path("moved").asInt())
                        .sum())
                .as("no unit tells of a denunciation")
                .isEqualTo(sum.path("moved").asInt() - sum.path("secret").asInt());
        assertThat(seen.path("effects").path("items").toString())
                .doesNotContain(denounced, file(denounced).path("code").asString());
        confirm(number);
        recount(number);
        assertThat(due(denounced, "process")).isGreaterThan(initial);
        assertThat(due(complaint, "process")).isEqualTo(before);
        assertThat(deadline(met, "process").path("state").asString()).isEqualTo("MET");
        assertThat(look(number).path("change").path("state").asString()).isEqualTo("DONE");
        assertThat(look(number).path("change").path("moved").asInt()).isPositive();
        JsonNode calendar =
                as("officer1").get("/api/time/calendar?year=2026").expect(200).json();
        assertThat(calendar.path("version").asString()).isEqualTo("before+" + number);
        assertThat(calendar.path("items").toString()).contains("2026-11-24");
        String fresh = denunciation();
        assertThat(due(fresh, "process")).isEqualTo(due(denounced, "process"));
    }

    @Test
    @Order(2)
    void a_limit_for_new_cases_leaves_those_that_run_and_one_for_all_moves_them_too() {
        String running = id(Samples.complaint());
        new Work(nobody()).step(running);
        JsonNode old = deadline(running, "accept_1");
        assertThat(old.path("rule").asString()).isEqualTo("D04");
        int fresh = propose(rule(12, "2026-11-18", false));
        assertThat(look(fresh).path("effects").path("sum").path("moved").asInt())
                .isZero();
        confirm(fresh);
        settle();
        recounts.round();
        settle();
        assertThat(deadline(running, "accept_1")).isEqualTo(old);
        String later = id(Samples.complaint());
        new Work(nobody()).step(later);
        assertThat(deadline(later, "accept_1").path("rule").asString()).isEqualTo("D04.2");
        assertThat(deadline(later, "accept_1").path("limit").path("amount").asInt())
                .isEqualTo(12);
        as("designer1").post("/api/time/changes", rule(15, "2026-11-18", true)).expect(422);
        int all = propose(rule(15, "2026-11-19", true));
        assertThat(look(all).path("effects").path("sum").path("moved").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(look(all).path("warnings").toString()).contains("later-rule");
        confirm(all);
        assertThat(recounts.round()).as("not before its day").isFalse();
        assertThat(look(all).path("beginsOn").asString()).isEqualTo("2026-11-19");
        assertThat(look(all).path("progress").isNull())
                .as("nothing is counted yet")
                .isTrue();
        as("admin1").post("/api/demo/clock", "{'advance': 'P1D'}").expect(200);
        recount(all);
        assertThat(look(all).path("beginsOn").isNull()).isTrue();
        for (String petition : new String[] {running, later}) {
            JsonNode moved = deadline(petition, "accept_1");
            assertThat(moved.path("rule").asString()).isEqualTo("D04.3");
            assertThat(moved.path("limit").path("amount").asInt()).isEqualTo(15);
        }
        assertThat(look(all).path("change").path("state").asString()).isEqualTo("DONE");
        JsonNode rows =
                as("designer1").get("/api/rules/deadlines").expect(200).json().path("items");
        assertThat(rows.toString()).contains("D04.2", "D04.3");
    }

    private static String rule(int amount, String from, boolean running) {
        return """
                {'rule': {'row': 'D04', 'amount': %d, 'unit': 'WORKING_DAYS', 'validFrom': '%s', 'source': 'Luật mới',
                          'confidence': 'S'}, 'running': %s, 'reason': 'Luật mới'}""".formatted(amount, from, running);
    }

    @Test
    @Order(3)
    void counting_that_was_stopped_goes_on_with_what_is_left() {
        String one = denunciation();
        String other = denunciation();
        String before = due(one, "process");
        int number = propose(CULTURE.replace("2026-11-24", "2026-11-25").replace("NQ 28/2026/QH16", "NQ 29/2026/QH16"));
        confirm(number);
        int all = look(number).path("effects").path("sum").path("moved").asInt();
        assertThat(all).isGreaterThanOrEqualTo(2);
        jdbc.update(
                "insert into ledger.recount (change, node, until) values (?, gen_random_uuid(), clock_timestamp() + interval '1 hour')",
                number);
        assertThat(recounts.round()).as("another node is at it").isFalse();
        assertThat(due(one, "process")).isEqualTo(before);
        jdbc.update("update ledger.recount set until = clock_timestamp() where change = ?", number);
        new Work(nobody()).step(other);
        recount(number);
        assertThat(due(one, "process")).isGreaterThan(before);
        assertThat(look(number).path("change").path("moved").asInt()).isBetween(1, all);
    }

    @Test
    @Order(4)
    void a_program_that_dies_in_a_transaction_or_between_two_loses_and_doubles_nothing() {
        List<String> all = Stream.generate(this::denunciation).limit(5).toList();
        int number = propose(CULTURE.replace("2026-11-24", "2026-11-26").replace("NQ 28/2026/QH16", "NQ 30/2026/QH16"));
        confirm(number);
        int concerned = look(number).path("effects").path("sum").path("moved").asInt();
        dyingAt(2, Dies.IN_THE_TRANSACTION);
        dyingAt(3, Dies.BEFORE_IT);
        recount(number);
        for (String petition : all) {
            List<JsonNode> moves = as("head1")
                    .get("/api/petitions/" + petition + "/history")
                    .expect(200)
                    .json()
                    .path("items")
                    .valueStream()
                    .filter(one -> one.path("type").asString().equals("petition.deadline-recalculated"))
                    .filter(one -> one.toString().contains("NQ 30/2026/QH16"))
                    .toList();
            assertThat(moves).hasSize(1);
        }
        assertThat(look(number).path("change").path("moved").asInt()).isEqualTo(concerned);
        assertThat(look(number).path("change").path("failed").asInt()).isZero();
    }

    private enum Dies {
        BEFORE_IT,
        IN_THE_TRANSACTION
    }

    /** Whoever counts is gone at the n-th deadline of its round: an error that nobody catches, as of a machine that stops. */
    private void dyingAt(int nth, Dies when) {
        AtomicInteger seen = new AtomicInteger();
        try (Registration until = bus.registerHandlerInterceptor((work, chain) -> {
            boolean counting = work.getMessage().getPayload() instanceof DeadlineCommand.Recount;
            boolean now = counting && seen.incrementAndGet() == nth;
            if (now && when == Dies.BEFORE_IT) throw new Stopped();
            Object answer = chain.proceed();
            if (now) throw new Stopped();
            return answer;
        })) {
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                settle();
                try {
                    recounts.round();
                    return false;
                } catch (Stopped died) {
                    return true;
                }
            });
        }
    }

    private static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    @Order(5)
    void nonsense_is_refused_field_by_field_and_what_is_hardly_meant_is_warned_of() {
        violates(rule(0, "2026-11-20", false), "amount");
        violates(rule(10, "2026-11-20", false).replace("'amount': 10", "'amount': 9.7"), "rule.amount");
        violates(rule(10, "2026-11-20", false).replace("'row': 'D04'", "'row': 'D99'"), "row");
        violates(rule(10, "2026-11-20", false).replace("WORKING_DAYS", "WEEKS"), "unit");
        violates(CULTURE.replace("'2026-11-24'", "'2226-11-24'"), "days[0].date");
        violates(CULTURE.replace("HOLIDAY", "FEAST"), "days[0].what");
        violates("{'days': [], 'reason': 'x'}", "days");
        violates(CULTURE.replace("'reason': 'NQ 28/2026/QH16'", "'reason': ' '"), "reason");
        violates(CULTURE, "days");
        as("designer1")
                .post("/api/time/changes", "{'days': [{'date': 'today'}]}")
                .expect(422);
        as("designer1")
                .post(
                        "/api/time/changes",
                        "{'rule': {'row': 'D04', 'amount': 9, 'unit': 'CALENDAR_DAYS', 'validFrom': '9999-12-31',"
                                + " 'source': 'Luật mới'}, 'reason': 'Thử'}")
                .expect(422);
        JsonNode warned = look(propose(CULTURE.replace("2026-11-24", "2026-11-15")));
        assertThat(warned.path("warnings").toString()).contains("past-day", "weekend-holiday");
        int first = propose(CULTURE.replace("2026-11-24", "2026-12-24"));
        int second = propose(CULTURE.replace("2026-11-24", "2026-12-25"));
        int after = look(second).path("inForce").asInt();
        confirm(first);
        Caller.Answer stale = as("admin1").post("/api/time/changes/" + second + "/confirm", "{'after': " + after + "}");
        assertThat(stale.expect(409).json().path("reason").asString()).isEqualTo("CHANGED_MEANWHILE");
        as("admin1").get("/api/time/changes/" + second + "?page=2147483647").expect(200);
        as("admin1").post("/api/time/changes/" + second + "/withdraw", "{}").expect(200);
        as("admin1")
                .post("/api/time/changes/" + second + "/confirm", "{'after': 0}")
                .expect(409);
        as("admin1").get("/api/time/changes/99999").expect(404);
        as("head1").post("/api/time/changes", CULTURE).expect(403);
        as("head1").get("/api/time/changes").expect(403);
        recount(first);
    }

    private void violates(String json, String field) {
        JsonNode problem =
                as("designer1").post("/api/time/changes", json).expect(422).json();
        assertThat(problem.path("violations").get(0).path("field").asString()).isEqualTo(field);
    }
}
