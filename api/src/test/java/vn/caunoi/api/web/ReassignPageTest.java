package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

class ReassignPageTest extends RunningApi {

    @LocalServerPort
    private int port;

    private Work work;
    private String petition;
    private String task;

    @BeforeEach
    void aClaimedTask() {
        work = new Work(nobody());
        petition = work.handIn(Samples.complaint()).path("id").asString();
        task = work.task(petition).path("id").asString();
        as("officer1").post("/api/tasks/" + task + "/claim", "{}").expect(200);
    }

    @Test
    void a_head_gives_a_task_of_the_case_page_to_another_with_a_reason() {
        PageVisitor head = visitor().as("head1");
        assertThat(head.get("/cases/" + petition).expect(200).html()).contains("/tasks/reassign?task=" + task);
        Seen form = head.get("/tasks/reassign?task=" + task).expect(200);
        assertThat(form.text()).contains("Name of officer1 đang giữ").contains("Name of officer2");
        assertThat(form.html())
                .doesNotContain("value=\"clerk1\"")
                .doesNotContain("value=\"officer1\"")
                .doesNotContain("value=\"officer3\"");
        Seen done = head.post(
                        "/tasks/reassign?task=" + task,
                        "/tasks/reassign",
                        Map.of("task", task, "officer", "officer2", "reason", "Nghỉ phép", "confirm", "true"))
                .expect(200);
        assertThat(done.path()).isEqualTo("/cases/" + petition);
        assertThat(done.text())
                .contains("lấy từ Name of officer1, cho Name of officer2. Lý do: Nghỉ phép")
                .contains("Name of head1");
    }

    @Test
    void what_is_missing_is_told_and_what_was_typed_is_kept() {
        Seen page = visitor()
                .as("head1")
                .post("/tasks/reassign?task=" + task, "/tasks/reassign", Map.of("task", task, "reason", "Nghỉ phép"))
                .expect(422);
        assertThat(page.html())
                .contains("q-officer-error")
                .contains("confirm-error")
                .contains(">Nghỉ phép<");
    }

    @Test
    void the_list_of_a_head_offers_all_the_work_of_the_unit_and_that_of_an_officer_does_not() {
        assertThat(visitor().as("head1").get("/inbox?scope=team").expect(200).html())
                .contains("id=\"share-out\"");
        assertThat(visitor().as("officer1").get("/inbox?scope=team").expect(200).html())
                .doesNotContain("id=\"share-out\"");
        visitor().as("officer1").get("/tasks/reassign?task=" + task).expect(403);
        assertThat(visitor().as("officer1").get("/cases/" + petition).html()).doesNotContain("/tasks/reassign");
    }

    @Test
    void several_tasks_go_back_to_the_group_at_once_and_one_that_was_done_meanwhile_is_told() {
        String other = work.handIn(Samples.complaint()).path("id").asString();
        String done = work.task(other).path("id").asString();
        work.step(other);
        Seen page = visitor()
                .as("head1")
                .post(
                        "/tasks/reassign?task=" + task,
                        "/tasks/reassign",
                        Map.of("task", task + "," + done, "officer", "*", "reason", "Quá tải", "confirm", "true"))
                .expect(200);
        assertThat(page.path()).isEqualTo("/inbox");
        assertThat(page.text()).contains("Đã giao lại việc.").contains("không còn mở");
        assertThat(work.task(petition).path("assignee").isString()).isFalse();
    }

    private PageVisitor visitor() {
        return new PageVisitor(port);
    }
}
