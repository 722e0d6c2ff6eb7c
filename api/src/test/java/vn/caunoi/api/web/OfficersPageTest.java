package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

class OfficersPageTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void a_head_looks_at_what_would_go_where_confirms_it_and_is_told_what_was_done() {
        String petition =
                new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        as("head1")
                .post("/api/petitions/" + petition + "/reassign", "{'officer': 'officer2', 'reason': 'Phân công'}")
                .expect(200);
        PageVisitor head = new PageVisitor(port).as("head1");
        assertThat(head.get("/officers").expect(200).html()).contains("/officers/officer2/hand-over");
        Seen preview = head.get("/officers/officer2/hand-over?to=officer1").expect(200);
        assertThat(preview.html()).contains("/cases/" + petition).doesNotContain("??");
        assertThat(preview.text()).contains("Bàn giao của Name of officer2").contains("Name of officer1");

        String page = "/officers/officer2/hand-over";
        Seen unconfirmed = head.post(page, page, Map.of("to", "officer1", "reason", "Nghỉ hưu"))
                .expect(422);
        assertThat(unconfirmed.html()).contains("confirm-error").contains(">Nghỉ hưu<");
        head.post(page, page, Map.of("to", "officer1", "reason", "", "confirm", "true"))
                .expect(422);
        Seen done = head.post(page, page, Map.of("to", "officer1", "reason", "Nghỉ hưu", "confirm", "true"))
                .expect(200);
        assertThat(done.path()).isEqualTo("/officers");
        assertThat(done.text()).contains("Đã bàn giao: ");
        assertThat(head.get("/cases/" + petition).expect(200).text()).contains("Nghỉ hưu");
    }

    @Test
    void a_head_writes_down_who_is_away_and_the_deputy_finds_it_in_the_task_list() {
        PageVisitor head = new PageVisitor(port).as("head1");
        String page = "/officers/clerk1/absence";
        assertThat(head.get(page).expect(200).text()).contains("Vắng mặt: Name of clerk1");
        assertThat(head.post(page, page, Map.of("from", "", "deputy", "officer2"))
                        .expect(422)
                        .html())
                .contains("q-from-error");
        Seen done = head.post(page, page, Map.of("from", "2026-01-05", "until", "2099-01-05", "deputy", "officer2"))
                .expect(200);
        assertThat(done.text()).contains("Đã ghi vắng mặt.", "làm thay: Name of officer2");
        assertThat(new PageVisitor(port)
                        .as("officer2")
                        .get("/inbox")
                        .expect(200)
                        .text())
                .contains("Làm thay Name of clerk1");
        Seen back = head.post("/officers", "/officers/clerk1/back", Map.of("from", "2026-01-05"))
                .expect(200);
        assertThat(back.text()).contains("Đã ghi trở lại làm việc.");
        assertThat(new PageVisitor(port).as("officer2").get("/inbox").text()).doesNotContain("Làm thay Name of clerk1");
    }

    @Test
    void the_pages_are_for_heads_and_speak_english_too() {
        new PageVisitor(port).as("officer1").get("/officers").expect(403);
        new PageVisitor(port).as("inspector1").get("/officers").expect(403);
    }
}
