package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** What who asked sees of an answer on the tracking page, and does there. */
class TrackedAnswerTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void the_answer_is_read_returned_and_rated_on_the_tracking_page() {
        Work work = new Work(nobody());
        JsonNode receipt = answered(work);
        Map<String, String> known = Map.of(
                "code",
                receipt.path("code").asString(),
                "pin",
                receipt.path("pin").asString());
        PageVisitor visitor = visitor();
        Seen page = visitor.post("/t", "/t", known).expect(200);
        assertThat(page.text())
                .contains("Nội dung của answer")
                .contains("Trả lại câu trả lời không phù hợp")
                .contains("Đã trả lời; cơ quan xem xét công khai")
                .doesNotContain("??");
        Seen wrong = visitor.post("/t", "/t/return-answer", with(known, "pin", "1", "reason", "Sai đoạn đường"));
        assertThat(wrong.expect(422).text()).contains("Không tìm thấy đơn").contains("Sai đoạn đường");
        assertThat(visitor.post("/t", "/t/return-answer", with(known, "reason", " "))
                        .expect(422)
                        .text())
                .contains("Hãy nêu lý do");
        assertThat(visitor.post("/t", "/t/return-answer", with(known, "reason", "Sai đoạn đường"))
                        .expect(200)
                        .text())
                .contains("Đã ghi nhận")
                .doesNotContain("Nội dung của answer");
        String id = receipt.path("id").asString();
        work.complete(work.until(id, "publish-answer"), "not-published").expect(200);
        assertThat(visitor.post("/t", "/t/rate", with(known, "score", "9"))
                        .expect(422)
                        .text())
                .contains("Hãy chọn mức độ hài lòng");
        assertThat(visitor.post("/t", "/t/rate", with(known, "score", "4"))
                        .expect(200)
                        .text())
                .contains("Cảm ơn bạn đã đánh giá");
    }

    @Test
    void the_case_tells_of_the_answer_and_the_desk_and_the_head_may_do_what_is_theirs() {
        Work work = new Work(nobody());
        JsonNode receipt = answered(work);
        String id = receipt.path("id").asString();
        work.complete(work.task(id), "not-published").expect(200);
        PageVisitor head = visitor().as("head1");
        assertThat(head.get("/cases/" + id).expect(200).text())
                .contains("Nội dung của answer")
                .contains("Đã trả lời ngày");
        PageVisitor clerk = visitor().as("clerk1");
        String rate = "/cases/" + id + "/do/rate";
        assertThat(clerk.post(rate, rate, Map.of("score", "2")).expect(200).text())
                .contains("Đã ghi nhận đánh giá");
        String back = "/cases/" + id + "/do/return-answer";
        assertThat(head.post(back, back, Map.of("reason", "Trả lời chưa đủ", "confirm", "true"))
                        .expect(200)
                        .text())
                .contains("Thủ trưởng trả lại câu trả lời")
                .contains("Trả lời chưa đủ");
    }

    private JsonNode answered(Work work) {
        JsonNode receipt = work.handIn("""
                {'kind': 'FEEDBACK', 'channel': 'PORTAL', 'subject': 'Đèn đường hỏng', 'content': 'Đèn hỏng.',
                 'petitioners': [{'fullName': 'Trần Thị Hoa'}]}""");
        String id = receipt.path("id").asString();
        nobody().as("officer1")
                .post(
                        "/api/tasks/" + work.task(id).path("id").asString() + "/complete",
                        "{'outcome': 'classified', 'data': {'kind': 'FEEDBACK'}}")
                .expect(200);
        work.until(id, "publish-answer");
        return receipt;
    }

    private static Map<String, String> with(Map<String, String> known, String... more) {
        Map<String, String> all = new HashMap<>(known);
        for (int at = 0; at < more.length; at += 2) all.put(more[at], more[at + 1]);
        return all;
    }

    private PageVisitor visitor() {
        return new PageVisitor(port);
    }
}
