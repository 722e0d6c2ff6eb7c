package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.web.PageVisitor.Seen;

/** The reception desk as its people meet it, without script. */
class ReceptionPagesTest extends RunningApi {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "clerk1, /reception, Sổ tiếp công dân",
        "inspector1, /reception, Sổ tiếp công dân",
        "head1, /reception/due, Việc đã hẹn với dân",
        "clerk1, /reception/new, Ghi lượt tiếp",
        "officer1, /reception/rota, Lịch tiếp công dân",
        "inspector1, /reception/figures, Số liệu tiếp dân của lãnh đạo",
        "clerk1, /reception/book, Sổ tiếp công dân năm 2026"
    })
    void each_role_has_its_pages(String account, String path, String title) {
        Seen page = visitor().as(account).get(path).expect(200);
        assertThat(page.find("<h1[^>]*>([^<]*)</h1>")).isEqualTo(title);
        assertThat(page.html()).doesNotContain("??");
    }

    @Test
    void who_has_nothing_to_do_with_reception_is_refused() {
        visitor().as("designer1").get("/reception").expect(403);
        visitor().as("inspector1").get("/reception/new").expect(403);
    }

    @Test
    void a_visit_is_entered_and_answered_at_once() {
        PageVisitor clerk = visitor().as("clerk1");
        Seen visit = clerk.post("/reception/new", "/reception/new", told("Trần Thị Đáp"))
                .expect(200);
        assertThat(visit.text()).contains("Đã ghi vào sổ", "Trần Thị Đáp", "Phải báo trước hết ngày");
        Seen wrong = clerk.post(visit.path(), visit.path() + "/answer", Map.of("answer.text", " "))
                .expect(422);
        assertThat(wrong.html()).contains("q-answer-text-error").doesNotContain("??");
        Seen answered = clerk.post(visit.path(), visit.path() + "/answer", Map.of("answer.text", "Đã giải thích"))
                .expect(200);
        assertThat(answered.text())
                .contains("Trả lời, giải thích ngay", "Đã giải thích")
                .doesNotContain("??");
        assertThat(clerk.get("/reception?q=tran+thi+dap").text()).contains("1 lượt tiếp");
        assertThat(clerk.get("/reception/book?q=tran+thi+dap").text()).contains("Trần Thị Đáp", "Đã giải thích");
    }

    @Test
    void mistakes_are_told_and_what_was_typed_is_kept_and_people_and_papers_can_be_added() {
        PageVisitor clerk = visitor().as("clerk1");
        Map<String, String> typed = told("Lê Văn Đông");
        typed.put("people", "12");
        typed.put("more", "papers");
        Seen more = clerk.post("/reception/new", "/reception/new", typed).expect(200);
        assertThat(more.html()).contains("papers[0].name");
        typed.remove("more");
        Seen wrong = clerk.post("/reception/new", "/reception/new", typed).expect(422);
        assertThat(wrong.text()).contains("phải có người đại diện");
        assertThat(wrong.html()).contains("Lê Văn Đông");
        typed.put("visitors[0].role", "REPRESENTATIVE");
        typed.put("papers[0].name", "Sổ đỏ");
        typed.put("papers[0].form", "ORIGINAL");
        Seen visit = clerk.post("/reception/new", "/reception/new", typed).expect(200);
        assertThat(visit.text()).contains("Đoàn đông người", "Sổ đỏ", "bản chính");
        Seen returned = clerk.post(visit.path(), visit.path() + "/return", Map.of("return.papers", "1"));
        assertThat(returned.expect(200).text()).contains("đã trả");
    }

    @Test
    void a_visit_becomes_a_petition_without_typing_it_again() {
        PageVisitor clerk = visitor().as("clerk1");
        Seen visit = clerk.post("/reception/new", "/reception/new", told("Phạm Thị Đơn"));
        String id = visit.path().replace("/reception/", "");
        Seen form = clerk.get("/hand-in?visit=" + id).expect(200);
        assertThat(form.html()).contains("value=\"Phạm Thị Đơn\"", "Con đường trước nhà");
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("visit", id);
        typed.put("seed", "seed of a visit");
        typed.put("channel", "DESK");
        typed.put("kind", "FEEDBACK");
        typed.put("subject", "Con đường trước nhà");
        typed.put("content", "Hỏng đã lâu");
        typed.put("petitioners[0].fullName", "Phạm Thị Đơn");
        Seen slip = clerk.post("/hand-in", "/hand-in", typed).expect(200);
        assertThat(slip.html()).contains("/reception/" + id, "/hand-in?channel=DESK");
        Seen linked = clerk.get("/reception/" + id).expect(200);
        assertThat(linked.text()).contains("Nhận đơn", slip.find("id=\"code\">([^<]+)<"));
        Seen told = clerk.post(
                        linked.path(),
                        linked.path() + "/tell",
                        Map.of("tell.result", "ACCEPTED", "tell.text", "Gọi điện"))
                .expect(200);
        assertThat(told.text()).contains("Thụ lý", "Gọi điện");
    }

    @Test
    void the_statement_of_a_denunciation_is_read_by_who_received_it_only() {
        Map<String, String> typed = told("Người Giấu Tên");
        typed.put("matter", "DENUNCIATION");
        Seen visit = visitor().as("clerk1").post("/reception/new", "/reception/new", typed);
        assertThat(visit.text()).contains("được giữ kín").doesNotContain("Người Giấu Tên");
        assertThat(visitor()
                        .as("clerk1")
                        .get(visit.path() + "/statement")
                        .expect(200)
                        .text())
                .contains("Người Giấu Tên");
        visitor().as("head1").get(visit.path() + "/statement").expect(404);
        visitor()
                .as("head1")
                .get("/hand-in?visit=" + visit.path().substring(11))
                .expect(404);
    }

    @Test
    void the_book_is_a_spreadsheet_with_twelve_columns() {
        PageVisitor clerk = visitor().as("clerk1");
        clerk.post("/reception/new", "/reception/new", told("Võ Thị Bảng"));
        Seen sheet = clerk.get("/reception/book.xlsx").expect(200);
        assertThat(sheet.html()).startsWith("PK");
    }

    @Test
    void a_promise_is_told_where_everybody_begins_the_day() {
        PageVisitor clerk = visitor().as("clerk1");
        Seen visit = clerk.post("/reception/new", "/reception/new", told("Hồ Văn Hẹn"));
        clerk.post(
                        visit.path(),
                        visit.path() + "/promise",
                        Map.of("promise.until", "2026-11-25", "promise.text", "Xem lại hồ sơ"))
                .expect(200);
        assertThat(clerk.get("/inbox").text()).contains("việc đã hẹn");
        assertThat(visitor().as("head1").get("/overdue").text()).contains("việc đã hẹn");
        assertThat(clerk.get("/reception/due?what=ANSWER").text()).contains("Hồ Văn Hẹn");
    }

    @Test
    void the_rota_is_planned_for_months_and_each_day_is_recorded() {
        PageVisitor clerk = visitor().as("clerk1");
        Map<String, String> plan = new LinkedHashMap<>();
        plan.put("leader", "head1");
        plan.put("days", "7, 32");
        plan.put("firstMonth", "2026-11");
        plan.put("lastMonth", "2026-12");
        assertThat(clerk.post("/reception/rota", "/reception/rota", plan)
                        .expect(422)
                        .text())
                .contains("Các ngày trong tháng");
        plan.put("days", "7, 30");
        Seen november = clerk.post("/reception/rota", "/reception/rota", plan).expect(200);
        assertThat(november.text()).contains("thay ngày", "Name of head1").doesNotContain("??");
        assertThat(clerk.get("/reception/rota?month=2026-12").text()).contains("đã xếp");
        String id = november.find("id=\"day-([^\"]+)\"");
        Seen held = clerk.post("/reception/rota?month=2026-11", "/reception/rota/" + id + "/hold", Map.of());
        assertThat(held.expect(200).text()).contains("tiếp trực tiếp");
        Seen wrong = clerk.post(
                        "/reception/rota?month=2026-11",
                        "/reception/rota/" + id + "/hold",
                        Map.of("delegate", "officer1", "reason", " "))
                .expect(422);
        assertThat(wrong.text()).contains("Lý do");
        assertThat(clerk.get("/reception/new?sitting=" + id).html()).contains("value=\"" + id + "\" selected");
    }

    @Test
    void a_room_that_is_taken_is_told_at_its_field_with_who_has_it() {
        PageVisitor clerk = visitor().as("clerk1");
        Map<String, String> plan = new LinkedHashMap<>();
        plan.put("leader", "head1");
        plan.put("day", "2027-01-13");
        plan.put("from", "08:00");
        plan.put("to", "10:00");
        plan.put("room", "Phòng lớn");
        plan.put("unscheduled", "COMPLEX");
        clerk.post("/reception/rota", "/reception/rota", plan).expect(200);
        plan.put("leader", "officer1");
        Seen taken = clerk.post("/reception/rota", "/reception/rota", plan).expect(422);
        assertThat(taken.text()).contains("Name of head1 đã dùng phòng này ngày 13/01/2027, từ 08:00 đến 10:00");
        plan.put("from", "10:00");
        plan.put("to", "11:00");
        clerk.post("/reception/rota", "/reception/rota", plan).expect(200);
    }

    @Test
    void a_mistake_is_corrected_on_a_page_that_shows_old_and_new() {
        PageVisitor clerk = visitor().as("clerk1");
        Seen visit = clerk.post("/reception/new", "/reception/new", told("Đinh Thị Sai"));
        Seen form = clerk.get(visit.path() + "/correct").expect(200);
        assertThat(form.html())
                .contains("value=\"Đinh Thị Sai\"", "Con đường trước nhà")
                .doesNotContain("??");
        Map<String, String> typed = told("Đinh Thị Đúng");
        typed.put("occurred", form.find("name=\"occurred\"[^>]*value=\"([^\"]*)\""));
        Seen wrong = clerk.post(visit.path() + "/correct", visit.path() + "/correct", typed)
                .expect(422);
        assertThat(wrong.html()).contains("q-reason-error", "Đinh Thị Đúng");
        typed.put("reason", "Nghe nhầm");
        Seen corrected = clerk.post(visit.path() + "/correct", visit.path() + "/correct", typed)
                .expect(200);
        assertThat(corrected.text())
                .contains("Đã sửa", "Đinh Thị Đúng", "Đinh Thị Sai", "Nghe nhầm")
                .doesNotContain("??");
        visitor().as("inspector1").get(visit.path() + "/correct").expect(403);
        Seen looks = visitor()
                .as("inspector1")
                .get("/readings?visit=" + visit.path().substring(11))
                .expect(200);
        assertThat(looks.text()).contains("Name of clerk1", "bản trình bày").doesNotContain("??");
    }

    @Test
    void a_promised_call_is_a_task_of_the_inbox_and_is_done_there() {
        PageVisitor clerk = visitor().as("clerk1");
        Map<String, String> call = told("Cầm Văn Gọi");
        call.put("visitors[0].phone", "0900000001");
        call.put("callBack", "2026-11-18T16:00");
        Seen visit = clerk.post("/reception/new", "/reception/new", call).expect(200);
        PageVisitor officer = visitor().as("officer1");
        assertThat(officer.get("/inbox").expect(200).text())
                .contains("Phải gọi lại", "Cầm Văn Gọi", "0900000001")
                .doesNotContain("??");
        Seen taken = officer.post("/inbox", visit.path() + "/take", Map.of("from-inbox", "true"))
                .expect(200);
        assertThat(taken.text())
                .contains("Đã ghi bạn sẽ gọi", "Name of officer1")
                .doesNotContain("??");
        Seen missed = officer.post(
                        "/inbox",
                        visit.path() + "/call-back",
                        Map.of(
                                "from-inbox", "true",
                                "call-back.text", "Không nghe máy",
                                "call-back.reached", "false",
                                "call-back.again", "2026-11-19T09:00"))
                .expect(200);
        assertThat(missed.path()).isEqualTo("/inbox");
        assertThat(missed.text()).contains("Cầm Văn Gọi", "đã gọi 1 lần");
        officer.post(
                        "/inbox",
                        visit.path() + "/call-back",
                        Map.of("from-inbox", "true", "call-back.text", "Đã gặp", "call-back.reached", "true"))
                .expect(200);
        assertThat(officer.get("/inbox").text()).doesNotContain("Cầm Văn Gọi");
        assertThat(visitor().as("officer3").get("/inbox").text()).doesNotContain("Cầm Văn Gọi");
    }

    @Test
    void who_comes_again_about_the_same_is_joined_and_stays_one_matter() {
        PageVisitor clerk = visitor().as("clerk1");
        Map<String, String> typed = told("Quàng Thị Lại");
        typed.put("visitors[0].idNumber", "099988877766");
        Seen first = clerk.post("/reception/new", "/reception/new", typed).expect(200);
        typed.put("seed", "again");
        Seen again = clerk.post("/reception/new", "/reception/new", typed).expect(200);
        assertThat(again.text()).contains("Có thể đã đến vì cùng một việc", "cùng số giấy tờ");
        Seen joined = clerk.post(
                        again.path(),
                        again.path() + "/join",
                        Map.of("join.visit", first.path().substring(11)))
                .expect(200);
        assertThat(joined.text()).contains("Cùng một vụ việc: 2 lượt tiếp").doesNotContain("Có thể đã đến", "??");
        assertThat(clerk.get("/reception?q=quang+thi+lai").text()).contains("2 lượt tiếp", "1 vụ việc");
    }

    @Test
    void data_of_a_visit_is_erased_by_its_number_in_the_book() {
        PageVisitor clerk = visitor().as("clerk1");
        Seen visit = clerk.post("/reception/new", "/reception/new", told("Lù Thị Quên"));
        String no = visit.find("<h1[^>]*>[^<0-9]*([0-9]+)");
        PageVisitor admin = visitor().as("admin1");
        String page = "/admin/erasure/visits?unit=A&year=2026&no=" + no;
        assertThat(admin.get(page).expect(200).text())
                .contains("Còn việc phải làm")
                .doesNotContain("??", "Lù Thị");
        clerk.post(visit.path(), visit.path() + "/answer", Map.of("answer.text", "Đã giải thích"))
                .expect(200);
        assertThat(admin.get(page).expect(200).text()).contains("L. T. Q.");
        Map<String, String> order = new LinkedHashMap<>();
        order.put("visit", visit.path().substring(11));
        order.put("reason", "Theo đơn 12");
        order.put("early", "true");
        assertThat(admin.post(page, "/admin/erasure/visits", order).expect(422).text())
                .contains("Hãy xác nhận đúng hồ sơ");
        order.put("confirm", "true");
        assertThat(admin.post(page, "/admin/erasure/visits", order).expect(200).text())
                .contains("đã được xóa")
                .doesNotContain("??");
        assertThat(clerk.get(visit.path()).expect(200).text()).doesNotContain("Lù Thị Quên");
        clerk.get("/admin/erasure/visits").expect(403);
    }

    private static Map<String, String> told(String name) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("seed", "visit of " + name);
        typed.put("way", "ROOM");
        typed.put("identity", "CARD_SEEN");
        typed.put("people", "1");
        typed.put("visitors[0].fullName", name);
        typed.put("subject", "Con đường trước nhà");
        typed.put("statement", "Hỏng đã lâu, chưa ai sửa.");
        return typed;
    }

    private PageVisitor visitor() {
        return new PageVisitor(port);
    }
}
