package vn.caunoi.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.deadline.DueDate;

/** Tasks are put to sleep, woken, given a day, handed on, one or several. */
class PlanCallsTest extends RunningApi {

    @Autowired
    private Clock clock;

    private LocalDate soon;

    private Work work;
    private String petition;
    private String task;

    @BeforeEach
    void aTaskOfOfficer1() {
        soon = DueDate.dayOf(clock.instant()).plusDays(1);
        work = new Work(nobody());
        petition = work.handIn(Samples.complaint()).path("id").asString();
        task = work.task(petition).path("id").asString();
        as("officer1").post(call(task, "claim"), "{}").expect(200);
    }

    @Test
    void a_task_that_sleeps_is_listed_as_asleep_until_it_is_woken_and_its_legal_date_stays() {
        JsonNode before = entry("mine");
        as("officer1").post(call(task, "sleep"), "{'until': '" + soon + "'}").expect(200);
        assertThat(entry("mine")).isNull();
        JsonNode asleep = entry("asleep");
        assertThat(asleep.path("plan").path("asleep").asString()).startsWith(soon.toString());
        assertThat(asleep.path("due")).isEqualTo(before.path("due"));
        as("officer1").post(call(task, "wake"), "{}").expect(200);
        assertThat(entry("mine").path("plan").path("woken").asString()).isEqualTo("HAND");
        assertThat(history()).contains("task.put-to-sleep", "task.woken");
    }

    @Test
    void it_sleeps_until_what_the_petitioner_was_asked_for_has_come() {
        as("officer1").post(call(task, "sleep"), "{'awaited': 'supplement'}").expect(422);
        work.complete(work.task(petition), "needs-supplement").expect(200);
        List<JsonNode> open = tasksOf(petition);
        for (JsonNode one : open) {
            String id = one.path("id").asString();
            if (as("officer1").post(call(id, "claim"), "{}").status() != 200) continue;
            as("officer1").post(call(id, "sleep"), "{'awaited': 'supplement'}").expect(200);
            as("clerk1")
                    .post("/api/petitions/" + petition + "/supplement", "{'what': 'Bản sao quyết định'}")
                    .expect(200);
            assertThat(history()).contains("task.woken");
        }
    }

    @Test
    void what_is_no_day_or_no_answer_is_refused_by_its_name() {
        for (String body : List.of(
                "{}",
                "{'until': '2001-01-01'}",
                "{'until': '9999-12-31'}",
                "{'until': '+999999999-01-01'}",
                "{'awaited': 'nothing'}",
                "{'until': '" + soon + "', 'awaited': 'reply'}")) {
            as("officer1").post(call(task, "sleep"), body).expect(422);
        }
        as("officer1").post(call(task, "sleep"), "{'until': 'soon'}").expect(422);
        as("officer2").post(call(task, "sleep"), "{'until': '" + soon + "'}").expect(409);
        as("officer3").post(call(task, "sleep"), "{'until': '" + soon + "'}").expect(404);
        as("officer1").post(call("none", "sleep"), "{'until': '" + soon + "'}").expect(404);
    }

    @Test
    void a_head_or_the_holder_gives_it_a_day_of_its_own() {
        as("head1").post(call(task, "day"), "{'day': '" + soon + "'}").expect(200);
        assertThat(entry("mine").path("plan").path("own").asString()).isEqualTo(soon.toString());
        as("officer1").post(call(task, "day"), "{}").expect(200);
        assertThat(entry("mine").path("plan").path("own").isNull()).isTrue();
        as("officer2").post(call(task, "day"), "{'day': '" + soon + "'}").expect(403);
        as("officer1").post(call(task, "day"), "{'day': '9999-01-01'}").expect(422);
    }

    @Test
    void its_holder_hands_it_to_a_colleague_of_the_same_group_only() {
        as("officer2")
                .post(call(task, "delegate"), "{'officer': 'officer2', 'reason': 'Họp'}")
                .expect(409);
        for (String wrong : List.of("officer1", "officer3", "clerk1", "nobody", ""))
            as("officer1")
                    .post(call(task, "delegate"), "{'officer': '" + wrong + "', 'reason': 'Họp'}")
                    .expect(422);
        as("officer1")
                .post(call(task, "delegate"), "{'officer': 'officer2', 'reason': 'Họp'}")
                .expect(200);
        assertThat(work.task(petition).path("assignee").asString()).isEqualTo("officer2");
    }

    @Test
    void several_at_once_each_answer_for_themselves() {
        String other = work.handIn(Samples.complaint()).path("id").asString();
        String free = work.task(other).path("id").asString();
        JsonNode results = as("officer2")
                .postJson("/api/tasks/at-once", Map.of("act", "claim", "tasks", List.of(task, free, "none")))
                .expect(200)
                .json()
                .path("results");
        assertThat(results.get(0).path("done").asBoolean()).isFalse();
        assertThat(results.get(0).path("reason").asString()).isEqualTo("TASK_HELD_BY_ANOTHER");
        assertThat(results.get(1).path("done").asBoolean()).isTrue();
        assertThat(results.get(2).path("reason").asString()).isEqualTo("NOT_FOUND");
        assertThat(work.task(other).path("assignee").asString()).isEqualTo("officer2");
        as("officer2")
                .post("/api/tasks/at-once", "{'act': 'claim', 'tasks': []}")
                .expect(422);
        as("officer2").post("/api/tasks/at-once", "{'tasks': ['a']}").expect(422);
        as("officer2")
                .post("/api/tasks/at-once", "{'act': 'claim', 'tasks': [null]}")
                .expect(422);
    }

    private static String call(String id, String what) {
        return "/api/tasks/" + id + "/" + what;
    }

    private JsonNode entry(String scope) {
        JsonNode items = as("officer1")
                .get("/api/tasks?scope=" + scope + "&petition=" + petition)
                .expect(200)
                .json()
                .path("items");
        return items.isEmpty() ? null : items.get(0);
    }

    private List<JsonNode> tasksOf(String id) {
        JsonNode tasks =
                as("officer1").get("/api/petitions/" + id).expect(200).json().path("tasks");
        return StreamSupport.stream(tasks.spliterator(), false).toList();
    }

    private List<String> history() {
        JsonNode items = as("officer1")
                .get("/api/petitions/" + petition + "/history")
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("type").asString())
                .toList();
    }
}
