package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.web.PageVisitor.Seen;

/** Somebody without an account and without script writes, looks it over, and sends once. */
class OnlinePagesTest extends RunningApi {

    private static final String PAGE = "/public/hand-in";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void what_is_written_is_looked_over_and_sent_once_with_code_and_pin() {
        PageVisitor citizen = new PageVisitor(port);
        Seen look = citizen.postWithFile(PAGE, PAGE, feedback(), "anh.txt", "Ảnh đèn hỏng")
                .expect(200);
        assertThat(look.text()).contains("Đơn chưa được gửi", "Đèn đường thôn 3 hỏng", "Trần Thị Bình", "anh.txt");
        Map<String, String> secret = Map.of("secret", look.find("name=\"secret\" value=\"([^\"]+)\""));
        Seen done = citizen.post(PAGE, PAGE + "/send", secret).expect(200);
        String code = done.find("id=\"code\">([^<]+)<");
        String pin = done.find("id=\"pin\">(\\d{6})<");
        assertThat(done.text()).contains("Mời bạn đến ký đơn");
        assertThat(citizen.post(PAGE, PAGE + "/send", secret).expect(200).find("id=\"pin\">(\\d{6})<"))
                .isEqualTo(pin);
        assertThat(citizen.post("/t", "/t", Map.of("code", code, "pin", pin))
                        .expect(200)
                        .text())
                .contains("Đơn đã được nhận");
        Seen found = new PageVisitor(port).as("clerk1").get("/cases?q=" + code).expect(200);
        Seen page = new PageVisitor(port)
                .as("clerk1")
                .get(found.find("(/cases/[0-9a-f-]{36})"))
                .expect(200);
        assertThat(page.text()).contains("Trần Thị Bình", "anh.txt", "Thay bóng đèn", "Trực tuyến");
    }

    @Test
    void mistakes_stand_at_their_fields_and_nothing_typed_is_lost() {
        Map<String, String> typed = feedback();
        typed.put("kind", "COMPLAINT");
        typed.put("demand", "");
        typed.put("fullName", "");
        typed.put("about.knownOn", "hôm qua");
        Seen page = new PageVisitor(port)
                .postWithFile(PAGE, PAGE, typed, "anh.txt", "x")
                .expect(422);
        assertThat(page.html()).contains("q-about-knownOn-error", "Đèn đường thôn 3 hỏng", "anh.txt");
        typed.put("about.knownOn", "");
        assertThat(new PageVisitor(port).post(PAGE, PAGE, typed).expect(422).html())
                .contains("q-fullName-error", "q-demand-error");
    }

    @Test
    void what_is_kept_is_found_by_its_code_from_elsewhere_and_lies_sealed() {
        Map<String, String> typed = feedback();
        typed.put("then", "keep");
        Seen kept = new PageVisitor(port).post(PAGE, PAGE, typed).expect(200);
        String code = kept.find("class=\"code big\">([A-Z0-9-]{23})<");
        Seen again = new PageVisitor(port)
                .post(PAGE, PAGE + "/continue", Map.of("secret", code.toLowerCase(Locale.ROOT)))
                .expect(200);
        assertThat(again.html()).contains("Đèn đường thôn 3 hỏng");
        assertThat(jdbc.queryForList("select id, typed from vault.online_draft"))
                .allSatisfy(
                        row -> assertThat(row.get("id") + new String((byte[]) row.get("typed"), StandardCharsets.UTF_8))
                                .doesNotContain("Đèn", "Bình", code.replace("-", "")));
        assertThat(new PageVisitor(port)
                        .post(PAGE, PAGE + "/continue", Map.of("secret", "AAAAA-AAAAA-AAAAA-AAAAA"))
                        .text())
                .contains("Mã viết tiếp không đúng");
    }

    @Test
    void a_program_that_fills_every_field_and_denunciations_are_not_taken() {
        Map<String, String> typed = feedback();
        typed.put("website", "https://spam.example");
        new PageVisitor(port).post(PAGE, PAGE, typed).expect(429);
        Map<String, String> other = feedback();
        other.put("kind", "DENUNCIATION");
        new PageVisitor(port).post(PAGE, PAGE, other).expect(422);
        new PageVisitor(port)
                .post(PAGE, PAGE + "/send", Map.of("secret", "nothing"))
                .expect(404);
    }

    private static Map<String, String> feedback() {
        Map<String, String> typed = new HashMap<>();
        typed.put("kind", "FEEDBACK");
        typed.put("unit", "A");
        typed.put("subject", "Đèn đường thôn 3 hỏng");
        typed.put("content", "Đèn tắt từ hai tuần nay.");
        typed.put("demand", "Thay bóng đèn\nKiểm tra cả tuyến");
        typed.put("fullName", "Trần Thị Bình");
        typed.put("address", "Thôn 3");
        return typed;
    }
}
