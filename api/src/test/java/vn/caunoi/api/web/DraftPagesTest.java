package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.api.draft.Draft;
import vn.caunoi.api.draft.Drafts;
import vn.caunoi.api.officer.FormView;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.TaskId;
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

    @Test
    void a_draft_that_is_late_replaces_no_later_one_and_brings_back_none_that_was_sent() {
        Opened opened = opened();
        PageVisitor officer = visitor("officer1");
        String turn = officer.get(opened.page()).find("data-turn=\"(\\d+)\"");
        keepOf(officer, opened, turn + ".2", "Bản thứ hai").expect(200);
        assertThat(keepOf(officer, opened, turn + ".1", "Bản thứ nhất đến muộn")
                        .expect(409)
                        .text())
                .contains("Có bản nháp mới hơn", "\"taken\":true");
        Seen other = officer.get(opened.page());
        assertThat(other.text()).contains("Bản thứ hai").doesNotContain("đến muộn");
        String later = other.find("data-turn=\"(\\d+)\"");
        assertThat(Long.parseLong(later)).isGreaterThan(Long.parseLong(turn));
        keepOf(officer, opened, later + ".1", "Từ cửa sổ sau").expect(200);
        keepOf(officer, opened, turn + ".3", "Từ cửa sổ trước").expect(409);
        officer.post(opened.page(), opened.task("/draft/drop"), Map.of()).expect(200);
        keepOf(officer, opened, later + ".2", "Đang trên đường").expect(409);
        assertThat(rows(opened)).isZero();
        String fresh = officer.get(opened.page()).find("data-turn=\"(\\d+)\"");
        keepOf(officer, opened, fresh + ".1", "Bắt đầu lại").expect(200);
        assertThat(officer.get(opened.page()).text()).contains("Bắt đầu lại");
    }

    @Test
    void what_was_still_under_way_when_the_task_was_completed_does_not_come_back() {
        Opened opened = opened();
        PageVisitor officer = visitor("officer1");
        String turn = officer.get(opened.page()).find("data-turn=\"(\\d+)\"");
        keepOf(officer, opened, turn + ".1", "Gõ trước khi gửi").expect(200);
        officer.post(
                        opened.page(),
                        opened.task("/complete"),
                        Map.of("outcome", "classified", "classified.kind", "COMPLAINT"))
                .expect(200);
        officer.post("/inbox", opened.task("/draft"), typed("Đến sau khi gửi"), Map.of("Caunoi-Draft", turn + ".2"));
        assertThat(rows(opened)).isZero();
    }

    @Test
    void what_is_typed_at_the_desk_is_listed_gone_on_with_and_gone_when_it_is_handed_in() {
        PageVisitor clerk = visitor("clerk1");
        String seed = clerk.get("/hand-in").find("name=\"seed\" value=\"([^\"]+)\"");
        String subject = "Đèn hỏng " + UUID.randomUUID();
        Map<String, String> typed = Map.of(
                "seed",
                seed,
                "channel",
                "POST",
                "subject",
                subject,
                "petitioners[0].fullName",
                "Lê Thị Nháp",
                "anonymous",
                "true");
        clerk.post("/hand-in", "/hand-in/draft", typed, BY_SCRIPT).expect(200);
        assertThat(clerk.get("/hand-in").text()).contains("đơn đang nhập dở", subject);
        assertThat(visitor("officer1").get("/hand-in").text()).doesNotContain(subject);
        String address = "/hand-in?draft=" + seed.replace(" ", "%20");
        Seen left = clerk.get(address).expect(200);
        assertThat(left.html()).contains("value=\"Lê Thị Nháp\"", "value=\"" + seed + "\"");
        assertThat(left.html()).containsPattern("id=\"q-anonymous\"[^>]*checked");
        assertThat(visitor("officer1").get(address).html()).doesNotContain("Lê Thị Nháp");
        assertThat(sealedFor(seed)).isNotEmpty().doesNotContain("Lê Thị");
        Map<String, String> whole = new HashMap<>(typed);
        whole.remove("anonymous");
        whole.putAll(Map.of("content", "Đèn đường trước nhà hỏng.", "kind", "FEEDBACK", "go", "go"));
        assertThat(clerk.post("/hand-in", "/hand-in", whole).expect(200).text()).contains("Đã nhận đơn");
        assertThat(clerk.get("/hand-in").text()).doesNotContain(subject);
        assertThat(sealedFor(seed)).isEmpty();
        clerk.post("/hand-in", "/hand-in/draft", Map.of("seed", "x"), BY_SCRIPT).expect(404);
    }

    @Test
    void without_script_what_is_begun_at_the_desk_is_kept_by_a_button_and_thrown_away_after_seven_days() {
        PageVisitor clerk = visitor("clerk1");
        String seed = clerk.get("/hand-in").find("name=\"seed\" value=\"([^\"]+)\"");
        Seen kept = clerk.post("/hand-in", "/hand-in/draft", Map.of("seed", seed, "subject", "Dở dang bằng tay"));
        assertThat(kept.expect(200).text()).contains("Đã giữ nháp. Chỉ mình bạn thấy.");
        assertThat(kept.html()).contains("value=\"Dở dang bằng tay\"");
        jdbc.update(
                "update vault.form_draft set kept_at = kept_at - interval '8 days' where place = ?", "hand-in:" + seed);
        drafts.tidy();
        assertThat(sealedFor(seed)).isEmpty();
    }

    @Test
    void a_letter_that_is_not_begun_yet_and_another_draft_of_one_have_theirs() {
        Opened opened = opened();
        PageVisitor officer = visitor("officer1");
        String form = opened.page() + "/letters/new?template="
                + officer.get(opened.page() + "/letters/new").find("<option value=\"([^\"]+)\"");
        String template = form.substring(form.indexOf('=') + 1);
        String path = opened.page() + "/letters/draft";
        Map<String, String> typed = Map.of("template", template, "draft.body", "Thân thư dở dang");
        officer.post(form, path, typed, BY_SCRIPT).expect(200);
        assertThat(officer.get(form).text()).contains("Thân thư dở dang", "Đang hiện bản nháp");
        assertThat(visitor("head1").get(form).text()).doesNotContain("Thân thư dở dang");
        officer.post(form, path, Map.of("template", "nothing", "draft.body", "x"), BY_SCRIPT)
                .expect(404);
        visitor("officer3").post("/inbox", path, typed, BY_SCRIPT).expect(404);
        Map<String, String> whole = Map.of(
                "template",
                template,
                "replaces",
                "",
                "draft.subject",
                "V/v",
                "draft.addressee",
                "Ông An",
                "draft.body",
                "Thân thư xong",
                "draft.recipients",
                "Ông An");
        Seen begun = officer.post(form, opened.page() + "/letters", whole).expect(200);
        assertThat(officer.get(form).text()).doesNotContain("Thân thư dở dang");
        String again = begun.path() + "/redraft/draft";
        officer.post(begun.path(), again, Map.of("redraft.body", "Sửa dở"), BY_SCRIPT)
                .expect(200);
        assertThat(officer.get(begun.path()).text()).contains("Sửa dở", "Đang hiện bản nháp");
    }

    @Test
    void a_box_that_was_proposed_and_is_left_empty_stays_empty() {
        Opened opened = opened();
        FormView.Ask box = new FormView.Ask("remote", "Vùng sâu", FieldType.BOOLEAN, false, null, null, null, null);
        FormView form = new FormView(
                new TaskId(opened.task()),
                new PetitionId(opened.id()),
                "f",
                "F",
                List.of(new FormView.Way("go", "Đi", List.of(box))));
        TaskForm proposed = TaskForm.known(form, Map.of("remote", "true"));
        assertThat(proposed.ways().getFirst().questions().getFirst().value()).isEqualTo("true");
        TaskForm left = proposed.with(new Draft(Map.of("outcome", "go"), Instant.EPOCH));
        assertThat(left.ways().getFirst().questions().getFirst().value()).isNull();
    }

    @Test
    void who_is_signed_out_is_led_to_the_log_in_and_who_is_back_is_given_a_pass() {
        Opened opened = opened();
        PageVisitor nobody = new PageVisitor(port);
        assertThat(nobody.get("/drafts/pass").path()).isEqualTo("/login");
        PageVisitor officer = visitor("officer1");
        assertThat(officer.get("/drafts/pass").expect(200).html()).contains("\"account\":\"officer1\"", "\"token\":\"");
        assertThat(officer.get(opened.page()).html())
                .contains("data-pass=\"/drafts/pass\"", "data-account=\"officer1\"", "data-draft-login");
    }

    private static Seen keepOf(PageVisitor by, Opened opened, String turn, String text) {
        return by.post(opened.page(), opened.task("/draft"), typed(text), Map.of("Caunoi-Draft", turn));
    }

    private String sealedFor(String seed) {
        return jdbc
                .queryForList(
                        "select typed from vault.form_draft where place = ? and typed is not null",
                        byte[].class,
                        "hand-in:" + seed)
                .stream()
                .map(typed -> new String(typed, StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
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
                "select count(*) from vault.form_draft where petition = ? and typed is not null",
                Integer.class,
                opened.id());
        return rows == null ? -1 : rows;
    }

    private PageVisitor visitor(String account) {
        return new PageVisitor(port).as(account);
    }
}
