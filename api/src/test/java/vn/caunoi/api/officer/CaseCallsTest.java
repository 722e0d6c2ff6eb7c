package vn.caunoi.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

class CaseCallsTest extends RunningApi {

    private Work work = new Work(Caller.nobody(0));

    @BeforeEach
    void begin() {
        work = new Work(nobody());
    }

    @Test
    void a_case_of_another_ward_is_not_there_for_any_call() {
        JsonNode receipt = work.handIn(Samples.complaint());
        String id = receipt.path("id").asString();
        String task = work.task(id).path("id").asString();
        Caller stranger = as("officer3");
        stranger.get("/api/petitions/" + id).expect(404);
        stranger.get("/api/petitions/" + receipt.path("code").asString()).expect(404);
        stranger.get("/api/petitions/" + id + "/history").expect(404);
        stranger.get("/api/tasks?petition=" + id).expect(404);
        stranger.get("/api/tasks/" + task + "/form").expect(404);
        stranger.post("/api/tasks/" + task + "/claim", "{}").expect(404);
        stranger.post("/api/tasks/" + task + "/complete", "{'outcome': 'store', 'data': {}}")
                .expect(404);
        for (String action : List.of(
                "correct",
                "step-back",
                "reopen",
                "withdraw",
                "supplement",
                "extend",
                "suspend",
                "resume",
                "reassign",
                "escalate",
                "link",
                "note",
                "rate",
                "merge",
                "split",
                "second-complaint")) {
            stranger.post("/api/petitions/" + id + "/" + action, "{}").expect(404);
        }
        as("head2").post("/api/petitions/" + id + "/note", "{'text': 'x'}").expect(404);
        as("designer1").get("/api/petitions/" + id).expect(404);
        as("admin1").get("/api/petitions/" + id).expect(404);
        as("inspector1").get("/api/petitions/" + id).expect(200);
        assertThat(ids(stranger.get("/api/petitions?limit=200"))).doesNotContain(id);
    }

    @Test
    void a_note_and_a_correction_are_in_the_history_with_old_and_new() {
        String id = work.handIn(Samples.complaint()).path("id").asString();
        as("officer1")
                .post("/api/petitions/" + id + "/note", "{'text': 'Đã gọi điện'}")
                .expect(200);
        as("officer1")
                .post("/api/petitions/" + id + "/correct", "{'subject': 'Thu hồi đất ở', 'reason': 'Ghi nhầm'}")
                .expect(200);
        JsonNode items = as("inspector1")
                .get("/api/petitions/" + id + "/history")
                .expect(200)
                .json()
                .path("items");
        assertThat(StreamSupport.stream(items.spliterator(), false)
                        .map(i -> i.path("type").asString()))
                .startsWith("petition.received")
                .contains("petition.note-added", "petition.corrected");
        assertThat(as("officer1")
                        .get("/api/petitions/" + id)
                        .json()
                        .path("subject")
                        .asString())
                .isEqualTo("Thu hồi đất ở");
        assertThat(items.get(0).path("at").asString()).matches(".*\\+07:00");
    }

    @Test
    void a_case_file_can_be_seen_as_of_any_recorded_moment() {
        String id = work.handIn(Samples.complaint()).path("id").asString();
        as("officer1")
                .post("/api/petitions/" + id + "/note", "{'text': 'eins'}")
                .expect(200);
        JsonNode items =
                as("officer1").get("/api/petitions/" + id + "/history").json().path("items");
        String received = items.get(0).path("at").asString();
        JsonNode then = as("officer1")
                .get("/api/petitions/" + id + "?asOf=" + URLEncoder.encode(received, StandardCharsets.UTF_8))
                .expect(200)
                .json();
        assertThat(then.path("notes")).isEmpty();
        assertThat(as("officer1").get("/api/petitions/" + id).json().path("notes"))
                .hasSize(1);
        as("officer1")
                .get("/api/petitions/" + id + "?asOf=2020-01-01T00:00:00Z")
                .expect(404);
        as("officer1").get("/api/petitions/" + id + "?asOf=yesterday").expect(422);
    }

    @Test
    void a_head_extends_suspends_resumes_and_gives_a_case_to_another_and_an_officer_may_not() {
        String id = work.handIn(Samples.complaint()).path("id").asString();
        String path = "/api/petitions/" + id;
        as("officer1").post(path + "/extend", "{'amount': 5, 'reason': 'Khó'}").expect(403);
        as("head1").post(path + "/extend", "{'amount': 5, 'reason': 'Khó'}").expect(200);
        as("head1").post(path + "/extend", "{'amount': 0, 'reason': 'Khó'}").expect(422);
        as("head1")
                .post(path + "/suspend", "{'ground': 'Bão', 'reason': 'Bão lũ'}")
                .expect(200);
        assertThat(as("head1").get(path).json().path("status").asString()).isEqualTo("SUSPENDED");
        as("head1").post(path + "/resume", "{}").expect(200);
        as("head1")
                .post(path + "/reassign", "{'officer': 'officer2', 'reason': 'Nghỉ phép'}")
                .expect(200);
        assertThat(as("head1").get(path).json().path("assignee").asString()).isEqualTo("officer2");
        as("head1")
                .post(path + "/reassign", "{'officer': 'officer3', 'reason': 'x'}")
                .expect(422);
        as("officer1").post(path + "/escalate", "{'reason': 'Vượt thẩm quyền'}").expect(200);
        assertThat(as("head1").get(path).json().path("escalations")).isNotEmpty();
    }

    @Test
    void the_group_of_a_task_is_one_word_in_the_case_file_the_history_and_the_task_list() {
        String id = work.handIn(Samples.complaint()).path("id").asString();
        JsonNode listed = as("officer1").get("/api/tasks?petition=" + id).json().path("items");
        assertThat(work.task(id).path("group").asString()).isEqualTo("officer");
        assertThat(listed.get(0).path("group").asString()).isEqualTo("officer");
        assertThat(as("officer1").get("/api/petitions/" + id + "/history").text())
                .contains("'group':'officer'".replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "petitions?waiting",
                "petitions?stage",
                "petitions?kind",
                "petitions?status",
                "petitions?channel",
                "petitions?overdue",
                "petitions?escalated",
                "petitions?from",
                "petitions?to",
                "petitions?sort",
                "petitions?mine",
                "petitions?limit",
                "petitions?cursor",
                "tasks?scope",
                "tasks?overdue",
                "tasks?limit",
                "tasks?cursor",
                "oversight/figures?from",
                "oversight/figures?to",
                "oversight/overdue?limit",
                "oversight/escalated?cursor"
            })
    void a_parameter_that_cannot_be_meant_is_told_by_its_name(String parameter) {
        JsonNode problem =
                as("head1").get("/api/" + parameter + "=xx").expect(422).json();
        assertThat(problem.path("violations").get(0).path("field").asString())
                .isEqualTo(parameter.substring(parameter.indexOf('?') + 1));
    }

    @Test
    void a_head_sends_a_case_back_to_a_step_already_done() {
        String id = work.handIn(Samples.complaint()).path("id").asString();
        work.until(id, "draft-resolution");
        as("head1")
                .post("/api/petitions/" + id + "/step-back", "{'to': 'verify', 'reason': 'Chưa rõ'}")
                .expect(200);
        assertThat(work.task(id).path("key").asString()).isEqualTo("verify");
    }

    @Test
    void a_withdrawn_complaint_is_terminated_and_can_be_reopened_only_on_a_tabled_ground() {
        String id = work.handIn(Samples.complaint()).path("id").asString();
        work.until(id, "verify");
        as("officer1")
                .post("/api/petitions/" + id + "/withdraw", "{'reason': 'Tự nguyện'}")
                .expect(200);
        JsonNode task = work.task(id);
        assertThat(task.path("key").asString()).isEqualTo("terminate");
        work.complete(task, null).expect(200);
        as("head1")
                .post("/api/petitions/" + id + "/reopen", "{'ground': 'BECAUSE', 'reason': 'x'}")
                .expect(422);
        as("head1")
                .post("/api/petitions/" + id + "/reopen", "{'ground': 'WITHDRAWAL_COERCED', 'reason': 'Bị ép'}")
                .expect(200);
        assertThat(as("head1").get("/api/petitions/" + id).json().path("status").asString())
                .isEqualTo("OPEN");
    }

    @Test
    void what_was_asked_for_ends_the_waiting_wherever_the_desk_records_it() {
        String id = work.handIn(Samples.complaint()).path("id").asString();
        work.complete(work.task(id), "needs-supplement").expect(200);
        String path = "/api/petitions/" + id;
        assertThat(work.task(id).path("key").asString()).isEqualTo("await-supplement");
        as("officer1").post(path + "/supplement", "{'what': 'Gửi qua cán bộ'}").expect(200);
        assertThat(work.task(id).path("key").asString())
                .as("an officer may note it, the desk takes it in")
                .isEqualTo("await-supplement");
        as("clerk1")
                .post(path + "/supplement", "{'what': 'Bản sao quyết định'}")
                .expect(200);
        assertThat(work.task(id).path("key").asString()).isEqualTo("classify");
        JsonNode deadline = as("officer1").get(path).json().path("deadlines").get(0);
        assertThat(deadline.path("state").asString()).isEqualTo("OPEN");
    }

    @Test
    void two_petitions_are_linked_and_one_is_merged_into_the_other() {
        String one = work.handIn(Samples.complaint()).path("id").asString();
        JsonNode other = work.handIn(Samples.complaint());
        String code = other.path("code").asString();
        as("officer1")
                .post("/api/petitions/" + one + "/link", "{'code': '" + code + "', 'relation': 'DUPLICATE_OF'}")
                .expect(200);
        as("officer1")
                .post("/api/petitions/" + one + "/merge", "{'into': '" + code + "', 'reason': 'Trùng'}")
                .expect(200);
        JsonNode merged = as("officer1").get("/api/petitions/" + one).json();
        assertThat(merged.path("status").asString()).isEqualTo("CLOSED");
        assertThat(merged.path("tasks")).isEmpty();
        assertThat(ids(as("officer1").get("/api/tasks?scope=unit&petition=" + one)))
                .isEmpty();
        assertThat(as("officer1").get("/api/petitions/" + code).json().path("links"))
                .isNotEmpty();
    }

    @Test
    void a_petition_of_several_kinds_is_split_into_petitions_of_their_own() {
        String id = work.handIn(Samples.complaint()).path("id").asString();
        JsonNode parts = as("officer1")
                .post(
                        "/api/petitions/" + id + "/split",
                        "{'parts': [{'subject': 'Khiếu nại', 'points': [{'demand': 'Hủy'}]},"
                                + " {'subject': 'Phản ánh', 'kind': 'FEEDBACK'}], 'reason': 'Nhiều nội dung'}")
                .expect(200)
                .json()
                .path("petitions");
        assertThat(parts).hasSize(2);
        assertThat(as("officer1")
                        .get("/api/petitions/" + id)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("CLOSED");
        String child = parts.get(1).path("id").asString();
        assertThat(as("officer1")
                        .get("/api/petitions/" + child)
                        .json()
                        .path("kind")
                        .asString())
                .isEqualTo("FEEDBACK");
        assertThat(work.task(child).path("key").asString()).isEqualTo("classify");
    }

    @Test
    void a_second_complaint_goes_to_the_unit_above_whoever_takes_it_in() {
        String id = work.handIn(Samples.complaint()).path("id").asString();
        as("officer1")
                .post("/api/petitions/" + id + "/withdraw", "{'reason': 'Tự nguyện'}")
                .expect(200);
        String second = as("clerk1")
                .post("/api/petitions/" + id + "/second-complaint", "{'content': 'Không đồng ý'}")
                .expect(200)
                .json()
                .path("petitions")
                .get(0)
                .path("id")
                .asString();
        JsonNode file = as("inspector1").get("/api/petitions/" + second).json();
        assertThat(file.path("unit").asString()).isEqualTo("P");
        assertThat(file.path("links").get(0).path("petition").asString()).isEqualTo(id);
        as("clerk1").get("/api/petitions/" + second).expect(404);
        as("clerk1")
                .post("/api/petitions/" + id + "/second-complaint", "{'content': 'Vẫn không đồng ý'}")
                .expect(409);
    }

    @Test
    void a_list_is_walked_page_by_page_without_a_gap_or_a_repetition() {
        for (int i = 0; i < 5; i++) work.handIn(Samples.least());
        List<String> all = ids(as("officer1").get("/api/petitions?limit=200").expect(200));
        List<String> walked = new java.util.ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = as("officer1")
                    .get("/api/petitions?limit=2" + cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(item -> walked.add(item.path("id").asString()));
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());
        assertThat(walked).doesNotHaveDuplicates().startsWith(all.toArray(String[]::new));
    }

    @Test
    void my_cases_are_found_with_and_without_a_task() {
        String id = work.handIn(Samples.complaint()).path("id").asString();
        work.until(id, "verify");
        assertThat(as("officer1")
                        .get("/api/petitions?mine=to-do&limit=200")
                        .expect(200)
                        .text())
                .contains(id);
        work.until(id, "approve-resolution");
        assertThat(as("officer1")
                        .get("/api/petitions?mine=waiting&limit=200")
                        .expect(200)
                        .text())
                .contains(id);
        assertThat(ids(as("officer1").get("/api/petitions?assignee=me&limit=200")))
                .contains(id);
    }

    private static List<String> ids(Caller.Answer answer) {
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .map(i -> i.path("id").asString())
                .toList();
    }
}
