package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.web.PageVisitor.Seen;

/** Dialogue conferences as their people meet them, without script. */
class ConferencePagesTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void each_role_has_its_pages() {
        Seen list = visitor().as("inspector1").get("/conferences").expect(200);
        assertThat(list.text())
                .contains("Hội nghị đối thoại", "đơn vị đã đối thoại")
                .doesNotContain("??");
        assertThat(visitor().as("clerk1").get("/conferences/new").expect(200).html())
                .doesNotContain("??");
        visitor().as("designer1").get("/conferences").expect(403);
        visitor().as("inspector1").get("/conferences/new").expect(403);
    }

    @Test
    void a_conference_is_planned_held_a_matter_becomes_a_petition_and_the_result_is_published() {
        PageVisitor clerk = visitor().as("clerk1");
        Seen wrong = clerk.post("/conferences/new", "/conferences/new", Map.of("new.subject", "Chủ đề đã gõ"))
                .expect(422);
        assertThat(wrong.html()).contains("Chủ đề đã gõ", "q-new-day").doesNotContain("??");
        Map<String, String> plan = new LinkedHashMap<>();
        plan.put("seed", "a conference");
        plan.put("new.subject", "Đường làng và chợ");
        plan.put("new.occasion", "YEARLY");
        plan.put("new.day", "2026-11-18");
        plan.put("new.place", "Hội trường");
        Seen planned = clerk.post("/conferences/new", "/conferences/new", plan).expect(200);
        String at = planned.path();
        Seen late = clerk.post(at, at + "/announce", Map.of("announce.on", "2026-11-13", "announce.where", "Loa"));
        assertThat(late.expect(200).text()).contains("chậm");
        assertThat(clerk.post(at, at + "/hold", Map.of("hold.chair", "head1"))
                        .expect(422)
                        .html())
                .contains("q-hold-participants-error");
        Map<String, String> held =
                Map.of("hold.chair", "head1", "hold.participants", "90", "hold.minutes", "Họp từ 8 giờ");
        assertThat(clerk.post(at, at + "/hold", held).expect(200).text()).contains("Công khai trước hết ngày", "90");
        Map<String, String> matter = Map.of("matter.matter", "Chợ ngập nước", "matter.speaker", "Bà Tư");
        Seen raised = clerk.post(at, at + "/matter", matter).expect(200);
        assertThat(raised.text()).contains("Chợ ngập nước", "Bà Tư");
        String id = at.replace("/conferences/", "");
        Seen form = clerk.get("/hand-in?conference=" + id + "&matter=1").expect(200);
        assertThat(form.html()).contains("value=\"Bà Tư\"", "Chợ ngập nước");
        Map<String, String> petition = new LinkedHashMap<>();
        petition.put("conference", id);
        petition.put("matter", "1");
        petition.put("seed", "seed of a conference");
        petition.put("channel", "DESK");
        petition.put("subject", "Chợ ngập nước");
        petition.put("content", "Chợ ngập nước");
        petition.put("petitioners[0].fullName", "Bà Tư");
        String code = clerk.post("/hand-in", "/hand-in", petition).expect(200).find("id=\"code\">([^<]+)<");
        assertThat(clerk.get(at).text()).contains(code);
        Map<String, String> result =
                Map.of("publish.on", "2026-11-18", "publish.where", "Cổng thông tin", "publish.text", "Sẽ sửa chợ");
        assertThat(clerk.post(at, at + "/publish", result).expect(200).text())
                .contains("Đã công khai kết quả", "đúng hạn", "Sẽ sửa chợ")
                .doesNotContain("??");
        assertThat(clerk.get("/conferences").text()).contains("1/1 đơn vị", "Đường làng và chợ");
    }

    private PageVisitor visitor() {
        return new PageVisitor(port);
    }
}
