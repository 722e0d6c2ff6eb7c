package vn.caunoi.ops.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** While the program runs, no overdue case is unnoticed, whatever becomes of what the sweeper remembers. */
class OverdueCheckTest {

    @TempDir
    static Path folder;

    @Test
    void a_deadline_the_sweeper_lost_is_found_told_of_and_the_check_says_when_it_ran() {
        Path data = folder.resolve("data");
        try (RunningProgram program = RunningProgram.start(
                data,
                Map.of("caunoi.overdue-check.interval", "PT1S"),
                "--no-samples",
                "--clock",
                "2026-11-18T09:00:00+07:00")) {
            String petition = program.handIn("Khiếu nại đo đạc");
            new JdbcTemplate(LiveDatabase.of(data).source()).update("delete from engine.due");
            program.post("admin1", "/api/demo/clock", Map.of("advance", "P40D"));
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(types(program, petition))
                    .contains("petition.deadline-missed", "petition.escalated"));
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                JsonNode noticed = noticed(program);
                assertThat(noticed.path("overdue").asLong()).isOne();
                assertThat(noticed.path("unnoticed").asLong()).isZero();
                assertThat(noticed.path("checkedAt").asString()).startsWith("2026-12-28");
            });
            assertThat(program.get("admin1", "/actuator/health").status()).isEqualTo(200);
        }
    }

    private static JsonNode noticed(RunningProgram program) {
        return program.get("head1", "/api/oversight/overdue-check").body();
    }

    private static List<String> types(RunningProgram program, String petition) {
        JsonNode items = program.get("inspector1", "/api/petitions/" + petition + "/history")
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("type").asString())
                .toList();
    }
}
