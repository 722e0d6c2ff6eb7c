package vn.caunoi.ops.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One demonstration, begun on Wednesday 18 November 2026. The clock only goes forward, so the order matters. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemonstrationTest {
    @TempDir
    static Path folder;

    private static Path data;
    private static RunningProgram program;

    @BeforeAll
    static void start() {
        data = folder.resolve("data");
        program = RunningProgram.startOnNothing(data, "--no-samples", "--clock", "2026-11-18T09:00:00+07:00");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    @Order(1)
    void the_meters_of_commands_events_and_followers_are_there() throws Exception {
        program.handIn("Khiếu nại đo đạc");
        URI meters = program.address().resolve("/actuator/prometheus");
        String text = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(meters).build(), BodyHandlers.ofString())
                .body();
        assertThat(text)
                .contains("commandBus_successCounter_total", "eventStore_", "caunoi_lag{processor=\"driver\"}")
                .contains("caunoi_lag{processor=\"inbox\"}", "caunoi_tasks_open", "caunoi_incidents_open")
                .contains("caunoi_driver_moved_seconds_count{event=\"petition.received\"}");
    }

    @Test
    @Order(2)
    void a_read_model_is_rebuilt_while_the_program_serves() {
        CommandLine rebuilt = CommandLine.run("rebuild", "inbox", "--data", data.toString());
        assertThat(rebuilt.status()).as(rebuilt.said()).isZero();
        assertThat(rebuilt.said()).contains("inbox is rebuilt");
        assertThat(tasks()).hasSize(1);
    }

    @Test
    @Order(2)
    void the_engine_is_rebuilt_while_the_program_serves_and_comes_out_as_recorded() {
        CommandLine rebuilt = CommandLine.run("rebuild", "engine", "--data", data.toString());
        assertThat(rebuilt.status()).as(rebuilt.said()).isZero();
        assertThat(rebuilt.said()).contains("engine is rebuilt", "0 differ");
        assertThat(tasks()).hasSize(1);
    }

    @Test
    @Order(3)
    void the_doctor_finds_nothing_wrong() {
        CommandLine doctor = CommandLine.run("doctor", "--data", data.toString());
        assertThat(doctor.said()).contains("fsync is on").doesNotContain("WRONG");
        assertThat(doctor.status()).isZero();
    }

    @Test
    @Order(4)
    void a_second_program_on_the_same_data_is_refused_in_one_line() {
        CommandLine second = CommandLine.run("--demo", "--port", "0", "--data", data.toString());
        assertThat(second.status()).isNotZero();
        assertThat(second.said().strip().lines().filter(line -> line.contains("in use by another program")))
                .hasSize(1);
        assertThat(second.said()).doesNotContain("\tat ");
    }

    @Test
    @Order(5)
    void without_configuration_and_without_demo_it_refuses_to_serve() {
        CommandLine refused = CommandLine.run("--data", folder.resolve("other").toString());
        assertThat(refused.status()).isNotZero();
        assertThat(refused.said()).contains("--demo").doesNotContain("\tat ");
    }

    @Test
    @Order(6)
    void when_forty_days_pass_what_nobody_worked_is_overdue_and_escalated() {
        String petition = tasks().get(0).get("petition").asString();
        RunningProgram.Answer moved = program.post("admin1", "/api/demo/clock", Map.of("advance", "P40D"));
        assertThat(moved.status()).isEqualTo(200);

        JsonNode overdue = program.get("head1", "/api/oversight/overdue").body().get("items");
        assertThat(overdue).hasSize(1);
        JsonNode escalated =
                program.get("head1", "/api/oversight/escalated").body().get("items");
        assertThat(escalated.get(0).get("id").asString()).isEqualTo(petition);
        JsonNode deadline = program.get("inspector1", "/api/petitions/" + petition)
                .body()
                .get("deadlines")
                .get(0);
        // ten days after the 18th is a Saturday
        assertThat(deadline.get("due").asString()).isEqualTo("2026-11-30T23:59:59+07:00");
        assertThat(deadline.get("state").asString()).isEqualTo("MISSED");
        assertThat(missedOn(petition)).startsWith("2026-12-01T");
        JsonNode checked = program.get("head1", "/api/oversight/overdue-check").body();
        assertThat(checked.get("checkedAt").asString())
                .as("that all know of it")
                .startsWith("2026-12-28");
    }

    @Test
    @Order(7)
    void what_was_done_and_the_time_it_is_survive_a_restart() {
        program.close();
        program = RunningProgram.start(data, "--no-samples");
        assertThat(tasks()).hasSize(1);
        String petition = program.handIn("Khiếu nại sau khi khởi động lại");
        JsonNode received = program.get("inspector1", "/api/petitions/" + petition + "/history")
                .body()
                .get("items")
                .get(0);
        assertThat(received.get("at").asString()).startsWith("2026-12-28");
    }

    @Test
    @Order(8)
    void a_second_complaint_is_worked_by_the_people_of_the_unit_above_until_it_is_decided() {
        String first = program.handIn("Khiếu nại lần đầu");
        new CaseWork(program, Map.of("clerk", "clerk1", "officer", "officer1", "head", "head1")).untilClosed(first);
        RunningProgram.Answer taken = program.post(
                "clerk1", "/api/petitions/" + first + "/second-complaint", Map.of("content", "Không đồng ý."));
        assertThat(taken.status()).isEqualTo(200);
        String second = taken.body().get("petitions").get(0).get("id").asString();
        CaseWork province = new CaseWork(program, Map.of("clerk", "clerkp", "officer", "officerp", "head", "headp"));
        province.untilClosed(second);
        assertThat(province.file(second).get("unit").asString()).isEqualTo("P");
        assertThat(province.file(second).path("resolution").path("number").isString())
                .isTrue();
    }

    private static String missedOn(String petition) {
        return program.get("inspector1", "/api/petitions/" + petition + "/history")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("type").asString().equals("petition.deadline-missed"))
                .map(item -> item.get("at").asString())
                .findFirst()
                .orElse("never");
    }

    private static JsonNode tasks() {
        return program.get("officer1", "/api/tasks?scope=unit").body().get("items");
    }
}
