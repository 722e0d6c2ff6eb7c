package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** The pages as people meet them, without script. */
class PagesTest extends RunningApi {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "clerk1, /inbox, Việc cần làm",
        "officer1, /cases/mine, Vụ việc của tôi",
        "officer1, /cases, Tìm vụ việc",
        "clerk1, /hand-in, Nhận đơn",
        "head1, /overdue, Vụ việc quá hạn",
        "inspector1, /escalated, Vụ việc đã báo cáo lên",
        "inspector1, /figures, Số liệu",
        "inspector1, /figures/cases?measure=RECEIVED&from=2026-01-01&to=2026-12-31, Nhận trong kỳ",
        "admin1, /admin/incidents, Sự cố quy trình",
        "inspector1, /admin/incidents, Sự cố quy trình",
        "admin1, /admin/processors, Bộ xử lý",
        "admin1, /admin, Quản trị",
        "inspector1, /admin/units, Các đơn vị",
        "admin1, /readings, Ai đã xem vụ việc",
        "designer1, /processes, Quy trình",
        "designer1, /processes/deadlines, Bảng thời hạn",
        "head1, /processes/escalation, Bảng báo cáo lên"
    })
    void each_role_has_its_pages(String account, String path, String title) {
        Seen page = visitor().as(account).get(path).expect(200);
        assertThat(page.find("<h1[^>]*>([^<]*)</h1>")).isEqualTo(title);
        assertThat(page.html()).contains("<html lang=\"vi\"").doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({"clerk1, /inbox", "inspector1, /overdue", "admin1, /admin", "designer1, /processes"})
    void everybody_begins_where_their_work_is(String account, String path) {
        assertThat(visitor().as(account).get("/").expect(200).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "officer1, /admin/incidents",
        "inspector1, /admin",
        "head1, /admin/units",
        "clerk1, /overdue",
        "designer1, /inbox",
        "inspector1, /hand-in"
    })
    void a_page_of_another_role_is_refused_in_words(String account, String path) {
        Seen page = visitor().as(account).get(path).expect(403);
        assertThat(page.text()).contains("Lỗi 403").doesNotContain("Exception");
    }

    /** Row D03: ninety days from the day the decision became known. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2026-10-05 | nộp còn thời hiệu", "2026-01-05 | Quá thời hiệu khiếu nại"})
    void a_complaint_says_whether_it_came_in_time_D03(String known, String said) {
        String id = new Work(nobody())
                .handIn(Samples.complaint().replace("2026-10-05", known))
                .path("id")
                .asString();
        assertThat(visitor().as("officer1").get("/cases/" + id).expect(200).text())
                .contains(said)
                .contains("D03");
    }

    @Test
    void the_ways_of_everyday_work_stand_alone_and_all_others_are_folded() {
        Seen page = visitor().as("head1").get("/figures").expect(200);
        assertThat(page.html()).contains("<details name=\"nav\">").contains("<summary aria-current=\"true\">Theo dõi");
        assertThat(page.find("(?s)<nav class=\"nav\".*?<ul>(.*?)</nav>"))
                .contains("href=\"/inbox\"")
                .contains("<summary>Giấy tờ</summary>")
                .contains("href=\"/figures\" aria-current=\"page\"");
        assertThat(visitor().as("designer1").get("/processes").expect(200).html())
                .contains("href=\"/processes\" aria-current=\"page\"")
                .doesNotContain("<details name=\"nav\">");
    }

    @Test
    void a_visitor_is_led_to_the_login() {
        assertThat(visitor().get("/inbox").path()).isEqualTo("/login");
    }

    @Test
    void assets_are_named_by_their_content_and_kept() {
        Seen page = visitor().get("/login").expect(200);
        assertThat(page.html()).doesNotContain("/assets/caunoi.css\"");
        assertThat(visitor()
                        .get(page.find("href=\"(/assets/caunoi-[^\"]+)\""))
                        .expect(200)
                        .html())
                .contains("prefers-color-scheme");
        assertThat(visitor()
                        .get(page.find("src=\"(/webjars/htmx[^\"]+)\""))
                        .expect(200)
                        .html())
                .contains("htmx");
    }

    @ParameterizedTest
    @CsvSource({
        "/public/steps, Quyết định thụ lý",
        "/public/rota, Lịch lãnh đạo tiếp công dân",
        "/public/figures, Tỷ lệ trễ"
    })
    void everybody_may_read_how_it_is_done_when_leaders_receive_and_how_timely_they_are(String path, String said) {
        Seen page = visitor().get(path).expect(200);
        assertThat(page.text()).contains(said);
        assertThat(page.html()).doesNotContain("??");
    }

    @Test
    void light_or_dark_is_chosen_in_the_browser_and_taken_back() {
        PageVisitor visitor = visitor();
        assertThat(visitor.get("/t").html()).doesNotContain("data-theme");
        assertThat(visitor.post("/t", "/theme", Map.of("to", "dark", "back", "/t"))
                        .html())
                .contains("data-theme=\"dark\"");
        assertThat(visitor.post("/t", "/theme", Map.of("to", "<nothing>", "back", "https://elsewhere/"))
                        .html())
                .doesNotContain("data-theme");
    }

    @Test
    void a_wrong_password_is_told() {
        Seen page = visitor().post("/login", "/login", Map.of("username", "clerk1", "password", "wrong"));
        assertThat(page.text()).contains("Tên đăng nhập hoặc mật khẩu không đúng.");
    }

    @Test
    void the_language_is_chosen_once_and_kept() {
        PageVisitor visitor = visitor().as("clerk1");
        Seen page = visitor.post("/inbox", "/language", Map.of("to", "en", "back", "/inbox?scope=unit"));
        assertThat(page.html()).contains("<html lang=\"en\"");
        assertThat(visitor.get("/cases/mine").text()).contains("My cases").doesNotContain("Vụ việc");
    }

    @Test
    void the_choice_of_language_leads_nowhere_else() {
        Seen page = visitor().post("/login", "/language", Map.of("to", "vi", "back", "//elsewhere.example/"));
        assertThat(page.path()).isEqualTo("/login");
    }

    @Test
    void what_is_handed_in_gives_a_slip_whose_pin_is_shown_once() {
        PageVisitor clerk = visitor().as("clerk1");
        Seen slip = clerk.post("/hand-in", "/hand-in", complaint("seed of the slip"))
                .expect(200);
        String code = slip.find("id=\"code\">([^<]+)<");
        String pin = slip.find("id=\"pin\">(\\d{6})<");
        assertThat(clerk.get(slip.path()).text()).contains(code).doesNotContain(pin);
        Seen tracked = visitor()
                .post("/t", "/t", Map.of("code", code.toLowerCase(), "pin", pin))
                .expect(200);
        assertThat(tracked.text()).contains("Đơn đã được nhận và đang được phân loại.");
    }

    @Test
    void one_page_takes_in_and_passes_on_and_a_second_step_that_fails_leaves_the_petition_handed_in() {
        PageVisitor officer = visitor().as("officer1");
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "seed", "seed of one page",
                "kind", "FEEDBACK",
                "channel", "DESK",
                "unit", "A",
                "subject", "Đèn đường hỏng",
                "content", "Đèn tắt hai tuần",
                "petitioners[0].fullName", "Trần Thị Bình",
                "then.way", "transfer",
                "then.to", "Công ty chiếu sáng",
                "then.reason", "Thuộc trách nhiệm công ty"));
        Seen slip = officer.post("/hand-in", "/hand-in", typed).expect(200);
        assertThat(slip.text()).contains("Đơn đã nhận và đã xử lý.");
        assertThat(officer.get("/cases/" + slip.path().substring("/hand-in/".length()))
                        .text())
                .contains("Công ty chiếu sáng");
        typed.put("seed", "seed of one page without a reason");
        typed.remove("then.to");
        Seen half = officer.post("/hand-in", "/hand-in", typed).expect(200);
        assertThat(half.text()).contains("Đơn đã nhận, nhưng chưa xử lý được");
        assertThat(visitor().as("clerk1").get("/hand-in").html()).doesNotContain("then.way");
    }

    @Test
    void a_lost_pin_is_given_anew_after_the_papers_were_checked_and_the_old_one_opens_nothing() {
        JsonNode receipt = new Work(nobody()).handIn(Samples.complaint());
        String slip = "/hand-in/" + receipt.path("id").asString();
        PageVisitor clerk = visitor().as("clerk1");
        assertThat(clerk.post(slip, slip + "/pin", Map.of("reason", "Mất phiếu"))
                        .text())
                .contains("xác nhận đã kiểm tra giấy tờ");
        Seen renewed = clerk.post(slip, slip + "/pin", Map.of("reason", "Mất phiếu", "identityChecked", "true"))
                .expect(200);
        String pin = renewed.find("id=\"pin\">(\\d{6})<");
        Map<String, String> old = Map.of(
                "code",
                receipt.path("code").asString(),
                "pin",
                receipt.path("pin").asString());
        assertThat(visitor().post("/t", "/t", old).status()).isEqualTo(422);
        assertThat(visitor()
                        .post("/t", "/t", Map.of("code", receipt.path("code").asString(), "pin", pin))
                        .expect(200)
                        .text())
                .contains("Đơn đã được nhận");
        assertThat(clerk.get("/cases/" + receipt.path("id").asString()).text()).contains("Cấp lại PIN", "Mất phiếu");
        assertThat(clerk.get(renewed.find("src=\"(/public/qr/[^\"]+)\""))
                        .expect(200)
                        .html())
                .contains("<svg");
        visitor().get("/public/qr/nothing.svg").expect(404);
    }

    @Test
    void the_slip_names_who_handed_in_and_what_and_nobody_for_a_petition_without_a_name() {
        PageVisitor clerk = visitor().as("clerk1");
        Seen slip = clerk.post("/hand-in", "/hand-in", complaint("seed of a named slip"));
        assertThat(slip.text()).contains("Nguyễn Văn An").contains("Thu hồi đất");
        Map<String, String> unnamed = complaint("seed of an unnamed slip");
        unnamed.remove("petitioners[0].fullName");
        unnamed.put("kind", "FEEDBACK");
        unnamed.put("anonymous", "true");
        assertThat(clerk.post("/hand-in", "/hand-in", unnamed).text())
                .contains("Đơn không ghi tên.")
                .contains("Thu hồi đất");
    }

    @Test
    void a_category_is_read_and_typed_by_its_name_and_kept_as_the_word_of_the_house() {
        Map<String, String> typed = complaint("seed of a category");
        typed.put("category", "đất đai");
        PageVisitor clerk = visitor().as("clerk1");
        String id = clerk.post("/hand-in", "/hand-in", typed).path().replace("/hand-in/", "");
        assertThat(category(id)).isEqualTo("land");
        assertThat(clerk.get("/cases/" + id + "/do/correct").html()).contains("value=\"Đất đai\"");
        String form = "/cases/" + id + "/do/correct";
        Map<String, String> same = Map.of("category", "Đất đai", "subject", "Khác", "reason", "Ghi sai");
        clerk.post(form, form, withPerson(same)).expect(200);
        assertThat(category(id)).isEqualTo("land");
        clerk.post(form, form, withPerson(Map.of("category", "Xây dựng", "reason", "Ghi sai")))
                .expect(200);
        assertThat(category(id)).isEqualTo("construction");
    }

    private String category(String id) {
        return as("clerk1").get("/api/petitions/" + id).json().path("category").asString();
    }

    private static Map<String, String> withPerson(Map<String, String> typed) {
        Map<String, String> all = new LinkedHashMap<>(typed);
        all.put("petitioners[0].fullName", "Nguyễn Văn An");
        return all;
    }

    @Test
    void a_form_sent_twice_is_one_petition_and_another_sender_or_text_is_another() {
        PageVisitor clerk = visitor().as("clerk1");
        Map<String, String> typed = new LinkedHashMap<>(complaint("seed sent twice"));
        String slip = clerk.post("/hand-in", "/hand-in", typed).expect(200).path();
        assertThat(clerk.post("/hand-in", "/hand-in", typed).expect(200).path()).isEqualTo(slip);
        assertThat(visitor()
                        .as("officer1")
                        .post("/hand-in", "/hand-in", typed)
                        .expect(200)
                        .path())
                .isNotEqualTo(slip);
        typed.put("petitioners[0].fullName", "Somebody Else");
        assertThat(clerk.post("/hand-in", "/hand-in", typed).expect(200).path()).isNotEqualTo(slip);
    }

    @Test
    void a_wrong_pin_is_told_like_an_unknown_code() {
        Seen page = visitor()
                .post("/t", "/t", Map.of("code", "nothing", "pin", "1"))
                .expect(422);
        assertThat(page.text()).contains("Không tìm thấy đơn với mã và PIN này.");
    }

    @Test
    void mistakes_stand_at_their_fields_and_what_was_typed_is_kept() {
        Map<String, String> typed = new LinkedHashMap<>(complaint("seed of mistakes"));
        typed.put("subject", " ");
        typed.put("petitioners[0].fullName", "");
        typed.put("content", "Nội dung <b>đã</b> gõ");
        Seen page = visitor().as("clerk1").post("/hand-in", "/hand-in", typed).expect(422);
        assertThat(page.text()).contains("Có 2 chỗ cần sửa");
        assertThat(page.html())
                .contains("Nội dung &lt;b&gt;đã&lt;/b&gt; gõ")
                .contains("id=\"q-subject\"")
                .containsPattern("id=\"q-subject-error\"[^>]*>Phải nhập");
    }

    @Test
    void persons_and_points_are_added_and_taken_away_without_script() {
        PageVisitor clerk = visitor().as("clerk1");
        Map<String, String> typed = new LinkedHashMap<>(complaint("seed of persons"));
        typed.put("more", "people");
        Seen two = clerk.post("/hand-in", "/hand-in", typed).expect(200);
        assertThat(two.html()).contains("petitioners[1].fullName").contains("value=\"Nguyễn Văn An\"");
        typed.remove("more");
        typed.put("petitioners[1].fullName", "Trần Thị Bé");
        typed.put("less", "people-0");
        Seen one = clerk.post("/hand-in", "/hand-in", typed).expect(200);
        assertThat(one.html()).contains("value=\"Trần Thị Bé\"").doesNotContain("petitioners[1].fullName");
    }

    @Test
    void a_task_is_claimed_and_completed_on_the_page_of_the_case() {
        String path = handIn("seed of a task");
        PageVisitor officer = visitor().as("officer1");
        Seen page = officer.get(path).expect(200);
        String task = page.find("/tasks/([^/]+)/claim");
        assertThat(officer.post(path, "/tasks/" + task + "/claim", Map.of()).text())
                .contains("Bạn đã nhận việc.");
        Seen again = officer.post(path, "/tasks/" + task + "/complete", Map.of("outcome", "guide"))
                .expect(422);
        assertThat(again.text()).contains("Có 2 chỗ cần sửa");
        assertThat(again.html()).containsPattern("value=\"guide\"[^>]*checked");
        Map<String, String> right = Map.of("outcome", "classified", "classified.kind", "COMPLAINT");
        Seen done = officer.post(path, "/tasks/" + task + "/complete", right).expect(200);
        assertThat(done.text()).contains("Đã hoàn thành việc.").contains("Phân loại là Khiếu nại");
    }

    @Test
    void each_outcome_says_what_follows_and_the_next_form_opens_if_it_is_mine() {
        String path = handIn("seed of what follows");
        PageVisitor officer = visitor().as("officer1");
        String task = officer.get(path).find("/tasks/([^/]+)/claim");
        officer.post(path, "/tasks/" + task + "/claim", Map.of()).expect(200);
        assertThat(officer.get(path).text())
                .contains("Tiếp theo: bắt đầu quy trình của loại đơn.")
                .contains("Giao thông báo (bộ phận tiếp nhận)");
        Map<String, String> right = Map.of("outcome", "classified", "classified.kind", "COMPLAINT");
        Seen done = officer.post(path, "/tasks/" + task + "/complete", right).expect(200);
        assertThat(done.text()).contains("Việc tiếp theo cũng là của bạn");
    }

    @Test
    void somebody_who_is_too_late_keeps_what_was_typed() {
        String path = handIn("seed of a race");
        PageVisitor quick = visitor().as("officer1");
        String task = quick.get(path).find("/tasks/([^/]+)/claim");
        quick.post(path, "/tasks/" + task + "/claim", Map.of()).expect(200);
        Map<String, String> typed =
                Map.of("outcome", "guide", "guide.reason", "Lý do đã gõ", "guide.competentBody", "Sở Tài nguyên");
        Seen page = visitor()
                .as("officer2")
                .post(path, "/tasks/" + task + "/complete", typed)
                .expect(409);
        assertThat(page.text()).contains("Lý do đã gõ").contains("Name of officer1");
    }

    @Test
    void a_case_of_another_ward_is_not_there() {
        String path = handIn("seed of another ward");
        assertThat(visitor().as("officer3").get(path).expect(404).text()).contains("Lỗi 404");
        assertThat(visitor().as("inspector1").get(path).expect(200).html()).doesNotContain("/do/note");
    }

    @Test
    void a_case_is_shown_as_of_a_past_moment() {
        String path = handIn("seed of the past");
        PageVisitor clerk = visitor().as("clerk1");
        String then = clerk.get(path).find("asOf=([^\"&]+Z)");
        clerk.post(path, path + "/do/note", Map.of("text", "Ghi chú về sau")).expect(200);
        assertThat(clerk.get(path).text()).contains("Ghi chú về sau");
        Seen past = clerk.get(path + "?asOf=" + then).expect(200);
        assertThat(past.text()).contains("Vụ việc như đã ghi đến").doesNotContain("Ghi chú về sau");
    }

    @Test
    void the_past_is_gone_through_stop_by_stop_and_says_what_is_different_now() {
        String path = handIn("seed of a way through the past");
        PageVisitor officer = visitor().as("officer1");
        String task = officer.get(path).find("/tasks/([^/]+)/claim");
        officer.post(path, "/tasks/" + task + "/claim", Map.of()).expect(200);
        Seen now = officer.get(path).expect(200);
        String stops = now.find("id=\"stop\"[^>]* max=\"(\\d+)\"");
        Seen first = officer.get(path + "?stop=1").expect(200);
        assertThat(first.text()).contains("Khác với bây giờ", "Việc đang mở", "Thời điểm 1 trên " + stops);
        assertThat(first.html()).doesNotContain("/complete\"");
        assertThat(officer.get(path + "?stop=" + stops).expect(200).text()).doesNotContain("Khác với bây giờ");
        assertThat(officer.get(path + "?stop=-7").expect(200).text()).doesNotContain("Khác với bây giờ");
        officer.get(path + "?stop=99999999999").expect(400);
        assertThat(officer.get(path + "/moments").expect(200).html()).contains("\"no\":1", "\"when\":", "\"what\":");
        assertThat(visitor().as("officer3").get(path + "/moments").expect(404).html())
                .doesNotContain("\"no\"");
    }

    @Test
    void the_drawing_of_the_process_is_lit_where_the_case_stands_and_told_in_words() {
        String path = handIn("seed of a drawing");
        Seen page = visitor().as("officer1").get(path).expect(200);
        assertThat(page.html())
                .contains("data-diagram=\"/api/processes/petition-intake/1\"")
                .contains("data-current=\"classify\"");
        assertThat(page.text()).contains("Trên sơ đồ quy trình", "đang ở đây");
    }

    @Test
    void what_cannot_be_undone_is_confirmed_first() {
        String path = handIn("seed of a withdrawal");
        PageVisitor clerk = visitor().as("clerk1");
        Map<String, String> typed = new LinkedHashMap<>(Map.of("reason", "Người dân tự rút"));
        Seen asked =
                clerk.post(path + "/do/withdraw", path + "/do/withdraw", typed).expect(422);
        assertThat(asked.html()).contains("Người dân tự rút").contains("id=\"confirm-error\"");
        typed.put("confirm", "true");
        assertThat(clerk.post(path + "/do/withdraw", path + "/do/withdraw", typed)
                        .expect(200)
                        .text())
                .contains("Đã ghi nhận rút đơn.");
    }

    @Test
    void every_action_of_a_head_has_a_form() {
        String path = handIn("seed of a head");
        PageVisitor head = visitor().as("head1");
        Seen page = head.get(path).expect(200);
        assertThat(page.html().split("/do/")).hasSizeGreaterThan(8);
        for (CaseActions.Action action : CaseActions.Action.values()) {
            if (page.html().contains("/do/" + action.word() + "\"")) {
                assertThat(head.get(path + "/do/" + action.word()).expect(200).html())
                        .doesNotContain("??");
            }
        }
    }

    @Test
    void a_correction_sends_only_what_was_changed() {
        String path = handIn("seed of a correction");
        PageVisitor head = visitor().as("head1");
        Seen form = head.get(path + "/do/correct").expect(200);
        assertThat(form.html()).contains("Tôi không đồng ý");
        Map<String, String> typed = Map.of(
                "subject",
                "Tóm tắt đã sửa",
                "content",
                "Tôi không đồng ý với quyết định thu hồi đất.",
                "demand_1",
                "Hủy quyết định",
                "petitioners[0].fullName",
                "Nguyễn Văn An",
                "reason",
                "Ghi sai");
        Seen done = head.post(path, path + "/do/correct", typed).expect(200);
        assertThat(done.text()).contains("Tóm tắt đã sửa").contains("Sửa thông tin ghi sai: Ghi sai");
    }

    @Test
    void the_history_is_filtered_by_kind_of_event() {
        String path = handIn("seed of a history");
        Seen tasks = visitor().as("head1").get(path + "?events=task").expect(200);
        assertThat(tasks.text()).contains("Mở việc “Phân loại đơn”").doesNotContain("Đặt thời hạn");
    }

    @Test
    void the_search_of_an_address_finds_the_case() {
        PageVisitor clerk = visitor().as("clerk1");
        String code = clerk.post("/hand-in", "/hand-in", complaint("seed of a search"))
                .find("id=\"code\">([^<]+)<");
        assertThat(clerk.get("/cases?q=" + code + "&kind=COMPLAINT&sort=DUE").text())
                .contains("1 vụ việc", code);
        assertThat(clerk.get("/cases?stage=NOWHERE").expect(200).text()).contains("Một số trường không hợp lệ.");
    }

    @Test
    void a_designer_sees_what_would_become_of_running_cases_before_they_move() {
        String newest = as("designer1")
                .get("/api/processes/petition-intake/1")
                .expect(200)
                .text();
        int to = as("designer1")
                .with("Content-Type", "application/xml")
                .send("POST", "/api/processes", (newest + "<!-- pages -->").getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json()
                .path("version")
                .asInt();
        PageVisitor designer = visitor().as("designer1");
        assertThat(designer.get("/processes").expect(200).text())
                .contains("Chuyển vụ việc đang chạy: Tiếp nhận, phân loại đơn");
        handIn("migrate-by-page");
        String path = "/processes/petition-intake/migration?from=" + to + "&to=1";
        assertThat(designer.get(path).expect(200).text())
                .contains("Bước cũ thành bước mới", "cùng mã")
                .doesNotContain("??");
        assertThat(designer.get("/processes/petition-intake/migrations?from=" + to + "&to=1")
                        .expect(200)
                        .text())
                .contains("Bước cũ thành bước mới");
        visitor().as("head1").get(path).expect(403);
    }

    @Test
    void a_supervisor_sees_on_the_case_who_looked_at_it() {
        String path = handIn("seed of a reading");
        assertThat(visitor().as("officer1").get(path).expect(200).html()).doesNotContain("/readings");
        PageVisitor inspector = visitor().as("inspector1");
        String readers = inspector.get(path).expect(200).find("href=\"(/readings[?][^\"]+)\"");
        assertThat(inspector.get(readers).expect(200).text()).contains("Name of officer1", "trang vụ việc");
        assertThat(inspector.get("/readings?case=nothing").expect(200).text()).contains("Không có vụ việc nào");
        visitor().as("head1").get("/readings").expect(403);
    }

    @Test
    void a_complaint_says_what_it_demands_and_all_else_may_leave_the_point_of_the_form_empty() {
        Map<String, String> typed = new LinkedHashMap<>(complaint("seed without a demand"));
        typed.put("points[0].demand", " ");
        PageVisitor clerk = visitor().as("clerk1");
        assertThat(clerk.post("/hand-in", "/hand-in", typed).expect(422).text()).contains("Yêu cầu: Phải nhập.");
        typed.put("kind", "FEEDBACK");
        assertThat(clerk.post("/hand-in", "/hand-in", typed).expect(200).path()).startsWith("/hand-in/");
    }

    private String handIn(String seed) {
        Seen slip = visitor()
                .as("clerk1")
                .post("/hand-in", "/hand-in", complaint(seed))
                .expect(200);
        return slip.path().replace("/hand-in/", "/cases/");
    }

    private static Map<String, String> complaint(String seed) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("seed", seed);
        typed.put("channel", "DESK");
        typed.put("kind", "COMPLAINT");
        typed.put("subject", "Thu hồi đất");
        typed.put("content", "Tôi không đồng ý với quyết định thu hồi đất.");
        typed.put("points[0].demand", "Hủy quyết định");
        typed.put("petitioners[0].fullName", "Nguyễn Văn An");
        return typed;
    }

    private PageVisitor visitor() {
        return new PageVisitor(port);
    }
}
