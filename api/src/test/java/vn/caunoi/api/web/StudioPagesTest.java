package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.web.PageVisitor.Seen;
import vn.caunoi.processes.studio.Library;

/** Designers begin drafts, share them without overwriting each other, see what differs, and publish with a reason. */
class StudioPagesTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void a_draft_begins_with_an_example_and_is_published_with_a_reason() {
        PageVisitor designer = designer();
        String draft = begun(designer, "example:two-approvals", "Hai cấp duyệt thử");
        assertThat(designer.get("/studio").expect(200).text()).contains("Hai cấp duyệt thử");
        Seen refused = designer.post(draft + "/changes", draft + "/publish", Map.of("revision", "1"))
                .expect(422);
        assertThat(refused.text()).contains("Phải nhập.");
        Seen changed = designer.post(draft + "/changes", draft + "/publish", Map.of("revision", "7", "note", "Thử"));
        assertThat(changed.expect(422).text()).contains("Người khác đã sửa");
        Seen done = designer.post(draft + "/changes", draft + "/publish", Map.of("revision", "1", "note", "Thử"))
                .expect(200);
        assertThat(done.text()).contains("Đã ban hành.", "two-approvals");
    }

    @Test
    void drafts_are_found_by_words_and_by_whose_they_are_and_told_page_by_page() {
        PageVisitor designer = designer();
        for (int n = 1; n <= 26; n++) begun(designer, "example:minimal", "Tìm lại nháp " + n + ".");
        Seen first = designer.get("/studio?q=tim%20lai%20nhap").expect(200);
        assertThat(first.text()).contains("26 bản nháp", "Tìm lại nháp 26.").doesNotContain("Tìm lại nháp 1.", "??");
        assertThat(designer.get(first.find("href=\"([^\"]*page=1)\""))
                        .expect(200)
                        .text())
                .contains("Tìm lại nháp 1.")
                .doesNotContain("Tìm lại nháp 26.");
        assertThat(designer.get("/studio?q=tim%20lai%20nhap&whose=MINE&page=77")
                        .expect(200)
                        .text())
                .contains("Tìm lại nháp 1.");
        assertThat(designer.get("/studio?q=tim%20lai%20nhap&whose=PROPOSED")
                        .expect(200)
                        .text())
                .contains("Không có bản nháp nào như vậy.", "Bỏ lọc");
        designer.get("/studio?whose=nobody").expect(422);
    }

    @Test
    void a_draft_of_a_version_tells_what_differs_from_it() {
        PageVisitor designer = designer();
        String draft = begun(designer, "version:feedback/1", "Phản ánh mới");
        assertThat(designer.get(draft + "/changes").expect(200).text()).contains("Không khác gì.");
        Seen other = designer.get(draft + "/changes?with=petition-intake/1").expect(200);
        assertThat(other.text()).contains("thêm", "bỏ", "Bằng lời", "Bước mới “", "Không còn “");
        assertThat(designer.get(draft + "/changes?with=petition-intake/1&lang=en")
                        .expect(200)
                        .text())
                .doesNotContain("??", "explain.");
        designer.get(draft + "/changes?with=nothing/1").expect(404);
        designer.get(draft + "/changes?with=x").expect(404);
        assertThat(designer.get("/processes/feedback/rehearsals?kept=" + draft.substring("/studio/".length()))
                        .expect(200)
                        .text())
                .contains("Bản nháp trong xưởng: Phản ánh mới");
    }

    @Test
    void a_step_of_the_law_that_is_left_out_is_told_to_the_approver_with_its_reason() throws IOException {
        PageVisitor designer = designer();
        String shipped;
        try (InputStream in = Objects.requireNonNull(Library.class.getResourceAsStream("/models/complaint.bpmn"))) {
            shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String without = shipped.replace("name=\"petition.withdrawn\"", "name=\"petition.note-added\"");
        Seen missing =
                designer.upload("/studio", "/studio", Map.of("file", without), Map.of("name", "Không công khai"));
        assertThat(designer.get(missing.expect(200).path() + "/changes")
                        .expect(200)
                        .text())
                .contains("Thiếu bước luật định");
        String waived = shipped.replaceFirst(
                "<bpmn:laneSet",
                "<bpmn:extensionElements><w:waived xmlns:w=\"https://caunoi.vn/schema/bpmn\" step=\"publication\" reason=\"Vụ việc mật\"/>"
                        + "</bpmn:extensionElements><bpmn:laneSet");
        Seen draft = designer.upload("/studio", "/studio", Map.of("file", waived), Map.of("name", "Không công khai"));
        assertThat(designer.get(draft.expect(200).path() + "/changes?with=complaint/1")
                        .expect(200)
                        .text())
                .contains("Bước luật định được bỏ qua", "Công khai", "Vụ việc mật", "Bỏ bước luật định “Công khai”");
    }

    @Test
    void the_guide_has_a_picture_of_each_step_in_both_languages() {
        String guide = designer().get("/studio/guide").expect(200).html();
        assertThat(guide)
                .contains("Mười phút với xưởng quy trình")
                .contains(".webp")
                .doesNotContain("??", ".png");
        assertThat(StudioGuidePage.STEPS).allSatisfy(step -> {
            assertThat(guide).contains("id=\"" + step + "\"", "/assets/guide/" + step + ".vi");
            for (String language : new String[] {"vi", "en"})
                assertThat(getClass().getResource("/static/assets/guide/" + step + "." + language + ".webp"))
                        .as(step + " " + language)
                        .isNotNull();
        });
        new PageVisitor(port).as("officer1").get("/studio/guide").expect(403);
    }

    @Test
    void a_file_is_taken_and_told_what_is_wrong_with_it() {
        PageVisitor designer = designer();
        Seen begun = designer.upload("/studio", "/studio", Map.of("file", "<a>not BPMN</a>"), Map.of("name", "Tệp lạ"))
                .expect(200);
        assertThat(designer.get(begun.path() + "/changes").expect(200).text())
                .contains("lỗi", "Dòng 1: không được dùng");
        Seen unnamed = designer.post("/studio", "/studio", Map.of("from", "example:minimal"))
                .expect(422);
        assertThat(unnamed.text()).contains("Phải nhập.");
        designer.post("/studio", "/studio", Map.of("from", "version:none/1", "name", "x"))
                .expect(422);
    }

    @Test
    void a_draft_is_described_taken_away_and_removed() {
        PageVisitor designer = designer();
        String draft = begun(designer, "example:minimal", "Bỏ đi");
        assertThat(designer.post(draft, draft + "/name", Map.of("name", "Tên khác", "description", "Vì sao"))
                        .expect(200)
                        .text())
                .contains("Tên khác", "Vì sao");
        assertThat(designer.get(draft + "/file").expect(200).html()).contains("short-answer");
        assertThat(designer.post(draft, draft + "/remove", Map.of()).expect(200).text())
                .contains("Đã xóa bản nháp.");
        designer.get(draft).expect(404);
    }

    @Test
    void the_studio_is_for_designers() {
        for (String account : new String[] {"officer1", "inspector1", "admin1"}) {
            new PageVisitor(port).as(account).get("/studio").expect(403);
            new PageVisitor(port).as(account).get("/studio/palette").expect(403);
        }
    }

    @Test
    void the_palette_holds_what_a_diagram_may_hold_in_the_language_of_the_reader() {
        String palette = designer().get("/studio/palette").expect(200).html();
        assertThat(palette)
                .contains("set-deadline", "triage", "petition.withdrawn", "closingGround")
                .contains("Việc của người")
                .doesNotContain("??");
    }

    private String begun(PageVisitor designer, String from, String name) {
        return designer.post("/studio", "/studio", Map.of("from", from, "name", name))
                .expect(200)
                .path();
    }

    private PageVisitor designer() {
        return new PageVisitor(port).as("designer1");
    }
}
