package vn.caunoi.api.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Work;

/** A proposal or feedback from hand-in to its rating, as citizen, officers and head meet it over HTTP. */
class AnswerOfFeedbackTest extends RunningApi {

    private static final String FEEDBACK = """
            {'kind': 'FEEDBACK', 'channel': 'PORTAL', 'subject': 'Đèn đường hỏng', 'content': 'Đèn hỏng đã hai tuần.',
             'category': 'traffic', 'petitioners': [{'fullName': 'Trần Thị Hoa', 'phone': '0987654321'}]}""";

    @Test
    void who_asked_reads_the_answer_returns_it_once_and_rates_the_next() {
        Work work = new Work(nobody());
        JsonNode receipt = work.handIn(FEEDBACK);
        String id = receipt.path("id").asString();
        classify(work, id);
        assertThat(seen(receipt).path("answer").isMissingNode()
                        || seen(receipt).path("answer").isNull())
                .isTrue();
        work.until(id, "publish-answer");
        JsonNode seen = seen(receipt);
        assertThat(seen.path("answer").path("text").asString()).isEqualTo("Nội dung của answer");
        assertThat(seen.path("mayReturn").asBoolean()).isTrue();
        assertThat(seen.toString()).doesNotContain("Trần Thị Hoa", "0987654321", "officer1");
        nobody().post(path(receipt, "return-answer"), "{'reason': ' '}").expect(422);
        nobody().post(path(receipt, "return-answer"), "{'reason': 'Chưa nêu ngày sửa'}")
                .expect(200);
        nobody().post(path(receipt, "return-answer"), "{'reason': 'Chưa nêu ngày sửa'}")
                .expect(422);
        assertThat(work.task(id).path("key").asString()).isEqualTo("draft-answer");
        work.until(id, "publish-answer");
        work.step(id);
        nobody().post(path(receipt, "rate"), "{'score': 5}").expect(200);
        assertThat(seen(receipt).path("closed").asString()).isEqualTo("ANSWERED");
        assertThat(seen(receipt).path("answer").path("published").asBoolean()).isTrue();
        nobody().post(path(receipt, "return-answer"), "{'reason': 'Nghĩ lại'}").expect(422);
    }

    @Test
    void what_names_who_asked_is_not_published() {
        Work work = new Work(nobody());
        String id = work.handIn(FEEDBACK).path("id").asString();
        classify(work, id);
        JsonNode task = work.until(id, "publish-answer");
        Map<String, Object> data = Map.of(
                "question", "Bà tran thi hoa hỏi về đèn đường",
                "publicAnswer", "Đã thay đèn.",
                "way", "WEBSITE",
                "publishedOn", answeredOn(id));
        String refused = nobody().as("officer1")
                .postJson(
                        "/api/tasks/" + task.path("id").asString() + "/complete",
                        Map.of("outcome", "published", "data", data))
                .expect(422)
                .text();
        assertThat(refused).contains("Có họ tên, địa chỉ").doesNotContain("Hoa");
    }

    @Test
    void the_head_returns_an_answer_of_a_closed_case_and_it_is_open_again() {
        Work work = new Work(nobody());
        String id = work.handIn(FEEDBACK).path("id").asString();
        classify(work, id);
        work.complete(work.until(id, "publish-answer"), "not-published").expect(200);
        nobody().as("officer1")
                .post("/api/petitions/" + id + "/return-answer", "{'reason': 'Chưa đủ'}")
                .expect(403);
        nobody().as("head1")
                .post("/api/petitions/" + id + "/return-answer", "{'reason': 'Chưa đủ'}")
                .expect(200);
        JsonNode file =
                nobody().as("head1").get("/api/petitions/" + id).expect(200).json();
        assertThat(file.path("status").asString()).isEqualTo("OPEN");
        assertThat(file.path("answering")
                        .path("unsuitable")
                        .get(0)
                        .path("reason")
                        .asString())
                .isEqualTo("Chưa đủ");
        assertThat(file.path("answering")
                        .path("unsuitable")
                        .get(0)
                        .path("answer")
                        .asString())
                .isEqualTo("Nội dung của answer");
        assertThat(work.task(id).path("key").asString()).isEqualTo("draft-answer");
    }

    @Test
    void designers_read_which_limits_are_to_be_confirmed() {
        JsonNode rows = nobody().as("designer1")
                .get("/api/rules/deadlines")
                .expect(200)
                .json()
                .path("items");
        JsonNode local = StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path("id").asString().equals("D44"))
                .findFirst()
                .orElseThrow();
        assertThat(local.path("confidence").asString()).isEqualTo("X");
        assertThat(local.path("toBeConfirmed").asBoolean()).isTrue();
        assertThat(local.path("amount").asString()).isEqualTo("20");
    }

    private void classify(Work work, String id) {
        JsonNode task = work.task(id);
        nobody().as("officer1")
                .post(
                        "/api/tasks/" + task.path("id").asString() + "/complete",
                        "{'outcome': 'classified', 'data': {'kind': 'FEEDBACK'}}")
                .expect(200);
    }

    private String answeredOn(String id) {
        return nobody().as("officer1")
                .get("/api/petitions/" + id)
                .expect(200)
                .json()
                .path("answering")
                .path("sent")
                .path("on")
                .asString();
    }

    private JsonNode seen(JsonNode receipt) {
        return nobody().get(path(receipt, "")).expect(200).json();
    }

    private static String path(JsonNode receipt, String action) {
        String code = receipt.path("code").asString();
        String more = action.isEmpty() ? "" : "/" + action;
        return "/api/public/petitions/" + code + more + "?pin="
                + receipt.path("pin").asString();
    }
}
