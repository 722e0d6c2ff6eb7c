package vn.caunoi.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

class MainJobTest extends RunningApi {

    private Work work = new Work(Caller.nobody(0));

    @BeforeEach
    void begin() {
        work = new Work(nobody());
    }

    @Test
    void a_complaint_goes_in_and_comes_out_answered() {
        JsonNode receipt = work.handIn(Samples.complaint());
        String id = receipt.path("id").asString();
        assertThat(receipt.path("pin").asString()).matches("\\d{6}");
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < 20 && !status(id).equals("CLOSED"); i++) {
            steps.add(work.task(id).path("key").asString());
            work.step(id);
        }
        assertThat(steps)
                .containsExactly(
                        "classify",
                        "decide-acceptance",
                        "assign",
                        "verify",
                        "convene-dialogue",
                        "hold-dialogue",
                        "draft-resolution",
                        "approve-resolution",
                        "issue-resolution",
                        "send-resolution",
                        "publish",
                        "close");
        JsonNode file = file(id);
        assertThat(file.path("stage").asString()).isEqualTo("CLOSED");
        assertThat(file.path("tasks")).isEmpty();
    }

    @Test
    void an_answer_comes_when_every_reader_sees_what_follows_and_names_the_next_task_of_the_caller() {
        String id = work.handIn(Samples.complaint()).path("id").asString();
        String first = work.task(id).path("id").asString();
        assertThat(tasks("officer1", id)).containsExactly(first);
        JsonNode done = work.step(id).json();
        String next = work.task(id).path("id").asString();
        assertThat(done.path("petition").asString()).isEqualTo(id);
        assertThat(done.path("next").asString()).isEqualTo(next).isNotEqualTo(first);
        assertThat(done.path("version").asLong())
                .isEqualTo(file(id).path("version").asLong());
    }

    @Test
    void a_task_is_held_by_one_and_done_once() {
        String id = work.handIn(Samples.least()).path("id").asString();
        JsonNode task = work.task(id);
        String path = "/api/tasks/" + task.path("id").asString();
        as("officer1").post(path + "/claim", "{}").expect(200);
        as("officer1").post(path + "/claim", "{}").expect(200);
        as("officer2").post(path + "/claim", "{}").expect(409);
        as("clerk1").post(path + "/claim", "{}").expect(403);
        as("officer2")
                .post(path + "/complete", "{'outcome': 'store', 'data': {'reason': 'x'}}")
                .expect(409);
        as("officer1").post(path + "/release", "{}").expect(200);
        as("officer2")
                .post(path + "/complete", "{'outcome': 'store', 'data': {'reason': 'x'}}")
                .expect(200);
        as("officer2")
                .post(path + "/complete", "{'outcome': 'store', 'data': {'reason': 'x'}}")
                .expect(409);
        as("officer2").get(path + "/form").expect(409);
    }

    @Test
    void a_form_says_what_it_asks_in_the_language_asked_for_with_bounds_that_are_days() {
        String id = work.handIn(Samples.complaint()).path("id").asString();
        String task = work.until(id, "decide-acceptance").path("id").asString();
        JsonNode form = as("officer1")
                .with("Accept-Language", "en")
                .get("/api/tasks/" + task + "/form")
                .expect(200)
                .json();
        JsonNode accept = form.path("outcomes").get(0);
        assertThat(accept.path("label").asString()).isEqualTo("Accept");
        JsonNode day = accept.path("fields").get(0);
        assertThat(day.path("type").asString()).isEqualTo("date");
        assertThat(day.path("min").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(day.path("label").asString()).isEqualTo("Accepted on");
        assertThat(as("officer1")
                        .get("/api/tasks/" + task + "/form")
                        .json()
                        .path("outcomes")
                        .get(0)
                        .path("label")
                        .asString())
                .isEqualTo("Thụ lý");
    }

    @Test
    void officers_of_the_unit_can_be_chosen_the_caller_first() {
        String id = work.handIn(Samples.complaint()).path("id").asString();
        String task = work.until(id, "assign").path("id").asString();
        JsonNode options = as("officer2")
                .get("/api/tasks/" + task + "/form")
                .expect(200)
                .json()
                .path("outcomes")
                .get(0)
                .path("fields")
                .get(0)
                .path("options");
        assertThat(StreamSupport.stream(options.spliterator(), false)
                        .map(o -> o.path("id").asString()))
                .startsWith("officer2", "officer1")
                .doesNotContain("officer3", "clerk1");
    }

    @Test
    void a_case_is_given_only_to_an_officer_of_its_unit() {
        String id = work.handIn(Samples.complaint()).path("id").asString();
        String task = work.until(id, "assign").path("id").asString();
        for (String officer : List.of("nobody", "officer3", "clerk1")) {
            Caller.Answer answer = as("officer1")
                    .post(
                            "/api/tasks/" + task + "/complete",
                            "{'outcome': 'assigned', 'data': {'officer': '" + officer + "'}}")
                    .expect(422);
            assertThat(answer.json().path("violations").get(0).path("field").asString())
                    .isEqualTo("officer");
        }
    }

    @Test
    void what_does_not_fit_the_form_is_told_by_field() {
        String id = work.handIn(Samples.complaint()).path("id").asString();
        String task = work.until(id, "decide-acceptance").path("id").asString();
        Caller.Answer answer = as("officer1")
                .post("/api/tasks/" + task + "/complete", "{'outcome': 'accept', 'data': {'acceptedOn': '2099-01-01'}}")
                .expect(422);
        assertThat(answer.json().path("violations").get(0).path("field").asString())
                .isEqualTo("acceptedOn");
        as("officer1")
                .post("/api/tasks/" + task + "/complete", "{'outcome': 'dance', 'data': {}}")
                .expect(422);
    }

    @Test
    void a_deadline_explains_itself_and_is_the_last_moment_of_a_day() {
        String id = work.handIn(Samples.complaint()).path("id").asString();
        JsonNode deadline = file(id).path("deadlines").get(0);
        assertThat(deadline.path("due").asString()).matches("\\d{4}-\\d\\d-\\d\\dT23:59:59\\+07:00");
        assertThat(deadline.path("explanation")).isNotEmpty();
        assertThat(deadline.path("rule").asString()).isNotBlank();
    }

    private String status(String id) {
        return file(id).path("status").asString();
    }

    private JsonNode file(String id) {
        return as("officer1").get("/api/petitions/" + id).expect(200).json();
    }

    private List<String> tasks(String officer, String petition) {
        JsonNode items = as(officer)
                .get("/api/tasks?scope=unit&petition=" + petition)
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(t -> t.path("id").asString())
                .toList();
    }
}
