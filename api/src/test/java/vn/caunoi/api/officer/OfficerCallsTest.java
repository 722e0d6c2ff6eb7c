package vn.caunoi.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

/** Who takes a case on, and all of one officer handed over. */
class OfficerCallsTest extends RunningApi {

    private Work work = new Work(Caller.nobody(0));

    @BeforeEach
    void begin() {
        work = new Work(nobody());
    }

    @Test
    void a_head_sees_the_officers_of_the_unit_with_the_work_in_their_hands_and_nobody_else_does() {
        String petition = given("officer2");
        JsonNode officer = one(as("head1").get("/api/officers").expect(200).json(), "officer", "officer2");
        assertThat(officer.path("cases").asLong()).isPositive();
        assertThat(petition).isNotBlank();
        assertThat(items(as("head1").get("/api/officers").json())
                        .map(one -> one.path("officer").asString()))
                .doesNotContain("officer3");
        as("officer1").get("/api/officers").expect(403);
        as("inspector1").get("/api/officers").expect(403);
    }

    @Test
    void what_would_be_handed_over_is_shown_first_and_then_done_with_a_reason() {
        String petition = given("officer2");
        JsonNode plan = as("head1")
                .get("/api/officers/officer2/hand-over?to=officer1")
                .expect(200)
                .json();
        assertThat(one(plan, "petition", petition).path("to").asString()).isEqualTo("officer1");
        assertThat(assignee(petition)).isEqualTo("officer2");

        as("head1")
                .post("/api/officers/officer2/hand-over", "{'to': 'officer1'}")
                .expect(422);
        JsonNode done = as("head1")
                .post("/api/officers/officer2/hand-over", "{'to': 'officer1', 'reason': 'Nghỉ hưu'}")
                .expect(200)
                .json();
        assertThat(done.path("given").asInt()).isPositive();
        assertThat(done.path("stayed").size()).isZero();
        assertThat(assignee(petition)).isEqualTo("officer1");
        assertThat(items(as("head1").get("/api/officers/officer2/hand-over").json()))
                .isEmpty();
    }

    @Test
    void without_a_receiver_each_case_goes_to_the_one_proposed_and_a_task_of_others_to_its_group() {
        String petition = given("officer2");
        String other = work.handIn(Samples.complaint()).path("id").asString();
        String task = work.task(other).path("id").asString();
        as("officer2").post("/api/tasks/" + task + "/claim", "{}").expect(200);
        JsonNode plan =
                as("head1").get("/api/officers/officer2/hand-over").expect(200).json();
        String proposed = one(plan, "petition", petition).path("to").asString();
        assertThat(proposed).isNotBlank().isNotEqualTo("officer2");
        JsonNode held = one(plan, "task", task);
        assertThat(held.path("to").isNull() || held.path("to").isMissingNode()).isTrue();
        as("head1")
                .post("/api/officers/officer2/hand-over", "{'reason': 'Nghỉ ốm'}")
                .expect(200);
        assertThat(work.task(other).path("assignee").isString()).isFalse();
        assertThat(assignee(petition)).isEqualTo(proposed);
    }

    @Test
    void an_officer_of_another_ward_is_not_there_and_gets_nothing() {
        as("head1").get("/api/officers/officer3/hand-over").expect(404);
        as("head1").get("/api/officers/nobody/hand-over").expect(404);
        as("head1").get("/api/officers/officer2/hand-over?to=officer3").expect(422);
        as("head1").get("/api/officers/officer2/hand-over?to=officer2").expect(422);
        as("officer1")
                .post("/api/officers/officer2/hand-over", "{'reason': 'x'}")
                .expect(403);
    }

    @Test
    void who_settled_the_first_complaint_is_not_proposed_for_the_second() {
        String first = work.handIn(Samples.complaint()).path("id").asString();
        work.until(first, "assign");
        work.step(first);
        String verifier = work.task(first).path("assignee").asString();
        work.step(first);
        as("clerk1")
                .post("/api/petitions/" + first + "/withdraw", "{'reason': 'Đã thỏa thuận'}")
                .expect(200);
        work.step(first);
        String second = as("clerk1")
                .post("/api/petitions/" + first + "/second-complaint", "{'content': 'Không đồng ý', 'unit': 'A'}")
                .expect(200)
                .json()
                .path("petitions")
                .get(0)
                .path("id")
                .asString();
        List<JsonNode> candidates = items(as("head1")
                        .get("/api/petitions/" + second + "/officers")
                        .expect(200)
                        .json())
                .toList();
        JsonNode before = candidates.stream()
                .filter(one -> one.path("officer").asString().equals(verifier))
                .findFirst()
                .orElseThrow();
        assertThat(before.path("interest").asString()).isEqualTo("SETTLED_BEFORE");
        assertThat(before.path("proposed").asBoolean()).isFalse();
        assertThat(candidates.getFirst().path("proposed").asBoolean()).isTrue();
        assertThat(candidates.getLast().path("interest").asString()).isEqualTo("SETTLED_BEFORE");
    }

    @Test
    void the_form_that_assigns_tells_what_each_has_in_hand_and_who_is_proposed() {
        String petition = work.handIn(Samples.complaint()).path("id").asString();
        String task = work.until(petition, "assign").path("id").asString();
        String form = as("head1")
                .get("/api/tasks/" + task + "/form")
                .expect(200)
                .json()
                .toString();
        assertThat(form).contains("việc đang giữ").contains("đề xuất");
        work.step(petition);
        assertThat(assignee(petition)).isEqualTo("officer1");
    }

    /** A new complaint that this officer is responsible for. */
    private String given(String officer) {
        String petition = work.handIn(Samples.complaint()).path("id").asString();
        as("head1")
                .post(
                        "/api/petitions/" + petition + "/reassign",
                        "{'officer': '" + officer + "', 'reason': 'Phân công'}")
                .expect(200);
        return petition;
    }

    private String assignee(String petition) {
        return as("head1")
                .get("/api/petitions/" + petition)
                .expect(200)
                .json()
                .path("assignee")
                .asString();
    }

    private static JsonNode one(JsonNode list, String field, String value) {
        return items(list)
                .filter(one -> one.path(field).asString("").equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + field + " " + value + " in " + list));
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.path("items").spliterator(), false);
    }
}
