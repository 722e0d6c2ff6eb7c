package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** A head decides one after the other, with what each rests on before the eyes. */
class ApprovalsPageTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void draft_findings_and_decision_stand_on_one_page_and_the_next_follows() {
        Work work = new Work(nobody());
        String first = submitted(work);
        String second = submitted(work);
        PageVisitor head = new PageVisitor(port).as("head1");
        Seen page = head.get("/approvals?task=" + first).expect(200);
        assertThat(page.text()).contains("Dự thảo quyết định lần 1", "Quyết định và xem việc tiếp theo");
        assertThat(page.html()).contains("/tasks/" + first + "/complete", "task=" + second);
        Seen next = head.post(
                        "/approvals?task=" + first,
                        "/tasks/" + first + "/complete",
                        Map.of("outcome", "approve", "onward", "approvals"))
                .expect(200);
        assertThat(next.path()).isEqualTo("/approvals");
        assertThat(next.text()).contains("Đã ghi quyết định.");
        assertThat(next.html()).doesNotContain("task=" + first).contains("task=" + second);
        assertThat(head.get("/approvals?task=" + first).expect(200).text()).contains("Việc đó đã có người xử lý");
        new PageVisitor(port).as("officer1").get("/approvals").expect(403);
    }

    @Test
    void what_a_head_sends_back_without_a_reason_stands_on_the_same_page_with_what_was_typed() {
        Work work = new Work(nobody());
        submitted(work);
        String task = submitted(work);
        PageVisitor head = new PageVisitor(port).as("head1");
        Seen again = head.post(
                        "/approvals?task=" + task,
                        "/tasks/" + task + "/complete",
                        Map.of("outcome", "return", "return.reasons", " ", "onward", "approvals"))
                .expect(422);
        assertThat(again.text()).contains("Quyết định và xem việc tiếp theo").doesNotContain("??");
        assertThat(again.html())
                .contains("name=\"onward\"", "/tasks/" + task + "/complete", "aria-invalid=\"true\"")
                .containsPattern("id=\"way-0-return\"[^>]*checked");
        head.post(
                        "/approvals?task=" + task,
                        "/tasks/" + task + "/complete",
                        Map.of("outcome", "return", "return.reasons", "Thiếu căn cứ", "onward", "approvals"))
                .expect(200);
    }

    private static String submitted(Work work) {
        String id = work.handIn(Samples.complaint()).path("id").asString();
        return work.until(id, "approve-resolution").path("id").asString();
    }
}
