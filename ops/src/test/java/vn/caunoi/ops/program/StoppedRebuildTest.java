package vn.caunoi.ops.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A rebuild that somebody stops in its middle, where the keys that it needs are locked away from it. */
class StoppedRebuildTest {
    private static final int CASES = 30;
    private static final Duration SOON = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void what_is_in_use_stays_as_it_is_and_nothing_is_left() throws Exception {
        Path data = folder.resolve("data");
        List<String> before;
        try (RunningProgram program = RunningProgram.start(data, "--no-samples")) {
            for (int n = 0; n < CASES; n++) program.handIn("Khiếu nại " + n);
            before = inbox(data);
            assertThat(before).hasSize(CASES);
            afterCtrlC(data, before);
            assertThat(CommandLine.run("rebuild", "inbox", "--only-if-same", "--data", data.toString()))
                    .matches(run -> run.status() == 0)
                    .extracting(CommandLine::said)
                    .asString()
                    .contains("the new inbox and the one in use are the same", "inbox is rebuilt");
            killed(data, program);
        }
        try (RunningProgram again = RunningProgram.start(data, "--no-samples")) {
            await("what the killed one left is dropped").atMost(SOON).until(() -> !halfDone(data));
            assertThat(inbox(data)).isEqualTo(before);
            again.handIn("Khiếu nại mới");
            assertThat(inbox(data)).hasSize(CASES + 1);
        }
    }

    private static void afterCtrlC(Path data, List<String> before) throws Exception {
        try (Connection keys = LiveDatabase.of(data).connection()) {
            Process command = stuck(data, keys);
            new ProcessBuilder("kill", "-INT", String.valueOf(command.pid()))
                    .start()
                    .waitFor();
            assertThat(command.waitFor(3, TimeUnit.MINUTES)).isTrue();
            keys.rollback();
        }
        // by then it may have come to its end, which changes nothing, for the new tables are the same
        await("it ended in the node too").atMost(SOON).until(() -> !halfDone(data) && !isRunning(data));
        assertThat(inbox(data)).isEqualTo(before);
    }

    private static void killed(Path data, RunningProgram program) throws Exception {
        try (Connection keys = LiveDatabase.of(data).connection()) {
            Process command = stuck(data, keys);
            program.kill();
            assertThat(command.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(command.exitValue()).isNotZero();
            assertThat(halfDone(data)).isTrue();
        }
    }

    /** Returns while it fills the new tables. */
    private static Process stuck(Path data, Connection keys) throws Exception {
        keys.setAutoCommit(false);
        try (var lock = keys.createStatement()) {
            lock.execute("lock table vault.key in access exclusive mode");
        }
        Process command = CommandLine.begin("rebuild", "inbox", "--data", data.toString());
        var lines = command.inputReader();
        for (String line = lines.readLine(); ; line = lines.readLine()) {
            assertThat(line).as("a line of the bar").isNotNull();
            if (line.contains("filling")) break;
        }
        assertThat(halfDone(data)).isTrue();
        return command;
    }

    private static boolean halfDone(Path data) {
        return !jdbc(data)
                .queryForList("select 1 from pg_namespace where nspname = 'rebuild_inbox'")
                .isEmpty();
    }

    private static boolean isRunning(Path data) {
        return !CommandLine.run("rebuild", "status", "--data", data.toString())
                .said()
                .contains("no rebuild runs");
    }

    private static List<String> inbox(Path data) {
        return jdbc(data).queryForList("select t::text from views.task t order by 1", String.class);
    }

    private static JdbcTemplate jdbc(Path data) {
        return new JdbcTemplate(LiveDatabase.of(data).source());
    }
}
