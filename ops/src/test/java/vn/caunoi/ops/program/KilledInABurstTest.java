package vn.caunoi.ops.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.caunoi.ops.postgres.EmbeddedPostgres;

class KilledInABurstTest {
    private static final int COMPLETIONS = 200;
    private static final int THREADS = 6;

    @TempDir
    Path folder;

    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answers = new AtomicInteger();

    @Test
    void what_was_answered_is_done_exactly_once_and_engine_streams_and_inbox_agree() throws Exception {
        Path data = folder.resolve("data");
        Map<String, String> petitionOfTask;
        try (RunningProgram program = RunningProgram.start(data, "--no-samples")) {
            for (int i = 0; i < COMPLETIONS; i++) program.handIn("Khiếu nại " + i);
            petitionOfTask = openTasks(program);
            assertThat(petitionOfTask).hasSize(COMPLETIONS);
            killInTheMiddle(program, new ConcurrentLinkedQueue<>(petitionOfTask.keySet()));
        }
        assertThat(answered).hasSizeBetween(COMPLETIONS / 4, COMPLETIONS - 1);

        Set<String> inbox;
        try (RunningProgram again = RunningProgram.start(data, "--no-samples")) {
            for (String task : answered) {
                JsonNode history = again.get("officer1", "/api/petitions/" + petitionOfTask.get(task) + "/history")
                        .body()
                        .get("items");
                assertThat(completionsOf(task, history))
                        .as("completions of " + task)
                        .isEqualTo(1);
            }
            inbox = new HashSet<>(openTasks(again).keySet());
            assertThat(inbox).hasSize(COMPLETIONS).doesNotContainAnyElementsOf(answered);
        }
        try (EmbeddedPostgres database = EmbeddedPostgres.start(data)) {
            OpenTasks open = OpenTasks.in(database);
            assertThat(open.inStreams()).isEqualTo(inbox);
            assertThat(open.inEngine()).isEqualTo(inbox);
        }
    }

    private void killInTheMiddle(RunningProgram program, Queue<String> tasks) throws InterruptedException {
        ExecutorService officers = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < THREADS; i++) officers.submit(() -> completeAll(program, tasks));
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> answers.get() >= COMPLETIONS / 2);
        program.kill();
        officers.shutdown();
        assertThat(officers.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES))
                .isTrue();
    }

    private void completeAll(RunningProgram program, Queue<String> tasks) {
        for (String task = tasks.poll(); task != null; task = tasks.poll()) {
            try {
                RunningProgram.Answer answer = program.post(
                        "officer1",
                        "/api/tasks/" + task + "/complete",
                        Map.of("outcome", "classified", "data", Map.of("kind", "COMPLAINT")));
                if (answer.status() != 200) continue;
                answered.add(task);
                answers.incrementAndGet();
            } catch (UncheckedIOException killed) {
                return;
            }
        }
    }

    private static Map<String, String> openTasks(RunningProgram program) {
        Map<String, String> found = new java.util.LinkedHashMap<>();
        List<String> pages = new ArrayList<>(List.of("/api/tasks?scope=unit&limit=200"));
        while (!pages.isEmpty()) {
            JsonNode page = program.get("officer1", pages.removeFirst()).body();
            page.get("items")
                    .forEach(task -> found.put(
                            task.get("id").asString(), task.get("petition").asString()));
            JsonNode next = page.get("next");
            if (next != null && !next.isNull()) pages.add("/api/tasks?scope=unit&limit=200&cursor=" + next.asString());
        }
        return found;
    }

    private static long completionsOf(String task, JsonNode history) {
        return history.valueStream()
                .filter(item -> item.get("type").asString().equals("task.completed"))
                .filter(item -> item.get("data").get("task").asString().equals(task))
                .count();
    }
}
