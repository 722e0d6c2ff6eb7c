package vn.caunoi.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

/** A head shares out the work of a unit. */
class ReassignTest extends RunningApi {

    private Work work;
    private String petition;
    private String task;

    @BeforeEach
    void aClaimedTask() {
        work = new Work(nobody());
        petition = work.handIn(Samples.complaint()).path("id").asString();
        task = work.task(petition).path("id").asString();
        as("officer1").post("/api/tasks/" + task + "/claim", "{}").expect(200);
    }

    @Test
    void a_head_takes_a_task_from_one_officer_and_gives_it_to_another() {
        as("head1")
                .post(reassign(), "{'officer': 'officer2', 'reason': 'Nghỉ phép'}")
                .expect(200);
        assertThat(work.task(petition).path("assignee").asString()).isEqualTo("officer2");
        as("officer1")
                .post("/api/tasks/" + task + "/complete", "{'outcome': 'classified'}")
                .expect(409);
        JsonNode told = last("task.reassigned");
        assertThat(told.path("by").asString()).isEqualTo("head1");
        assertThat(told.path("data").path("former").asString()).isEqualTo("officer1");
        assertThat(told.path("data").path("to").asString()).isEqualTo("officer2");
        assertThat(told.path("data").path("reason").asString()).isEqualTo("Nghỉ phép");
    }

    @Test
    void a_head_gives_a_task_back_to_the_group() {
        as("head1").post(reassign(), "{'officer': null, 'reason': 'Quá tải'}").expect(200);
        assertThat(work.task(petition).path("assignee").isString()).isFalse();
        as("officer2").post("/api/tasks/" + task + "/claim", "{}").expect(200);
    }

    @Test
    void only_the_head_of_the_unit_shares_out_and_others_may_not_or_do_not_see_it() {
        String body = "{'officer': 'officer2', 'reason': 'r'}";
        as("officer1").post(reassign(), body).expect(403);
        as("inspector1").post(reassign(), body).expect(403);
        as("head2").post(reassign(), body).expect(404);
        as("head1").post("/api/tasks/none/reassign", body).expect(404);
    }

    @Test
    void who_is_given_a_task_must_be_of_the_unit_and_the_group_and_a_reason_is_needed() {
        for (String other : new String[] {"officer3", "clerk1", "head1", "nobody"}) {
            JsonNode problem = as("head1")
                    .post(reassign(), "{'officer': '" + other + "', 'reason': 'r'}")
                    .expect(422)
                    .json();
            assertThat(problem.path("violations").get(0).path("field").asString())
                    .isEqualTo("officer");
        }
        as("head1").post(reassign(), "{'officer': 'officer2'}").expect(422);
    }

    @Test
    void a_task_that_is_done_is_no_longer_given_on() {
        work.step(petition);
        as("head1").post(reassign(), "{'officer': 'officer2', 'reason': 'r'}").expect(409);
    }

    @Test
    void a_case_nobody_was_responsible_for_goes_to_the_officer_with_the_task_another_had_claimed() {
        as("head1")
                .post("/api/petitions/" + petition + "/reassign", "{'officer': 'officer2', 'reason': 'Nghỉ phép'}")
                .expect(200);
        assertThat(work.task(petition).path("assignee").asString()).isEqualTo("officer2");
        as("head1")
                .post("/api/petitions/" + petition + "/reassign", "{'officer': 'clerk1', 'reason': 'r'}")
                .expect(422);
    }

    @Test
    void a_head_lists_all_the_work_of_the_unit() {
        JsonNode tasks = as("head1")
                .get("/api/tasks?scope=team&petition=" + petition)
                .expect(200)
                .json()
                .path("items");
        assertThat(tasks.get(0).path("assignee").asString()).isEqualTo("officer1");
        assertThat(tasks.get(0).path("group").asString()).isEqualTo("officer");
    }

    private String reassign() {
        return "/api/tasks/" + task + "/reassign";
    }

    private JsonNode last(String type) {
        return StreamSupport.stream(
                        as("head1")
                                .get("/api/petitions/" + petition + "/history")
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(item -> item.path("type").asString().equals(type))
                .reduce((one, later) -> later)
                .orElseThrow();
    }
}
