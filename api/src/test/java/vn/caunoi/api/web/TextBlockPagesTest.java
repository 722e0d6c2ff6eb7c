package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** Texts that are written again and again: whose they are, who is offered them, and what is kept of them. */
class TextBlockPagesTest extends RunningApi {

    private static final String PAGE = "/text-blocks";
    private static final String OFFERED = "/text-blocks/offered";

    private final String mark = "Đoạn " + UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void somebodys_own_is_kept_composed_and_sealed_offered_to_nobody_else_changed_and_deleted() {
        PageVisitor officer = visitor("officer1");
        String text = "Đề nghị bổ sung tài liệu.\r\nThời hạn: mười ngày.";
        String id = kept(officer, mark, Normalizer.normalize(text, Normalizer.Form.NFD));
        assertThat(officer.get(OFFERED).html())
                .contains(mark, "Đề nghị bổ sung tài liệu.\\nThời hạn: mười ngày.", "\"own\":true");
        assertThat(visitor("officer2").get(OFFERED).html()).doesNotContain(mark);
        visitor("officer2").get(PAGE + "/" + id).expect(404);
        visitor("officer2").post(PAGE, PAGE + "/" + id + "/delete", Map.of()).expect(404);
        assertThat(stored(id)).doesNotContain("tài liệu").doesNotContain(mark);
        Seen form = officer.get(PAGE + "/" + id).expect(200);
        assertThat(form.text()).contains("Thời hạn: mười ngày.");
        Map<String, String> changed = Map.of("name", mark, "text", "Nội dung mới", "version", "1");
        assertThat(officer.post(PAGE, PAGE + "/" + id, changed).expect(200).text())
                .contains("Đã lưu đoạn văn mẫu.", "Nội dung mới");
        assertThat(officer.post(PAGE, PAGE + "/" + id + "/delete", Map.of())
                        .expect(200)
                        .text())
                .contains("Đã xóa đoạn văn mẫu.")
                .doesNotContain(mark);
    }

    @Test
    void whoever_changes_what_was_changed_meanwhile_is_told_and_keeps_what_was_typed() {
        PageVisitor head = visitor("head1");
        String id = kept(head, mark, "Bản một", true);
        Map<String, String> first = Map.of("name", mark, "text", "Bản hai", "version", "1");
        head.post(PAGE, PAGE + "/" + id, first).expect(200);
        Seen late = head.post(PAGE, PAGE + "/" + id, Map.of("name", mark, "text", "Bản muộn", "version", "1"));
        assertThat(late.expect(409).text()).contains("vừa được sửa", "Bản muộn", "Bản hai");
        assertThat(late.html()).contains("name=\"version\" value=\"2\"");
        head.post(PAGE, PAGE + "/" + id + "/delete", Map.of()).expect(200);
    }

    @Test
    void what_a_head_or_an_administrator_keeps_for_the_unit_is_offered_to_all_below_it() {
        PageVisitor head = visitor("head1");
        String ofWard = kept(head, mark, "Của phường", true);
        PageVisitor admin = visitor("admin1");
        String ofProvince = kept(admin, mark, "Của tỉnh", true);
        assertThat(visitor("clerk1").get(OFFERED).html()).contains("Của phường", "Của tỉnh", "\"own\":false");
        assertThat(visitor("officer3").get(OFFERED).html()).contains("Của tỉnh").doesNotContain("Của phường");
        PageVisitor officer = visitor("officer1");
        assertThat(officer.get(PAGE).text()).contains(mark, "của Unit A", "của Unit P", "Name of head1");
        assertThat(officer.get(PAGE).html()).doesNotContain(PAGE + "/" + ofWard + "/delete", "name=\"shared\"");
        officer.post(PAGE, PAGE + "/" + ofWard + "/delete", Map.of()).expect(403);
        officer.post(PAGE, PAGE, Map.of("name", mark, "text", "x", "shared", "true"))
                .expect(403);
        head.post(PAGE, PAGE + "/" + ofWard + "/delete", Map.of()).expect(200);
        admin.post(PAGE, PAGE + "/" + ofProvince + "/delete", Map.of()).expect(200);
    }

    @Test
    void what_is_wrong_is_told_beside_the_field_and_nothing_typed_is_lost() {
        PageVisitor officer = visitor("officer1");
        String id = kept(officer, mark, "Có rồi");
        Seen twice = officer.post(PAGE, PAGE, Map.of("name", mark.toUpperCase(Locale.ROOT), "text", "Lần hai"));
        assertThat(twice.expect(422).text()).contains("Đã có tên này", "Lần hai");
        Seen empty = officer.post(PAGE, PAGE, Map.of("name", " ", "text", "Giữ lại tôi"));
        assertThat(empty.expect(422).text()).contains("Phải nhập.", "Giữ lại tôi");
        officer.post(PAGE, PAGE, Map.of("name", "x".repeat(81), "text", "x")).expect(422);
        officer.post(PAGE, PAGE, Map.of("name", "Dài", "text", "x".repeat(4_001)))
                .expect(422);
        officer.post(PAGE, PAGE + "/" + id, Map.of("name", mark, "text", "x")).expect(422);
        officer.get(PAGE + "/nothing").expect(404);
        officer.post(PAGE, PAGE + "/" + id + "/delete", Map.of()).expect(200);
        visitor("inspector1").get(PAGE).expect(403);
    }

    @Test
    void the_form_of_a_task_and_of_an_action_offer_them() {
        String petition =
                new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        PageVisitor officer = visitor("officer1");
        String task = officer.get("/cases/" + petition).find("/tasks/([^/]+)/claim");
        Seen page = officer.post("/cases/" + petition, "/tasks/" + task + "/claim", Map.of());
        assertThat(page.html()).contains("data-blocks=\"/text-blocks/offered\"", "href=\"/text-blocks\"");
        assertThat(officer.get("/cases/" + petition + "/do/note").html()).contains("data-blocks=");
    }

    @Test
    void programs_keep_them_too() {
        var officer = nobody().as("officer2");
        String id = officer.post("/api/text-blocks", "{'name': '%s', 'text': 'Một'}".formatted(mark))
                .expect(201)
                .json()
                .path("id")
                .asString();
        officer.post("/api/text-blocks/" + id, "{'name': '%s', 'text': 'Hai', 'version': 1}".formatted(mark))
                .expect(200);
        officer.post("/api/text-blocks/" + id, "{'name': '%s', 'text': 'Ba', 'version': 1}".formatted(mark))
                .expect(409);
        assertThat(officer.get("/api/text-blocks/" + id).json().path("text").asString())
                .isEqualTo("Hai");
        assertThat(officer.get("/api/text-blocks").expect(200).text()).contains(mark);
        officer.post("/api/text-blocks", "{'name': 'Chung', 'text': 'x', 'shared': true}")
                .expect(403);
        officer.send("DELETE", "/api/text-blocks/" + id, null).expect(204);
        officer.get("/api/text-blocks/" + id).expect(404);
    }

    private String kept(PageVisitor by, String name, String text) {
        return kept(by, name, text, false);
    }

    private String kept(PageVisitor by, String name, String text, boolean shared) {
        Seen page = by.post(PAGE, PAGE, Map.of("name", name, "text", text, "shared", Boolean.toString(shared)));
        assertThat(page.expect(200).text()).contains("Đã lưu đoạn văn mẫu.", name);
        return page.find("<span>" + name + "</span>[\\s\\S]*?/text-blocks/([0-9a-f-]{36})/delete");
    }

    private String stored(String id) {
        byte[] kept = jdbc.queryForObject("select kept from vault.text_block where id = ?::uuid", byte[].class, id);
        return new String(kept == null ? new byte[0] : kept, StandardCharsets.UTF_8);
    }

    private PageVisitor visitor(String account) {
        return new PageVisitor(port).as(account);
    }
}
