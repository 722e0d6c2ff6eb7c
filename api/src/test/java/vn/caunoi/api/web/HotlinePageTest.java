package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.web.PageVisitor.Seen;

class HotlinePageTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void a_call_becomes_feedback_and_the_form_is_ready_for_the_next_one() {
        PageVisitor clerk = new PageVisitor(port).as("clerk1");
        Seen next = clerk.post("/hotline", "/hotline", typed("Trần Thị Bình", "0905 111 222"))
                .expect(200);
        assertThat(next.path()).isEqualTo("/hotline");
        assertThat(next.text()).contains("Đọc mã và PIN cho người gọi");
        assertThat(next.html()).doesNotContain("Ngập nước").contains("id=\"q-who\"");
        String pin = next.find("id=\"pin\">(\\d{6})<");
        assertThat(clerk.get("/hotline").html()).doesNotContain(pin);
        JsonNode file = file(next);
        assertThat(file.path("kind").asString()).isEqualTo("FEEDBACK");
        assertThat(file.path("channel").asString()).isEqualTo("HOTLINE");
        assertThat(file.path("subject").asString()).isEqualTo("Ngập nước ở ngõ 12");
        assertThat(file.path("place").asString()).isEqualTo("Ngõ 12");
        assertThat(file.path("petitioners").get(0).path("fullName").asString()).isEqualTo("Trần Thị Bình");
        Seen tracked = clerk.post("/t", "/t", Map.of("code", next.find("id=\"code\">([^<]+)<"), "pin", pin))
                .expect(200);
        assertThat(tracked.text()).contains("Đơn đã được nhận");
    }

    @Test
    void who_gives_no_name_is_reached_by_phone_or_stays_without_a_name() {
        PageVisitor clerk = new PageVisitor(port).as("clerk1");
        JsonNode byPhone = file(
                clerk.post("/hotline", "/hotline", typed("", "0905 333 444")).expect(200));
        assertThat(byPhone.path("petitioners").get(0).path("fullName").asString())
                .isEqualTo("Người gọi đường dây nóng");
        JsonNode nobody = file(clerk.post("/hotline", "/hotline", typed("", "")).expect(200));
        assertThat(nobody.path("anonymous").asBoolean()).isTrue();
    }

    @Test
    void a_call_about_nothing_is_told_and_what_was_typed_is_kept() {
        Map<String, String> typed = typed("Trần Thị Bình", "0905 111 222");
        typed.put("what", " ");
        typed.put("where", "Ngõ".repeat(100));
        PageVisitor clerk = new PageVisitor(port).as("clerk1");
        Seen page = clerk.post("/hotline", "/hotline", typed).expect(422);
        assertThat(page.text()).contains("Việc gì: Phải nhập.").doesNotContain("Có 2 chỗ");
        assertThat(page.html()).contains("value=\"Trần Thị Bình\"");
        typed.put("what", "Ngập nước");
        assertThat(clerk.post("/hotline", "/hotline", typed).expect(422).text()).contains("Ở đâu: ");
        new PageVisitor(port).as("inspector1").get("/hotline").expect(403);
    }

    private JsonNode file(Seen page) {
        return as("clerk1")
                .get("/api/petitions/" + page.find("id=\"code\">([^<]+)<"))
                .expect(200)
                .json();
    }

    private static Map<String, String> typed(String who, String phone) {
        return new LinkedHashMap<>(Map.of(
                "seed",
                UUID.randomUUID().toString(),
                "who",
                who,
                "phone",
                phone,
                "what",
                "Ngập nước ở ngõ 12\nHai ngày chưa rút",
                "where",
                "Ngõ 12"));
    }
}
