package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** The list of the week is one sheet for each unit, and counts what it does not name. */
class WeekListPageTest extends RunningApi {

    private static final int MOST_LINES = 30;

    @LocalServerPort
    private int port;

    @Test
    void a_unit_has_one_sheet_that_names_at_most_thirty_cases_and_counts_the_others() {
        Work work = new Work(nobody());
        String late = Samples.complaint()
                .replace("'channel': 'DESK'", "'channel': 'DESK', 'receivedAt': '2026-09-01T08:00:00+07:00'");
        for (int i = 0; i < MOST_LINES + 2; i++) work.handIn(late);
        settle();
        Seen page = new PageVisitor(port).as("head1").get("/board/week").expect(200);
        assertThat(page.html().split("class=\"sheet a4\"", -1)).hasSize(2);
        assertThat(page.html().split("scope=\"row\"", -1)).hasSizeLessThanOrEqualTo(MOST_LINES + 1);
        assertThat(page.text()).contains("Quá hạn (", "Chưa giao (", "vụ việc nữa", "Thu hồi đất");
        assertThat(page.html()).doesNotContain("??", "Nguyễn");
        assertThat(new PageVisitor(port).as("head1").get("/board").html()).contains("/board/week");
    }

    @Test
    void a_case_with_a_direction_stands_in_it_until_it_is_done() {
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        String path = "/api/petitions/" + id + "/directions";
        as("head1").post(path, "{'text': 'Báo cáo', 'doBy': '2026-12-31'}").expect(200);
        settle();
        PageVisitor head = new PageVisitor(port).as("head1");
        assertThat(head.get("/board/week").expect(200).text()).contains("Có chỉ đạo chưa xong (");
        String listed = "/board/cases?column=DIRECTED&unit=A";
        assertThat(head.get(listed).expect(200).html()).contains(id).doesNotContain("??");
        as("officer1").post(path + "/1/done", "{'answer': 'Đã báo cáo'}").expect(200);
        settle();
        assertThat(head.get(listed).expect(200).html()).doesNotContain(id);
    }

    @Test
    void an_inspector_prints_a_sheet_for_each_unit_that_has_something() {
        new Work(nobody()).handIn(Samples.complaint());
        settle();
        PageVisitor inspector = new PageVisitor(port).as("inspector1");
        assertThat(inspector.get("/board/week?each=true").expect(200).html()).contains("Unit A");
        assertThat(inspector.get("/board/week?unit=A").expect(200).html())
                .contains("id=\"of-A\"")
                .doesNotContain("id=\"of-B\"");
    }

    @ParameterizedTest
    @CsvSource({
        "officer1, /board/week, 403",
        "head1, /board/week?unit=B, 404",
        "head1, /board/week?unit=%00, 422",
        "head1, /board/week?each=maybe, 400"
    })
    void what_cannot_be_shown_is_said(String account, String path, int status) {
        new PageVisitor(port).as(account).get(path).expect(status);
    }
}
