package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** A superior directs something in a case; it stands on every board until it is reported as done. */
class DirectionPagesTest extends RunningApi {

    private static final String DAY = "2026-12-31";

    @LocalServerPort
    private int port;

    @Test
    void what_an_inspector_directs_is_told_to_its_officer_and_stays_until_it_is_done() {
        var handedIn = new Work(nobody()).handIn(Samples.complaint());
        String id = handedIn.path("id").asString();
        String code = handedIn.path("code").asString();
        String form = "/cases/" + id + "/do/direct";
        String text = "Làm rõ nguồn gốc đất " + code;
        PageVisitor inspector = new PageVisitor(port).as("inspector1");
        Seen wrong = inspector
                .post(form, form, Map.of("text", text, "doBy", "2020-01-01", "officer", "officer1"))
                .expect(422);
        assertThat(wrong.html()).contains(">" + text + "<", "q-doBy").doesNotContain("??");
        Seen given = inspector
                .post(form, form, Map.of("text", text, "doBy", DAY, "officer", "officer1"))
                .expect(200);
        assertThat(given.text()).contains("Đã chỉ đạo.", text, "Chỉ đạo số 1").doesNotContain("??");

        PageVisitor officer = new PageVisitor(port).as("officer1");
        assertThat(officer.get("/inbox").expect(200).text()).contains("chỉ đạo đang chờ thực hiện");
        assertThat(listed(officer, "?whose=mine")).contains(code, text);
        assertThat(listed(inspector, "?whose=given")).contains(code);
        assertThat(listed(new PageVisitor(port).as("head2"), "")).doesNotContain(code);
        assertThat(new PageVisitor(port).as("head1").get("/board").expect(200).text())
                .contains("chỉ đạo đang chờ thực hiện");

        String page = "/cases/" + id;
        String done = page + "/do/direction-done";
        assertThat(new PageVisitor(port).as("officer2").get(page).expect(200).html())
                .doesNotContain("do/direction-done");
        assertThat(officer.get(page).expect(200).html()).contains("do/direction-done", "done-1");
        Seen empty = officer.post(page, done, Map.of("direction", "1", "answer", " "))
                .expect(422);
        assertThat(empty.html()).contains("q-answer");
        Seen reported = officer.post(page, done, Map.of("direction", "1", "answer", "Đã làm việc với dân"))
                .expect(200);
        assertThat(reported.text()).contains("Đã báo cáo thực hiện.", "Đã làm việc với dân");
        assertThat(listed(officer, "?whose=mine")).doesNotContain(code);
        assertThat(listed(inspector, "?stand=done")).contains(code, "Đã làm việc với dân");
    }

    @Test
    void who_may_not_direct_is_refused_and_what_was_a_mistake_is_taken_back() {
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        String path = "/api/petitions/" + id + "/directions";
        String body = "{'text': 'Báo cáo', 'doBy': '2026-12-31'}";
        as("officer1").post(path, body).expect(403);
        as("head2").post(path, body).expect(404);
        assertThat(as("head1")
                        .post(path, "{}")
                        .expect(422)
                        .json()
                        .path("violations")
                        .size())
                .isEqualTo(2);
        as("head1")
                .post(path, "{'text': 'x', 'doBy': '2026-12-31', 'officer': 'officer3'}")
                .expect(422);
        as("head1")
                .post(path, "{'text': 'x', 'doBy': '2026-12-31', 'unit': 'nowhere'}")
                .expect(422);
        as("head1").post(path, body).expect(200);
        as("officer1").post(path + "/2/done", "{'answer': 'x'}").expect(422);
        String form = "/cases/" + id + "/do/direction-back";
        new PageVisitor(port)
                .as("head1")
                .post(form, form, Map.of("direction", "1", "reason", "Nhầm hồ sơ"))
                .expect(200);
        assertThat(as("head1")
                        .get("/api/petitions/" + id)
                        .expect(200)
                        .json()
                        .at("/directions/0/end")
                        .asString())
                .isEqualTo("TAKEN_BACK");
        as("officer1").get("/api/directions?stand=late").expect(422);
        assertThat(as("officer1").get("/api/directions?stand=ended").expect(200).text())
                .contains(id);
        new PageVisitor(port).as("clerk1").get("/directions?stand=%00").expect(422);
    }

    private static String listed(PageVisitor reader, String query) {
        Seen seen = reader.get("/directions" + query).expect(200);
        assertThat(seen.text()).doesNotContain("??");
        return seen.text();
    }
}
