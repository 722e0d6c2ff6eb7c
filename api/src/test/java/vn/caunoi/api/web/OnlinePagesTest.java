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
    void what_is_edited_after_it_was_sent_is_not_lost_silently_and_may_become_another_petition() {
        PageVisitor citizen = new PageVisitor(port);
        Seen look = citizen.post(PAGE, PAGE, feedback()).expect(200);
        Map<String, String> secret = Map.of("secret", look.find("name=\"secret\" value=\"([^\"]+)\""));
        String code = citizen.post(PAGE, PAGE + "/send", secret).expect(200).find("id=\"code\">([^<]+)<");
        Map<String, String> edited = feedback();
        edited.put("content", "Đèn tắt, và cột nghiêng.");
        edited.putAll(secret);
        Seen told = citizen.post(PAGE, PAGE, edited).expect(409);
        assertThat(told.text())
                .contains("Đơn này đã được gửi, mã " + code, "chưa được gửi")
                .doesNotContain("??");
        assertThat(told.html()).contains("Đèn tắt, và cột nghiêng.", "/t?code=" + code);
        edited.put("secret", told.find("name=\"secret\" value=\"([^\"]*)\""));
        Seen again = citizen.post(PAGE, PAGE, edited).expect(200);
        String other = citizen.post(
                        PAGE, PAGE + "/send", Map.of("secret", again.find("name=\"secret\" value=\"([^\"]+)\"")))
                .expect(200)
                .find("id=\"code\">([^<]+)<");
        assertThat(other).isNotEqualTo(code);
        assertThat(citizen.post(PAGE, PAGE + "/continue", secret).expect(409).text())
                .contains("mã " + code);
        assertThat(citizen.post(PAGE, PAGE + "/send", secret).expect(200).text())
                .contains(code);
    }

    @Test
    void how_much_may_be_sent_is_told_before_and_too_much_takes_nothing_that_was_typed() {
        PageVisitor citizen = new PageVisitor(port);
        String form = citizen.get(PAGE).expect(200).html();
        assertThat(form)
                .contains("data-most=\"10\"", "data-each=\"", "data-together=\"", "Nhiều nhất 10 tệp")
                .doesNotContain("??");
        Map<String, String> typed = feedback();
        Seen kept = citizen.postWithFile(PAGE, PAGE, typed, "1.txt", "một").expect(200);
        typed.put("secret", kept.find("name=\"secret\" value=\"([^\"]+)\""));
        for (int no = 2; no <= 10; no++)
            citizen.postWithFile(PAGE, PAGE, typed, no + ".txt", "tệp " + no).expect(200);
        assertThat(citizen.postWithFile(PAGE, PAGE, typed, "11.txt", "tệp 11")
                        .expect(422)
                        .text())
                .contains("Nhiều nhất 10 tệp", "những gì đã viết vẫn còn");
        citizen.postWithFile(PAGE, PAGE, feedback(), "to.txt", "x".repeat(27_000_000))
                .expect(413);
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
