package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;

/** What people set for themselves, and administrators for other programs. */
class SettingsPagesTest extends RunningApi {

    @LocalServerPort
    private int port;

    private PageVisitor visitor() {
        return new PageVisitor(port);
    }

    @Test
    void an_officer_chooses_how_to_be_told() {
        PageVisitor officer = visitor().as("officer3");
        assertThat(officer.get("/settings").text()).contains("Cài đặt của tôi");
        assertThat(officer.post("/settings", "/settings", Map.of("how", "DAILY"))
                        .expect(422)
                        .html())
                .contains("email-error");
        assertThat(officer.post(
                                "/settings",
                                "/settings",
                                Map.of("how", "DAILY", "email", "ba@example.vn", "language", "EN"))
                        .expect(200)
                        .html())
                .contains("Đã lưu cài đặt", "ba@example.vn")
                .doesNotContain("??");
        officer.post("/settings", "/settings", Map.of("how", "NONE")).expect(200);
    }

    @Test
    void a_head_switches_the_mail_of_the_morning_on_and_off() {
        PageVisitor head = visitor().as("head2");
        assertThat(head.post("/settings", "/settings", Map.of("how", "NONE", "overview", "true"))
                        .expect(422)
                        .html())
                .contains("email-error", "id=\"overview\" name=\"overview\" value=\"true\"");
        Map<String, String> on = Map.of("how", "NONE", "email", "sang@example.vn", "overview", "true");
        assertThat(head.post("/settings", "/settings", on).expect(200).find("(checked[^>]*><label for=\"overview\")"))
                .isNotBlank();
        assertThat(head.post("/settings", "/settings", Map.of("how", "NONE"))
                        .expect(200)
                        .html())
                .doesNotContainPattern("checked[^>]*><label for=\"overview\"");
        assertThat(visitor().as("officer1").get("/settings").html()).doesNotContain("name=\"overview\"");
    }

    @Test
    void an_administrator_registers_a_receiver_and_sees_the_secret_once() {
        PageVisitor admin = visitor().as("admin1");
        String at = "/admin/webhooks";
        assertThat(admin.post(at, at, Map.of("url", "http://10.1.1.1/"))
                        .expect(422)
                        .html())
                .contains("url-error")
                .doesNotContain("??");
        var done = admin.post(at, at, Map.of("url", "http://127.0.0.1:1/x", "kinds", "petition.closed"))
                .expect(200);
        assertThat(done.text()).contains("whsec_", "Đã đăng ký nơi nhận").doesNotContain("??");
        String one = done.path();
        assertThat(admin.get(one).text()).doesNotContain("whsec_");
        assertThat(admin.post(one, one + "/test", Map.of()).expect(200).text())
                .contains("không nhận sự kiện thử", "không trả lời")
                .doesNotContain("??");
        assertThat(admin.post(one, one + "/off", Map.of()).expect(200).text()).contains("Đã tắt");
        admin.post(one, one + "/on", Map.of()).expect(200);
        assertThat(admin.post(one, one + "/remove", Map.of()).expect(200).text())
                .contains("Đã xóa nơi nhận");
        visitor().as("head1").get(at).expect(403);
    }
}
