package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.api.draft.Drafts;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Vault;

/** What was typed and not sent is there again, for who typed it and for nobody else. */
class DraftPagesTest extends RunningApi {

    private static final Map<String, String> BY_SCRIPT = Map.of("Caunoi-Draft", "1");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private Drafts drafts;

    @Test
    void a_draft_is_kept_shown_to_its_author_only_and_gone_when_the_task_is_done() {
        Opened opened = opened();
        PageVisitor officer = visitor("officer1");
        Seen told = officer.post(opened.page(), opened.task("/draft"), typed("Cần Sở Tài nguyên trả lời"), BY_SCRIPT)
                .expect(200);
        assertThat(told.html()).contains("Đã giữ nháp lúc", "\"taken\":false");
        assertThat(officer.get(opened.page()).text()).contains("Cần Sở Tài nguyên trả lời", "Đang hiện bản nháp");
        assertThat(visitor("head1").get(opened.page()).text()).doesNotContain("Cần Sở Tài nguyên trả lời");
        assertThat(stored(opened)).doesNotContain("Tài nguyên");
        officer.post(
                        opened.page(),
                        opened.task("/complete"),
                        Map.of("outcome", "classified", "classified.kind", "COMPLAINT"))
                .expect(200);
        assertThat(rows(opened)).isZero();
    }

    @Test
    void without_script_a_button_keeps_it_and_another_throws_it_away() {
        Opened opened = opened();
        PageVisitor officer = visitor("officer1");
        assertThat(officer.post(opened.page(), opened.task("/draft"), typed("Bản nháp không script"))
                        .expect(200)
                        .text())
                .contains("Đã giữ nháp. Chỉ mình bạn thấy.", "Bản nháp không script");
        assertThat(officer.post(opened.page(), opened.task("/draft/drop"), Map.of())
                        .expect(200)
                        .text())
                .contains("Đã bỏ nháp.")
                .doesNotContain("Bản nháp không script");
    }

    @Test
    void whoever_comes_second_is_told_while_typing_and_keeps_what_was_typed() {
        Opened opened = opened();
        PageVisitor second = visitor("officer2");
        Seen told = second.post("/inbox", opened.task("/draft"), typed("Tôi cũng đang viết"), BY_SCRIPT)
                .expect(200);
        assertThat(told.html()).contains("Name of officer1 đang giữ việc này", "\"taken\":true");
        visitor("officer1")
                .post(
                        opened.page(),
                        opened.task("/complete"),
                        Map.of("outcome", "classified", "classified.kind", "COMPLAINT"))
                .expect(200);
        assertThat(second.get(opened.page()).text()).contains("Bản nháp của bạn", "Tôi cũng đang viết");
        Seen late = second.post("/inbox", opened.task("/complete"), typed("Tôi cũng đang viết"))
                .expect(409);
        assertThat(late.text()).contains("Tôi cũng đang viết", "Kết quả đã chọn: Đã phân loại", "Lưu thành ghi chú");
        assertThat(second.post("/inbox", opened.page() + "/do/note", Map.of("text", "Tôi cũng đang viết"))
                        .expect(200)
                        .text())
                .contains("Tôi cũng đang viết");
    }

    @Test
    void a_form_outside_a_task_has_its_draft_too() {
        Opened opened = opened();
        PageVisitor officer = visitor("officer1");
        String form = opened.page() + "/do/note";
        officer.post(form, form + "/draft", Map.of("text", "Ghi chú dở dang"), BY_SCRIPT)
                .expect(200);
        assertThat(officer.get(form).text()).contains("Ghi chú dở dang", "Đang hiện bản nháp");
        officer.post(form, form, Map.of("text", "Ghi chú xong")).expect(200);
        assertThat(officer.get(form).text()).doesNotContain("dở dang");
    }

    @Test
    void what_is_too_long_is_told_and_the_draft_before_stays() {
        Opened opened = opened();
        PageVisitor officer = visitor("officer1");
        officer.post(opened.page(), opened.task("/draft"), typed("Bản nháp trước"), BY_SCRIPT)
                .expect(200);
        officer.post(opened.page(), opened.task("/draft"), typed("dài ".repeat(60_000)), BY_SCRIPT)
                .expect(413);
        assertThat(officer.get(opened.page()).text()).contains("Bản nháp trước");
    }

    @Test
    void a_draft_of_a_case_of_another_unit_or_of_no_task_cannot_be_kept() {
        Opened opened = opened();
        PageVisitor other = visitor("officer3");
        other.post("/inbox", opened.task("/draft"), typed("x"), BY_SCRIPT).expect(404);
        other.post("/inbox", opened.page() + "/do/note/draft", typed("x"), BY_SCRIPT)
                .expect(404);
        visitor("officer1")
                .post("/inbox", "/tasks/nothing/draft", typed("x"), BY_SCRIPT)
                .expect(404);
        visitor("officer1")
                .post("/inbox", opened.page() + "/do/nothing/draft", typed("x"), BY_SCRIPT)
                .expect(404);
    }

    @Test
    void a_draft_goes_with_its_case_and_after_thirty_days() {
        Opened opened = opened();
        PageVisitor officer = visitor("officer1");
        officer.post(opened.page(), opened.task("/draft"), typed("Sẽ bị xóa"), BY_SCRIPT)
                .expect(200);
        jdbc.update(
                "update vault.form_draft set kept_at = kept_at - interval '31 days' where petition = ?", opened.id());
        drafts.tidy();
        assertThat(rows(opened)).isZero();
        officer.post(opened.page(), opened.task("/draft"), typed("Đi cùng vụ việc"), BY_SCRIPT)
                .expect(200);
        vault.erase(KeyId.petition(opened.id()));
        assertThat(drafts.find(
                        new OfficerId("officer1"), Drafts.Place.ofTask(new PetitionId(opened.id()), opened.task())))
                .isEmpty();
    }

    private record Opened(String id, String task) {
        String page() {
            return "/cases/" + id;
        }

        String task(String what) {
            return "/tasks/" + task + what;
        }
    }

    private Opened opened() {
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        PageVisitor officer = visitor("officer1");
        String task = officer.get("/cases/" + id).find("/tasks/([^/]+)/claim");
        officer.post("/cases/" + id, "/tasks/" + task + "/claim", Map.of()).expect(200);
        return new Opened(id, task);
    }

    private static Map<String, String> typed(String reason) {
        return Map.of("outcome", "guide", "guide.reason", reason);
    }

    private String stored(Opened opened) {
        byte[] typed =
                jdbc.queryForObject("select typed from vault.form_draft where petition = ?", byte[].class, opened.id());
        return new String(typed == null ? new byte[0] : typed, StandardCharsets.UTF_8);
    }

    private int rows(Opened opened) {
        Integer rows = jdbc.queryForObject(
                "select count(*) from vault.form_draft where petition = ?", Integer.class, opened.id());
        return rows == null ? -1 : rows;
    }

    private PageVisitor visitor(String account) {
        return new PageVisitor(port).as(account);
    }
}
