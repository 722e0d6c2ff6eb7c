package vn.caunoi.api.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

class PublicViewTest extends RunningApi {

    @Test
    void whoever_has_code_and_pin_sees_where_the_case_stands_and_no_names() {
        JsonNode receipt = new Work(nobody()).handIn(Samples.complaint());
        String code = receipt.path("code").asString();
        String pin = receipt.path("pin").asString();
        String typed = code.toLowerCase(java.util.Locale.ROOT).replace("-", "");
        JsonNode seen = nobody().get("/api/public/petitions/" + typed + "?pin=" + pin)
                .expect(200)
                .json();
        assertThat(seen.path("code").asString()).isEqualTo(code);
        assertThat(seen.path("stage").asString()).isEqualTo("RECEIPT");
        assertThat(seen.path("due").asString()).endsWith("+07:00");
        assertThat(seen.toString()).doesNotContain("Nguyễn", "0912345678", "officer1", "Thu hồi");
    }

    @Test
    void with_code_and_pin_somebody_writes_five_times_a_day_and_whoever_has_the_case_reads_it() {
        JsonNode receipt = new Work(nobody()).handIn(Samples.complaint());
        String path = "/api/public/petitions/" + receipt.path("code").asString();
        String pin = "?pin=" + receipt.path("pin").asString();
        nobody().post(path + "/comments" + pin, "{'text': ' '}").expect(422);
        nobody().post(path + "/comments?pin=1", "{'text': 'Xin chào'}").expect(404);
        for (int time = 1; time < 5; time++)
            nobody().post(path + "/comments" + pin, "{'text': 'Lần " + time + "'}")
                    .expect(200);
        JsonNode seen = nobody().post(path + "/comments" + pin, "{'text': 'Tôi đổi số điện thoại'}")
                .expect(200)
                .json();
        assertThat(seen.path("wrote").size()).isEqualTo(5);
        assertThat(seen.path("mayWrite").asBoolean()).isFalse();
        assertThat(nobody().post(path + "/comments" + pin, "{'text': 'Thêm nữa'}")
                        .expect(422)
                        .text())
                .contains("Hôm nay đã viết đủ số lần");
        String id = receipt.path("id").asString();
        assertThat(as("officer1")
                        .get("/api/petitions/" + id)
                        .expect(200)
                        .json()
                        .path("said")
                        .get(4)
                        .path("text")
                        .asString())
                .isEqualTo("Tôi đổi số điện thoại");
        assertThat(as("officer1")
                        .get("/api/petitions/" + id + "/history")
                        .expect(200)
                        .text())
                .contains("petition.citizen-wrote");
    }

    @Test
    void feedback_is_withdrawn_with_code_and_pin_and_of_a_complaint_it_is_announced() {
        JsonNode complaint = new Work(nobody()).handIn(Samples.complaint());
        JsonNode feedback =
                new Work(nobody()).handIn(Samples.least().replace("'channel'", "'kind': 'FEEDBACK', 'channel'"));
        assertThat(withdraw(complaint, "{'reason': 'Đã thỏa thuận'}")
                        .expect(422)
                        .text())
                .contains("sure");
        JsonNode announced = withdraw(complaint, "{'reason': 'Đã thỏa thuận', 'sure': true}")
                .expect(200)
                .json();
        assertThat(announced.path("withdrawing").asString()).isEqualTo("TO_BE_SIGNED");
        assertThat(announced.path("wrote").get(0).path("withdrawing").asBoolean())
                .isTrue();
        JsonNode again = withdraw(complaint, "{'reason': 'Lần nữa', 'sure': true}")
                .expect(200)
                .json();
        assertThat(again.path("wrote").size()).isOne();
        JsonNode ended = withdraw(feedback, "{'reason': 'Đã sửa', 'sure': true}")
                .expect(200)
                .json();
        assertThat(ended.path("withdrawing").asString()).isEqualTo("NOTHING");
        String id = feedback.path("id").asString();
        assertThat(as("officer1")
                        .get("/api/petitions/" + id + "/history")
                        .expect(200)
                        .text())
                .contains("petition.withdrawn");
    }

    private Caller.Answer withdraw(JsonNode receipt, String body) {
        return nobody().post(
                        "/api/public/petitions/" + receipt.path("code").asString() + "/withdraw?pin="
                                + receipt.path("pin").asString(),
                        body);
    }

    @Test
    void what_a_denouncer_wrote_is_told_to_its_handlers_with_the_look_that_is_written_down_and_never_on_the_slip() {
        JsonNode receipt =
                new Work(nobody()).handIn(Samples.least().replace("'channel'", "'kind': 'DENUNCIATION', 'channel'"));
        String path = "/api/public/petitions/" + receipt.path("code").asString();
        String pin = "?pin=" + receipt.path("pin").asString();
        assertThat(nobody().post(path + "/comments" + pin, "{'text': 'Tôi là Bé'}")
                        .expect(200)
                        .text())
                .doesNotContain("Tôi là Bé");
        assertThat(nobody().post(path + "/withdraw" + pin, "{'reason': 'Tôi là Bé', 'sure': true}")
                        .expect(200)
                        .text())
                .contains("EITHER")
                .doesNotContain("Tôi là Bé");
        String id = receipt.path("id").asString();
        assertThat(as("head1").get("/api/petitions/" + id).expect(200).text()).doesNotContain("Tôi là Bé");
        assertThat(as("head1")
                        .get("/api/petitions/" + id + "/history")
                        .expect(200)
                        .text())
                .doesNotContain("Tôi là Bé");
        assertThat(as("head1")
                        .get("/api/petitions/" + id + "/denouncers")
                        .expect(200)
                        .text())
                .contains("Tôi là Bé");
    }

    @Test
    void whom_to_call_is_set_by_an_administrator_and_read_by_everybody() {
        JsonNode receipt = new Work(nobody()).handIn(Samples.complaint());
        String unit = as("officer1")
                .get("/api/petitions/" + receipt.path("id").asString())
                .expect(200)
                .json()
                .path("unit")
                .asString();
        String path = "/api/directory/units/" + unit + "/contact";
        put("head1", path, "{'hotline': '1022'}").expect(403);
        assertThat(put("admin1", path, "{'hotline': 'gọi tôi', 'email': 'x'}")
                        .expect(422)
                        .text())
                .contains("hotline", "email");
        put("admin1", "/api/directory/units/nowhere/contact", "{'hotline': '1022'}")
                .expect(404);
        put("admin1", path, "{'hotline': '1022', 'phone': '024 3942 1234', 'hours': '7:30-17:00'}")
                .expect(200);
        assertThat(nobody().get("/api/public/contacts").expect(200).text()).contains("1022", "7:30-17:00");
        assertThat(nobody().get("/api/public/petitions/" + receipt.path("code").asString() + "?pin="
                                + receipt.path("pin").asString())
                        .expect(200)
                        .json()
                        .path("call")
                        .path("contact")
                        .path("hotline")
                        .asString())
                .isEqualTo("1022");
    }

    private Caller.Answer put(String account, String path, String json) {
        return as(account)
                .with("Content-Type", "application/json")
                .send("PUT", path, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_wrong_pin_and_an_unknown_code_are_one_answer_and_guessing_is_stopped() {
        JsonNode receipt = new Work(nobody()).handIn(Samples.complaint());
        String path = "/api/public/petitions/" + receipt.path("code").asString();
        String wrong = receipt.path("pin").asString().equals("000000") ? "000001" : "000000";
        String unknown = nobody().get("/api/public/petitions/0000-0000-0000?pin=123456")
                .expect(404)
                .text();
        assertThat(nobody().get(path + "?pin=" + wrong).expect(404).text()).isEqualTo(unknown);
        nobody().get(path).expect(404);
        for (int i = 0; i < 8; i++) nobody().get(path + "?pin=" + wrong).expect(404);
        nobody().get(path + "?pin=" + receipt.path("pin").asString()).expect(429);
    }
}
