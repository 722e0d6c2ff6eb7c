package vn.caunoi.api.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Work;

/** Answers that were published are read by everybody, without who asked, and are gone when they are taken back. */
class PublicAnswersTest extends RunningApi {

    private final String mark =
            "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "z").substring(0, 8);

    @Test
    void a_published_answer_is_found_by_everybody_until_it_is_taken_back_and_again_when_published_anew() {
        Work work = new Work(nobody());
        JsonNode receipt = work.handIn("""
                {'kind': 'FEEDBACK', 'channel': 'PORTAL', 'subject': 'Đèn đường hỏng', 'content': 'Đèn hỏng đã hai tuần.',
                 'category': 'traffic', 'petitioners': [{'fullName': 'Trần Thị Hoa', 'phone': '0987654321'}]}""");
        String id = receipt.path("id").asString();
        publish(work, id);

        Caller.Answer found =
                nobody().get("/api/public/answers?q=den+duong+" + mark).expect(200);
        assertThat(found.header("Cache-Control")).contains("public", "max-age=300");
        JsonNode answer = found.json().path("items").get(0);
        assertThat(answer.path("question").asString()).isEqualTo("Đèn đường " + mark + " hỏng");
        assertThat(answer.path("category").asString()).isEqualTo("traffic");
        assertThat(answer.path("unit").asString()).isEqualTo("A");
        assertThat(found.text()).doesNotContain(id, receipt.path("code").asString(), "Hoa", "0987654321", "officer1");
        String one = answer.path("id").asString();
        nobody().get("/api/public/answers/" + one).expect(200);
        pages(one);

        as("officer1")
                .post("/api/petitions/" + id + "/unpublish-answer", "{'reason': 'Nhầm'}")
                .expect(403);
        as("head1").post("/api/petitions/" + id + "/unpublish-answer", "{}").expect(422);
        as("head1")
                .post("/api/petitions/" + id + "/unpublish-answer", "{'reason': 'Nhầm'}")
                .expect(200);
        assertThat(nobody().get("/api/public/answers?q=" + mark).json().path("items"))
                .isEmpty();
        nobody().get("/api/public/answers/" + one).expect(404);
        as("officer1")
                .post(
                        "/api/petitions/" + id + "/publish-answer",
                        "{'question': 'Bà Trần Thị Hoa hỏi', 'publicAnswer': 'Đã thay'}")
                .expect(422);
        as("officer1")
                .post(
                        "/api/petitions/" + id + "/publish-answer",
                        "{'question': 'Đèn " + mark + "', 'publicAnswer': 'Đã thay', 'way': 'NOTICE_BOARD'}")
                .expect(200);
        assertThat(nobody().get("/api/public/answers?q=" + mark + "&kind=FEEDBACK&unit=A&limit=1")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void what_is_asked_wrongly_is_told() {
        nobody().get("/api/public/answers?from=yesterday").expect(422);
        nobody().get("/api/public/answers?kind=NOTHING").expect(422);
        nobody().get("/api/public/answers?limit=0").expect(422);
        nobody().get("/api/public/answers?cursor=x").expect(422);
        assertThat(nobody().get("/api/public/answers?q=%27%26%7C%3A*")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
        nobody().get("/api/public/answers/none").expect(404);
    }

    private void pages(String one) {
        Caller visitor = nobody();
        Caller.Answer list = visitor.get("/public/answers?q=" + mark).expect(200);
        assertThat(list.text()).contains("Đèn đường " + mark + " hỏng", "/public/answers/" + one);
        assertThat(list.header("Cache-Control")).contains("private", "max-age=60");
        assertThat(visitor.get("/public/answers/" + one).expect(200).text()).contains("Đã thay đèn");
        assertThat(visitor.get("/public/answers?q=khongcogi" + mark).expect(200).text())
                .contains("Không có câu trả lời nào.");
        assertThat(visitor.get("/public/answers?from=x").expect(200).text()).contains("role=\"alert\"");
        assertThat(visitor.get("/login").expect(200).text()).contains("/public/answers");
    }

    private void publish(Work work, String id) {
        JsonNode classify = work.task(id);
        as("officer1")
                .post(
                        "/api/tasks/" + classify.path("id").asString() + "/complete",
                        "{'outcome': 'classified', 'data': {'kind': 'FEEDBACK'}}")
                .expect(200);
        JsonNode task = work.until(id, "publish-answer");
        JsonNode way = as("officer1")
                .get("/api/tasks/" + task.path("id").asString() + "/form")
                .expect(200)
                .json()
                .path("outcomes")
                .get(0);
        Map<String, Object> data = new LinkedHashMap<>(Work.data(way));
        data.put("question", "Đèn đường " + mark + " hỏng");
        data.put("publicAnswer", "Đã thay đèn.");
        as("officer1")
                .postJson(
                        "/api/tasks/" + task.path("id").asString() + "/complete",
                        Map.of("outcome", "published", "data", data))
                .expect(200);
    }
}
