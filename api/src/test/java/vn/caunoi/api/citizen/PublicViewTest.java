package vn.caunoi.api.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
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
