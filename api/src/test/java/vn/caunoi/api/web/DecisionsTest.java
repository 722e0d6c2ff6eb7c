package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** What follows the decision on a complaint, on pages and over HTTP. */
class DecisionsTest extends RunningApi {

    @LocalServerPort
    private int port;

    /** Row D21: thirty days after its issue, by itself. */
    @Test
    void an_old_decision_comes_into_effect_and_is_carried_out_in_sight_of_everybody_concerned_D21() {
        String id = settled("2026-09-01T08:00:00+07:00").path("id").asString();
        String path = "/api/petitions/" + id;
        await().atMost(Duration.ofSeconds(20)).until(() -> state(id).equals("IN_EFFECT"));
        JsonNode after = as("officer1").get(path).json().path("aftermath");
        assertThat(after.path("effect").path("rule").asString()).isEqualTo("D21");
        assertThat(after.path("effect").path("explanation").size()).isGreaterThan(30);
        as("officer1").post(path + "/enforcement", "{'who': 'UBND xã'}").expect(422);
        String order = "{'who': 'UBND xã', 'what': 'Trả lại đất', 'until': '2099-01-01'}";
        as("officer1").post(path + "/enforcement", order).expect(403);
        as("head1").post(path + "/enforcement", order).expect(200);
        assertThat(state(id)).isEqualTo("BEING_CARRIED_OUT");
        assertThat(as("head1")
                        .get("/api/decisions?state=BEING_CARRIED_OUT&limit=200")
                        .expect(200)
                        .text())
                .contains(id);
        PageVisitor officer = visitor().as("officer1");
        assertThat(officer.get("/decisions?state=BEING_CARRIED_OUT").expect(200).text())
                .contains("Đang thi hành")
                .doesNotContain("??");
        assertThat(officer.get("/cases/" + id).expect(200).text())
                .contains("Có hiệu lực pháp luật từ ngày")
                .contains("Trả lại đất")
                .doesNotContain("??");
        String report = "/cases/" + id + "/do/report-enforcement";
        officer.post(report, report, Map.of("order", "1", "progress", "DONE", "text", "Đã bàn giao"))
                .expect(200);
        assertThat(state(id)).isEqualTo("CARRIED_OUT");
        assertThat(officer.get("/cases/" + id).expect(200).text())
                .contains("Báo cáo thi hành số 1")
                .contains("Đã bàn giao");
        assertThat(visitor().as("head1").get("/overdue").expect(200).text()).doesNotContain("??");
        as("officer3").get("/api/decisions?unit=A").expect(200);
        assertThat(as("officer3").get("/api/decisions?limit=200").text()).doesNotContain(id);
    }

    @Test
    void a_court_takes_it_on_and_the_case_its_history_and_the_citizen_know() {
        JsonNode receipt = new Work(nobody()).handIn(Samples.complaint());
        String id = receipt.path("id").asString();
        PageVisitor clerk = visitor().as("clerk1");
        String sue = "/cases/" + id + "/do/sue";
        assertThat(clerk.post(sue, sue, Map.of("confirm", "true")).expect(422).html())
                .contains("q-court-error");
        clerk.post(sue, sue, Map.of("court", "TAND tỉnh", "number", "12/2026", "confirm", "true"))
                .expect(200);
        assertThat(state(id)).isEqualTo("IN_COURT");
        assertThat(status(id)).isEqualTo("OPEN");
        String today =
                java.time.LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh")).toString();
        as("clerk1")
                .post("/api/petitions/" + id + "/court", "{'court': 'TAND tỉnh', 'acceptedOn': '" + today + "'}")
                .expect(200);
        assertThat(status(id)).isEqualTo("CLOSED");
        assertThat(as("inspector1")
                        .get("/api/decisions?state=IN_COURT&limit=200")
                        .text())
                .contains(id);
        Seen track = visitor().post("/t", "/t", known(receipt)).expect(200);
        assertThat(track.text()).contains("đang ở tòa án").contains("TAND tỉnh").doesNotContain("??");
        as("clerk1")
                .post("/api/petitions/" + id + "/court/result", "{'result': 'STOPPED', 'note': 'Rút đơn'}")
                .expect(200);
        assertThat(state(id)).isEqualTo("LEFT_TO_COURT");
        assertThat(clerk.get("/cases/" + id).expect(200).text())
                .contains("Khởi kiện tại TAND tỉnh")
                .contains("Rút đơn")
                .doesNotContain("??");
        as("clerk1")
                .post("/api/petitions/" + id + "/court/result", "{'result': 'STOPPED'}")
                .expect(422);
        as("clerk1")
                .post("/api/petitions/" + id + "/court/result", "{'result': 'LOST'}")
                .expect(422);
    }

    /** Row D10: within its time a second complaint keeps the first decision from its effect. */
    @Test
    void a_clerk_takes_in_the_second_complaint_on_the_page_of_the_first_D10() {
        String id = settled(null).path("id").asString();
        PageVisitor clerk = visitor().as("clerk1");
        String page = "/cases/" + id + "/do/second-complaint";
        assertThat(clerk.get(page).expect(200).text())
                .contains("Chưa biết ngày nhận quyết định")
                .doesNotContain("??");
        Map<String, String> typed = Map.of("content", "Không đồng ý", "channel", "DESK", "confirm", "true");
        assertThat(clerk.post(page, page, typed).expect(200).text()).containsPattern("Khiếu nại lần hai .*PIN \\d{6}");
        assertThat(state(id)).isEqualTo("CONTESTED");
        assertThat(clerk.post(page, page, typed).expect(422).text()).contains("hai");
        String effect = "/cases/" + id + "/do/take-effect";
        assertThat(visitor().as("head1").get(effect).expect(200).text()).doesNotContain("??");
    }

    @Test
    void the_citizen_complains_a_second_time_on_the_page_that_tells_where_it_stands() {
        JsonNode receipt = settled(null);
        Map<String, String> known = known(receipt);
        PageVisitor visitor = visitor();
        assertThat(visitor.post("/t", "/t", known).expect(200).text())
                .contains("chưa có hiệu lực pháp luật")
                .contains("Bạn không đồng ý điều gì?")
                .doesNotContain("??");
        assertThat(visitor.post("/t", "/t/second-complaint", with(known, "content", " "))
                        .expect(422)
                        .text())
                .contains("Hãy viết nội dung");
        assertThat(visitor.post("/t", "/t/second-complaint", with(known, "content", "Vẫn sai giá"))
                        .expect(200)
                        .text())
                .containsPattern("Đã nhận khiếu nại lần hai .*PIN \\d{6}")
                .contains("đang được giải quyết");
        Seen again = visitor.post("/t", "/t/second-complaint", with(known, "content", "Lần nữa"));
        assertThat(again.expect(422).text()).contains("Lần nữa");
    }

    /** Row D20. */
    @Test
    void a_meeting_is_announced_in_time_or_refused_in_words_D20() {
        Work work = new Work(nobody());
        String id = work.handIn(Samples.complaint()).path("id").asString();
        work.until(id, "publish");
        String announce = "/cases/" + id + "/do/announce-meeting";
        PageVisitor officer = visitor().as("officer1");
        String today =
                java.time.LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh")).toString();
        assertThat(officer.post(announce, announce, Map.of("meetingOn", today, "place", "Hội trường"))
                        .expect(422)
                        .text())
                .contains("quá gần");
        assertThat(officer.post(announce, announce, Map.of("meetingOn", "2099-01-01", "place", "Hội trường"))
                        .expect(200)
                        .text())
                .contains("Họp công khai ngày")
                .doesNotContain("??");
    }

    private JsonNode settled(String receivedAt) {
        Work work = new Work(nobody());
        String petition = receivedAt == null
                ? Samples.complaint()
                : Samples.complaint()
                        .replace("'channel': 'DESK'", "'channel': 'DESK', 'receivedAt': '" + receivedAt + "'");
        JsonNode receipt = work.handIn(petition);
        String id = receipt.path("id").asString();
        work.until(id, "close");
        work.step(id);
        return receipt;
    }

    private String state(String id) {
        return as("officer1")
                .get("/api/petitions/" + id)
                .expect(200)
                .json()
                .path("aftermath")
                .path("state")
                .asString("");
    }

    private String status(String id) {
        return as("officer1").get("/api/petitions/" + id).json().path("status").asString();
    }

    private PageVisitor visitor() {
        return new PageVisitor(port);
    }

    private static Map<String, String> known(JsonNode receipt) {
        return Map.of(
                "code",
                receipt.path("code").asString(),
                "pin",
                receipt.path("pin").asString());
    }

    private static Map<String, String> with(Map<String, String> known, String field, String value) {
        Map<String, String> all = new HashMap<>(known);
        all.put(field, value);
        return all;
    }
}
