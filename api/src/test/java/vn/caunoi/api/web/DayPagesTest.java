package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;
import vn.caunoi.core.deadline.DueDate;

/** The officer's day, by pages without scripts. */
class DayPagesTest extends RunningApi {

    @Autowired
    private Clock clock;

    private LocalDate soon;

    @LocalServerPort
    private int port;

    private Work work;
    private String petition;
    private String task;
    private String code;

    @BeforeEach
    void aTaskOfOfficer1() {
        soon = DueDate.dayOf(clock.instant()).plusDays(1);
        work = new Work(nobody());
        var receipt = work.handIn(Samples.complaint());
        petition = receipt.path("id").asString();
        code = receipt.path("code").asString();
        task = work.task(petition).path("id").asString();
        as("officer1").post("/api/tasks/" + task + "/claim", "{}").expect(200);
    }

    @Test
    void a_task_is_put_to_sleep_seen_as_asleep_and_woken() {
        PageVisitor officer = visitor("officer1");
        Seen plan = officer.get("/tasks/" + task + "/plan").expect(200);
        assertThat(plan.text()).contains("Hẹn lại việc", "Hạn theo luật", "Ngày tự hẹn");
        Seen asleep = officer.post(plan(), "/tasks/" + task + "/sleep", Map.of("until", soon.toString()))
                .expect(200);
        assertThat(asleep.path()).isEqualTo("/inbox");
        assertThat(asleep.text()).contains("Việc đã tạm gác.");
        assertThat(officer.get("/inbox?scope=asleep").text()).contains(code, "tạm gác đến");
        assertThat(officer.get("/cases/mine?section=coming").text()).contains(code, "tạm gác đến");
        officer.post(plan(), "/tasks/" + task + "/wake", Map.of()).expect(200);
        assertThat(officer.get("/inbox?scope=mine").html())
                .containsPattern("/cases/" + petition + "\\?from=[^\"]*#task")
                .contains("href=\"/tasks/" + task + "/plan\"");
        assertThat(officer.get("/cases/" + petition).text()).contains("Tạm gác việc", "trở lại danh sách");
    }

    @Test
    void the_page_of_a_case_says_that_a_task_sleeps_and_wakes_it() {
        PageVisitor officer = visitor("officer1");
        String page = "/cases/" + petition;
        assertThat(officer.get(page).html()).doesNotContain("/tasks/" + task + "/wake");
        officer.post(plan(), "/tasks/" + task + "/sleep", Map.of("until", soon.toString()))
                .expect(200);
        Seen asleep = officer.get(page).expect(200);
        assertThat(asleep.text()).contains("tạm gác đến", "không hiện trong danh sách của bạn", "Đưa trở lại ngay");
        assertThat(visitor("head1").get(page).text()).contains("tạm gác đến").doesNotContain("Đưa trở lại ngay");
        Seen woken = officer.post(page, "/tasks/" + task + "/wake", Map.of("back", page + "#task"))
                .expect(200);
        assertThat(woken.path()).isEqualTo(page);
        assertThat(woken.text()).contains("Việc đã trở lại danh sách.").doesNotContain("Đưa trở lại ngay");
    }

    @Test
    void a_wrong_day_comes_back_as_it_was_typed_and_says_what_is_wrong_at_the_field() {
        PageVisitor officer = visitor("officer1");
        for (String wrong : new String[] {"2001-01-01", "9999-12-31", "+999999999-01-01", "mai", ""}) {
            Seen again = officer.post(plan(), "/tasks/" + task + "/sleep", Map.of("until", wrong))
                    .expect(422);
            assertThat(again.html()).contains("q-until-error", "value=\"" + wrong + "\"");
        }
        assertThat(officer.post(plan(), "/tasks/" + task + "/sleep", Map.of("awaited", "OPINION"))
                        .expect(422)
                        .text())
                .contains("Vụ việc không chờ điều này.");
    }

    @Test
    void a_day_of_its_own_stands_beside_the_legal_date() {
        PageVisitor officer = visitor("officer1");
        officer.post(plan(), "/tasks/" + task + "/day", Map.of("day", soon.toString()))
                .expect(200);
        assertThat(officer.get("/inbox?scope=mine").text()).contains("tự hẹn");
        officer.post(plan(), "/tasks/" + task + "/day", Map.of("day", "")).expect(200);
        officer.post(plan(), "/tasks/" + task + "/day", Map.of("day", "9999-12-30"))
                .expect(422);
    }

    @Test
    void who_does_not_hold_it_does_not_plan_it() {
        assertThat(visitor("officer2").get(plan()).path()).isEqualTo("/cases/" + petition);
        visitor("officer3").get(plan()).expect(404);
        visitor("inspector1").get(plan()).expect(403);
    }

    @Test
    void of_several_rows_each_says_what_became_of_it() {
        String other = work.handIn(Samples.complaint()).path("id").asString();
        String free = work.task(other).path("id").asString();
        PageVisitor officer = visitor("officer2");
        String list = "/inbox?scope=unit";
        Seen done = officer.post(list, "/tasks/chosen", Map.of("do", "claim", "back", list, "task", task + "," + free))
                .expect(200);
        assertThat(done.path()).isEqualTo("/inbox");
        assertThat(done.text()).contains("Làm được 1 việc, không được 1 việc", code);
        assertThat(work.task(other).path("assignee").asString()).isEqualTo("officer2");
        assertThat(officer.post(list, "/tasks/chosen", Map.of("do", "claim", "back", "https://elsewhere/"))
                        .text())
                .doesNotContain("elsewhere");
        assertThat(officer.post(list, "/tasks/chosen", Map.of("do", "claim", "back", list))
                        .text())
                .contains("Hãy chọn ít nhất một việc.");
    }

    @Test
    void what_is_handed_to_a_colleague_is_confirmed_with_a_reason() {
        PageVisitor officer = visitor("officer1");
        Seen form = officer.post(
                        "/inbox?scope=mine", "/tasks/chosen", Map.of("do", "delegate", "back", "/inbox", "task", task))
                .expect(200);
        assertThat(form.path()).isEqualTo("/tasks/delegate");
        assertThat(form.text()).contains("Chuyển việc cho đồng nghiệp", "Name of officer2");
        String other = work.handIn(Samples.complaint()).path("id").asString();
        String free = work.task(other).path("id").asString();
        assertThat(officer.get("/tasks/delegate?task=" + task + "&task=" + free).text())
                .contains("Những việc này không chuyển được");
        String page = "/tasks/delegate?task=" + task;
        officer.post(page, "/tasks/delegate", Map.of("task", task, "officer", "officer2", "reason", "Họp"))
                .expect(422);
        officer.post(
                        page,
                        "/tasks/delegate",
                        Map.of("task", task, "officer", "officer2", "reason", "Họp", "confirm", "true"))
                .expect(200);
        assertThat(work.task(petition).path("assignee").asString()).isEqualTo("officer2");
        visitor("officer1").get("/tasks/elsewhere?task=" + task).expect(404);
    }

    @Test
    void my_cases_say_how_many_there_are_and_stand_in_the_order_asked_for() {
        PageVisitor officer = visitor("officer1");
        Seen mine = officer.get("/cases/mine").expect(200);
        assertThat(mine.text()).contains("Cần làm", "Đang chờ", "Sắp đến", "Đã xong");
        officer.get("/cases/mine?sort=received&section=to_do").expect(200);
        officer.get("/cases/mine?sort=nothing").expect(422);
        officer.get("/cases/mine?section=nothing").expect(404);
        officer.get("/cases/mine?section=done&cursor=nothing").expect(404);
    }

    @Test
    void single_keys_are_switched_off_for_the_account() {
        PageVisitor officer = visitor("officer2");
        assertThat(officer.get("/inbox?scope=mine").html()).contains("<dialog class=\"keys\" id=\"keys\"");
        officer.post("/settings", "/settings/keys", Map.of()).expect(200);
        assertThat(officer.get("/inbox?scope=mine").html()).doesNotContain("id=\"keys\"");
        assertThat(visitor("officer2").get("/cases").html()).doesNotContain("id=\"keys\"");
        officer.post("/settings", "/settings/keys", Map.of("single", "true")).expect(200);
        assertThat(visitor("officer2").get("/cases").html()).contains("id=\"keys\"");
    }

    @Test
    void text_is_kept_composed_whatever_sent_it_and_found_wherever_its_mark_stands() {
        String mark =
                "Zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "z").substring(0, 8);
        String apart = Normalizer.normalize("Đường Hòa Bình " + mark, Normalizer.Form.NFD);
        String body = Samples.complaint().replace("Thu hồi đất'", apart + "'");
        String id = work.handIn(body).path("id").asString();
        assertThat(as("officer1")
                        .get("/api/petitions/" + id)
                        .json()
                        .path("subject")
                        .asString())
                .isEqualTo("Đường Hòa Bình " + mark);
        PageVisitor officer = visitor("officer1");
        officer.post(
                        "/cases/" + id,
                        "/cases/" + id + "/do/note",
                        Map.of("text", Normalizer.normalize("Trả hồ sơ về phường Hoà", Normalizer.Form.NFD)))
                .expect(200);
        assertThat(officer.get("/cases/" + id).text()).contains("Trả hồ sơ về phường Hoà");
        for (String asked : new String[] {"hoà", "hòa", "hoa", "HOÀ", Normalizer.normalize("hòa", Normalizer.Form.NFD)})
            assertThat(found(asked + " " + mark)).as(asked).containsExactly(id);
    }

    private List<String> found(String words) {
        var items = as("officer1")
                .get("/api/petitions?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("id").asString())
                .toList();
    }

    private String plan() {
        return "/tasks/" + task + "/plan";
    }

    private PageVisitor visitor(String account) {
        return new PageVisitor(port).as(account);
    }
}
