package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

class SplitPageTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void an_officer_splits_by_points_and_is_given_the_codes_and_pins_of_the_parts() {
        String path = "/cases/"
                + new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        PageVisitor officer = new PageVisitor(port).as("officer1");
        Seen form = officer.get(path + "/do/split").expect(200);
        assertThat(form.html()).contains(">Hủy quyết định<").contains(">Bồi thường<");
        Seen done = officer.post(
                        path + "/do/split",
                        path + "/do/split",
                        Map.of(
                                "subject_1", "Khiếu nại thu hồi đất",
                                "kind_1", "COMPLAINT",
                                "demands_1", "Hủy quyết định\nBồi thường",
                                "subject_2", "Phản ánh thái độ",
                                "kind_2", "FEEDBACK",
                                "reason", "Nhiều nội dung",
                                "confirm", "true"))
                .expect(200);
        assertThat(done.text()).containsPattern("Các đơn đã tách .*PIN \\d{6}.*PIN \\d{6}");
        assertThat(officer.get(path).expect(200).text()).doesNotContain("PIN ");
    }

    @Test
    void one_part_is_no_split_and_what_was_typed_is_kept() {
        String path = "/cases/"
                + new Work(nobody()).handIn(Samples.complaint()).path("id").asString() + "/do/split";
        Seen page = new PageVisitor(port)
                .as("officer1")
                .post(path, path, Map.of("demands_1", "Hủy quyết định", "reason", "r", "confirm", "true"))
                .expect(422);
        assertThat(page.html()).contains("q-subject-1-error").contains(">Hủy quyết định<");
    }

    @Test
    void a_petition_is_merged_into_another_from_its_page() {
        Work work = new Work(nobody());
        String into = work.handIn(Samples.complaint()).path("code").asString();
        String path = "/cases/" + work.handIn(Samples.complaint()).path("id").asString();
        Seen done = new PageVisitor(port)
                .as("officer1")
                .post(
                        path + "/do/merge",
                        path + "/do/merge",
                        Map.of("into", into, "reason", "Cùng nội dung", "confirm", "true"))
                .expect(200);
        assertThat(done.text()).contains("Nhập vào").contains(into);
    }
}
