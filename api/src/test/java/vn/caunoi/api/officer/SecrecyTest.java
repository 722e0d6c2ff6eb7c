package vn.caunoi.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;

/**
 * Who denounced is known to those who handle the case, each time by a look that is written down, and is found nowhere
 * else; and a petition is not there for the officers it is about.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecrecyTest extends RunningApi {

    private static final List<String> MARKS =
            List.of("Ngo Thi Zyxwvut", "Ngô Thị Zyxwvut", "zyxwvut", "0977123987", "012345098765", "Ngõ 98 Zyxwvut");
    private static final List<String> EVERYBODY = List.of(
            "clerk1", "officer1", "officer2", "officer3", "head1", "head2", "inspector1", "designer1", "admin1");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Commands commands;

    private String petition;
    private String code;
    private String pin;

    @BeforeEach
    void denounced() {
        superior();
        JsonNode receipt = handIn("[]");
        petition = receipt.path("id").asString();
        code = receipt.path("code").asString();
        pin = receipt.path("pin").asString();
        step("officer1");
    }

    @Test
    void the_denouncer_is_in_no_answer_to_anybody_and_in_no_table_and_no_log(CapturedOutput log) {
        step("officer1");
        step("head1");
        for (String account : EVERYBODY) {
            for (String path : paths())
                assertHidden(account + " " + path, as(account).get(path).text());
            assertHidden("word", as(account).get("/api/petitions?q=zyxwvut").text());
            assertThat(as(account).get("/api/petitions?q=zyxwvut").json().path("items"))
                    .isEmpty();
        }
        assertHidden(
                "public",
                nobody().get("/api/public/petitions/" + code + "?pin=" + pin)
                        .expect(200)
                        .text());
        for (String schema : List.of("views", "engine", "ledger")) dump(schema).forEach(SecrecyTest::assertHidden);
        assertHidden("log", log.getAll());
    }

    @Test
    void a_handler_sees_who_denounced_and_the_look_is_written_down() {
        JsonNode look = as("head1")
                .get("/api/petitions/" + petition + "/denouncers")
                .expect(200)
                .json();
        assertThat(look.path("denouncers").get(0).path("fullName").asString()).isEqualTo("Ngô Thị Zyxwvut");
        assertThat(as("inspector1")
                        .get("/api/petitions/" + petition + "/readings")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("by").asString() + " "
                                + one.path("what").asString()))
                .contains("head1 identity");
        assertThat(as("head1")
                        .get("/api/petitions/" + petition)
                        .json()
                        .path("content")
                        .asString())
                .contains("nhận tiền");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk1", "officer2", "inspector1"})
    void who_does_not_handle_it_does_not_learn_who_denounced_nor_what(String account) {
        as(account).get("/api/petitions/" + petition + "/denouncers").expect(403);
        assertThat(as(account)
                        .get("/api/petitions/" + petition)
                        .json()
                        .path("content")
                        .isString())
                .isFalse();
        assertThat(as(account).get("/api/petitions/" + petition + "/history").text())
                .doesNotContain("nhận tiền");
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer3", "head2", "designer1", "admin1"})
    void for_others_it_is_not_there(String account) {
        as(account).get("/api/petitions/" + petition + "/denouncers").expect(404);
    }

    @Test
    void what_is_about_an_officer_is_not_there_for_them_whatever_they_ask() {
        Counts before = counts("officer2");
        String about = handIn("['officer2']").path("id").asString();
        String task = as("head1")
                .get("/api/petitions/" + about)
                .json()
                .path("tasks")
                .get(0)
                .path("id")
                .asString();
        assertThat(counts("officer2")).isEqualTo(before);
        assertThat(counts("officer1").unit()).isGreaterThan(before.unit() - 1);
        as("officer2").get("/api/petitions/" + about).expect(404);
        as("officer2").get("/api/petitions/" + about + "/history").expect(404);
        as("officer2").get("/api/tasks/" + task + "/form").expect(404);
        as("officer2").post("/api/tasks/" + task + "/claim", "{}").expect(404);
        assertThat(as("officer2").get("/api/tasks?scope=unit&limit=200").text()).doesNotContain(about);
        assertThat(as("officer2").get("/api/petitions?limit=200").text()).doesNotContain(about);
        assertThat(as("officer1").get("/api/petitions?limit=200").text()).contains(about);
    }

    @Test
    void what_is_about_a_head_goes_to_the_unit_above_and_is_not_there_for_the_unit() {
        String about = handIn("['head1']").path("id").asString();
        for (String account : List.of("clerk1", "officer1", "officer2", "head1")) {
            as(account).get("/api/petitions/" + about).expect(404);
            assertThat(as(account).get("/api/tasks?scope=unit&limit=200").text())
                    .doesNotContain(about);
        }
        assertThat(as("headp1")
                        .get("/api/petitions/" + about)
                        .expect(200)
                        .json()
                        .path("unit")
                        .asString())
                .isEqualTo("P");
        assertThat(as("inspector1").get("/api/petitions/" + about).expect(200).text())
                .doesNotContain("head1");
    }

    @Test
    void the_accused_may_be_named_later_and_the_work_goes_along() {
        as("officer1")
                .post("/api/petitions/" + petition + "/accused", "{'officers': ['nobody']}")
                .expect(422);
        as("officer1")
                .post("/api/petitions/" + petition + "/accused", "{'officers': ['head1']}")
                .expect(200);
        as("head1").get("/api/petitions/" + petition).expect(404);
        as("officer1").get("/api/petitions/" + petition).expect(404);
        assertThat(as("headp1")
                        .get("/api/petitions/" + petition)
                        .expect(200)
                        .json()
                        .path("tasks")
                        .get(0)
                        .path("unit")
                        .asString())
                .isEqualTo("P");
    }

    @Test
    void the_slip_does_not_tell_that_it_is_a_denunciation() {
        JsonNode seen = nobody().get("/api/public/petitions/" + code + "?pin=" + pin)
                .expect(200)
                .json();
        assertThat(seen.toString()).doesNotContainIgnoringCase("denunciation").doesNotContain("Unit A");
        assertThat(seen.path("kind").isString()).isFalse();
        assertThat(seen.path("stage").asString()).isEqualTo("RECEIPT");
    }

    @Test
    void denunciations_are_not_taken_online_unless_the_switch_is_on() {
        JsonNode problem = as("clerk1")
                .post("/api/petitions", denunciation("[]").replace("'POST'", "'ONLINE'"))
                .expect(422)
                .json();
        assertThat(problem.path("violations").get(0).path("field").asString()).isEqualTo("channel");
    }

    private record Counts(long unit) {}

    /** What the task list counts for somebody. */
    private Counts counts(String account) {
        long count = 0;
        String cursor = "";
        do {
            JsonNode page = as(account)
                    .get("/api/tasks?scope=unit&limit=200" + cursor)
                    .expect(200)
                    .json();
            count += page.path("items").size();
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());
        return new Counts(count);
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(
                "/api/petitions?limit=200",
                "/api/petitions?mine=done",
                "/api/petitions?mine=waiting",
                "/api/tasks?scope=unit&limit=200",
                "/api/tasks?scope=mine",
                "/api/oversight/overdue",
                "/api/oversight/escalated",
                "/api/oversight/figures",
                "/api/public/petitions/" + code));
        for (String part : List.of("", "/history", "/readings", "?asOf=2030-01-01T00:00:00Z")) {
            paths.add("/api/petitions/" + petition + part);
        }
        return paths;
    }

    private static void assertHidden(String where, String text) {
        assertThat(MARKS.stream().filter(text::contains)).as(where).isEmpty();
    }

    /** Every row of every table, as text. */
    private Map<String, String> dump(String schema) {
        Map<String, String> dump = new LinkedHashMap<>();
        List<String> tables = jdbc.sql("select table_name from information_schema.tables where table_schema = :schema")
                .param("schema", schema)
                .query(String.class)
                .list();
        for (String table : tables) {
            dump.put(
                    table,
                    String.join(
                            "\n",
                            jdbc.sql("select t::text from " + schema + ".\"" + table + "\" t")
                                    .query(String.class)
                                    .list()));
        }
        assertThat(dump).isNotEmpty();
        return dump;
    }

    private JsonNode handIn(String accused) {
        return as("clerk1")
                .post("/api/petitions", denunciation(accused))
                .expect(201)
                .json();
    }

    private static String denunciation(String accused) {
        return """
                {'kind': 'DENUNCIATION', 'channel': 'POST', 'subject': 'Tố cáo cán bộ nhận tiền',
                 'content': 'Cán bộ nhận tiền của dân khi làm thủ tục.', 'accused': %s,
                 'points': [{'demand': 'Xử lý cán bộ'}],
                 'petitioners': [{'fullName': 'Ngô Thị Zyxwvut', 'idNumber': '012345098765',
                   'phone': '0977123987', 'address': 'Ngõ 98 Zyxwvut', 'email': 'zyxwvut@example.test'}]}""".formatted(accused);
    }

    /** Does the first open task with its ordinary outcome; what it asks is seen by who may do it. */
    private void step(String account) {
        JsonNode task = as(account)
                .get("/api/petitions/" + petition)
                .expect(200)
                .json()
                .path("tasks")
                .get(0);
        String id = task.path("id").asString();
        Caller caller = as(account);
        JsonNode way = caller.get("/api/tasks/" + id + "/form")
                .expect(200)
                .json()
                .path("outcomes")
                .get(0);
        Map<String, Object> data = new LinkedHashMap<>(Work.data(way));
        if (data.containsKey("kind")) data.put("kind", "DENUNCIATION");
        caller.postJson(
                        "/api/tasks/" + id + "/complete",
                        Map.of("outcome", way.path("id").asString(), "data", data))
                .expect(200);
    }

    private void superior() {
        commands.send(
                new AppointOfficer(new OfficerId("headp1"), new UnitId("P"), "Head of P", java.util.Set.of(Role.HEAD)),
                "system:test");
        accounts().create(List.of("headp1"));
    }
}
