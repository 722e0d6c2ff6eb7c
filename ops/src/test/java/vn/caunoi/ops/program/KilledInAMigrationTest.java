package vn.caunoi.ops.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import vn.caunoi.ops.postgres.EmbeddedPostgres;

/** A thousand cases move to a version with other steps while the program is killed; ten of them cannot. */
class KilledInAMigrationTest {
    private static final int CASES = 1_000;
    private static final int BLOCKED = 10;
    private static final int THREADS = 6;
    private static final int ENOUGH = 200;
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String CALLS = "/api/processes/petition-intake/migration-batches";

    @TempDir
    Path folder;

    @Test
    void the_rest_moves_afterwards_the_ten_are_named_and_nothing_is_half_done() throws Exception {
        Path data = folder.resolve("data");
        List<String> stay;
        String batch;
        try (RunningProgram program = RunningProgram.start(data, "--no-samples")) {
            List<String> cases = handInAll(program);
            stay = List.copyOf(cases.subList(0, BLOCKED));
            stay.forEach(petition -> asksForMore(program, petition));
            String plan = CALLS + "/" + planned(program);
            batch = plan;
            ok(program.post("designer1", plan + "/start", Map.of("note", "Steps renamed", "portion", 20)));
            await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> moved(program, plan) >= ENOUGH);
            program.kill();
        }
        List<String> open;
        try (RunningProgram again = RunningProgram.start(data, "--no-samples")) {
            JsonNode found = told(again, batch);
            assertThat(found.get("interrupted").asBoolean()).isTrue();
            assertThat(found.get("left").asInt()).isPositive();
            ok(again.post("designer1", batch + "/continue", Map.of()));
            await().atMost(SOON)
                    .until(() -> told(again, batch).get("state").asString().equals("DONE"));
            JsonNode done = told(again, batch);
            assertThat(done.get("moved").asInt()).isEqualTo(CASES - BLOCKED);
            assertThat(done.get("stay").asInt()).isEqualTo(BLOCKED);
            assertThat(done.get("left").asInt()
                            + done.get("failed").asInt()
                            + done.get("gone").asInt())
                    .isZero();
            assertThat(named(data)).containsExactlyInAnyOrderElementsOf(stay);
            assertThat(CommandLine.run("rebuild", "inbox", "--only-if-same", "--data", data.toString()))
                    .matches(run -> run.status() == 0)
                    .extracting(CommandLine::said)
                    .asString()
                    .contains("the new inbox and the one in use are the same");
            open = places(data);
        }
        try (EmbeddedPostgres database = EmbeddedPostgres.start(data)) {
            OpenTasks tasks = OpenTasks.in(database);
            assertThat(tasks.inStreams()).hasSize(CASES);
            assertThat(tasks.inEngine()).isEqualTo(tasks.inStreams());
            everyCaseMovedOnce(database);
            new JdbcTemplate(source(database)).execute("drop schema engine cascade");
        }
        try (RunningProgram without = RunningProgram.start(data, "--no-samples")) {
            assertThat(places(data)).isEmpty();
            rebuilt(data);
            assertThat(places(data)).isEqualTo(open);
            assertThat(told(without, batch).get("moved").asInt()).isEqualTo(CASES - BLOCKED);
        }
    }

    private static List<String> handInAll(RunningProgram program) throws Exception {
        ConcurrentLinkedQueue<String> cases = new ConcurrentLinkedQueue<>();
        try (ExecutorService clerks = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int n = 0; n < CASES; n++) {
                String subject = "Khiếu nại " + n;
                all.add(clerks.submit(() -> cases.add(program.handIn(subject))));
            }
            for (Future<?> one : all) one.get();
        }
        return List.copyOf(cases);
    }

    /** Then it waits at a step that the other version does not have. */
    private static void asksForMore(RunningProgram program, String petition) {
        JsonNode file = program.get("officer1", "/api/petitions/" + petition).body();
        String task = file.get("tasks").get(0).get("id").asString();
        ok(program.post(
                "officer1",
                "/api/tasks/" + task + "/complete",
                Map.of("outcome", "needs-supplement", "data", Map.of("reason", "Thiếu giấy tờ"))));
    }

    private static String planned(RunningProgram program) {
        String xml = program.text("designer1", "/api/processes/petition-intake/1");
        String other = xml.replaceAll("(?<=[\">])classify(?=[\"<])", "sort-out")
                .replaceAll("(?<!formKey=\")(?<=[\">])await-supplement(?=[\"<])", "wait-for-more");
        int version = program.postXml("designer1", "/api/processes", other)
                .body()
                .get("version")
                .asInt();
        RunningProgram.Answer plan = program.post(
                "designer1", CALLS, Map.of("from", 1, "to", version, "mapping", Map.of("classify", "sort-out")));
        assertThat(plan.body().get("left").asInt()).as(plan.toString()).isEqualTo(CASES - BLOCKED);
        assertThat(plan.body().get("stay").asInt()).isEqualTo(BLOCKED);
        return plan.body().get("id").asString();
    }

    private static int moved(RunningProgram program, String batch) {
        return told(program, batch).get("moved").asInt();
    }

    private static JsonNode told(RunningProgram program, String batch) {
        return ok(program.get("designer1", batch));
    }

    private static JsonNode ok(RunningProgram.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }

    private static void rebuilt(Path data) {
        assertThat(CommandLine.run("rebuild", "engine", "--data", data.toString()))
                .satisfies(run -> assertThat(run.said()).contains("0 differ from what was recorded"))
                .matches(run -> run.status() == 0);
    }

    /** Cases that do not move, as the batch names them. */
    private static List<String> named(Path data) {
        return live(data)
                .queryForList("select petition from vault.migration_case where state = 'BLOCKED'", String.class);
    }

    /** Where each case runs, and what is open there. */
    private static List<String> places(Path data) {
        return live(data).queryForList("""
                        select petition || ' on ' || process || '/' || version from engine.running
                        union all select 'task ' || petition || ' ' || task from engine.task
                        union all select 'parked ' || petition from engine.place where parked is not null
                        order by 1""", String.class);
    }

    private static JdbcTemplate live(Path data) {
        return new JdbcTemplate(LiveDatabase.of(data).source());
    }

    private static DriverManagerDataSource source(EmbeddedPostgres database) {
        return new DriverManagerDataSource(database.url(), database.user(), database.password());
    }

    private static void everyCaseMovedOnce(EmbeddedPostgres database) {
        JdbcTemplate jdbc = new JdbcTemplate(source(database));
        for (String event : List.of("process.migrated", "task.carried-over")) {
            assertThat(jdbc.queryForMap(
                            "select count(*) as events, count(distinct stream) as cases from ledger.readable_event"
                                    + " where name = ?",
                            event))
                    .as(event)
                    .containsEntry("events", (long) CASES - BLOCKED)
                    .containsEntry("cases", (long) CASES - BLOCKED);
        }
        assertThat(jdbc.queryForList("select name from ledger.readable_event where name = 'incident.opened'"))
                .isEmpty();
        assertThat(jdbc.queryForList(
                        "select version || ' ' || count(*) from engine.running where process = 'petition-intake'"
                                + " group by version order by version",
                        String.class))
                .containsExactly("1 " + BLOCKED, "2 " + (CASES - BLOCKED));
    }
}
