package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.TaskCommand.*;
import vn.caunoi.core.petition.TaskEvent.*;

class TaskTest {

    private static final TaskId NOTICE = new TaskId("deliver-notice");
    private static final TaskId VERIFY = new TaskId("verify");

    @Test
    void a_deputy_takes_over_what_somebody_who_is_away_holds_and_it_says_for_whom() {
        given(received(), opened("verify", OFFICER, null))
                .when(new TaskCommand.StandIn(ID, VERIFY, OFFICER.id(), COLLEAGUE))
                .expectEvents(new TaskReassigned(ID, VERIFY, WARD_A, COLLEAGUE.id(), OFFICER.id(), null, OFFICER.id()));
        expectRefusal(
                given(received(), opened("verify")).when(new TaskCommand.StandIn(ID, VERIFY, OFFICER.id(), COLLEAGUE)),
                Reason.TASK_HELD_BY_ANOTHER);
        expectRefusal(
                given(received(), opened("verify", OFFICER, null))
                        .when(new TaskCommand.StandIn(ID, VERIFY, OFFICER.id(), STRANGER)),
                Reason.NOT_YOUR_TASK);
    }

    @Test
    void a_task_opens_for_the_unit_with_the_moment_it_counts_against() {
        given(received(), set("process", Basis.RECEIVED, RECEIVED_ON, 20))
                .when(open("classify", false))
                .expectEvents(opened("classify", null, due(2026, 11, 23)));
    }

    @Test
    void a_task_for_the_assigned_officer_is_theirs_from_the_start() {
        given(received(), assigned()).when(open("verify", true)).expectEvents(opened("verify", OFFICER, null));
    }

    @Test
    void a_task_reported_again_changes_nothing_even_when_it_is_done() {
        expect(given(received(), opened("classify")).when(open("classify", false)));
        expect(given(received(), opened("classify"), completed("classify", "classified"))
                .when(open("classify", false)));
    }

    @Test
    void a_task_taken_back_by_the_process_is_cancelled_once() {
        given(received(), opened("verify"))
                .when(new Report.CancelTask(ID, VERIFY, "withdrawn"))
                .expectEvents(new TaskCancelled(ID, VERIFY, "withdrawn"));
        expect(given(received(), opened("verify"), completed("verify", "verified"))
                .when(new Report.CancelTask(ID, VERIFY, "withdrawn")));
    }

    @Test
    void a_task_carried_over_to_another_step_stays_with_whoever_holds_it_and_has_the_new_form() {
        var carry = new Report.CarryTask(ID, VERIFY, "draft", 1, "Draft", form("classify"), Role.OFFICER, false);
        var carried = new TaskCarriedOver(
                ID, VERIFY, "draft", 1, "Draft", form("classify"), Role.OFFICER, OFFICER.id(), null);
        given(received(), opened("verify"), claimed("verify", OFFICER))
                .when(carry)
                .expectEvents(carried);
        expect(given(received(), opened("verify"), claimed("verify", OFFICER), carried)
                .when(carry));
        expect(given(received(), opened("verify"), completed("verify", "verified"))
                .when(carry));
    }

    @Test
    void a_task_carried_over_to_a_step_of_another_group_is_nobodys() {
        given(received(), opened("verify"), claimed("verify", OFFICER))
                .when(new Report.CarryTask(ID, VERIFY, "approve", 1, "Approve", form("classify"), Role.HEAD, false))
                .expectEvents(new TaskCarriedOver(
                        ID, VERIFY, "approve", 1, "Approve", form("classify"), Role.HEAD, null, OFFICER.id()));
    }

    @Test
    void an_officer_claims_a_task_of_their_unit() {
        given(received(), opened("verify"))
                .when(new ClaimTask(ID, VERIFY, OFFICER))
                .expectEvents(claimed("verify", OFFICER));
    }

    @Test
    void claiming_what_one_holds_changes_nothing() {
        expect(given(received(), opened("verify"), claimed("verify", OFFICER))
                .when(new ClaimTask(ID, VERIFY, OFFICER)));
    }

    @Test
    void a_task_is_held_by_one() {
        var held = given(received(), opened("verify"), claimed("verify", OFFICER));
        expectRefusal(held.when(new ClaimTask(ID, VERIFY, COLLEAGUE)), Reason.TASK_HELD_BY_ANOTHER);
    }

    @Test
    void a_task_is_for_its_unit_and_group() {
        expectRefusal(
                given(received(), opened("verify")).when(new ClaimTask(ID, VERIFY, STRANGER)), Reason.NOT_YOUR_TASK);
        expectRefusal(given(received(), opened("verify")).when(new ClaimTask(ID, VERIFY, CLERK)), Reason.NOT_YOUR_TASK);
        expectRefusal(given(received(), opened("verify")).when(new ClaimTask(ID, VERIFY, HEAD)), Reason.NOT_YOUR_TASK);
    }

    @Test
    void a_task_that_is_done_or_never_was_cannot_be_claimed() {
        expectRefusal(given(received()).when(new ClaimTask(ID, VERIFY, OFFICER)), Reason.TASK_NOT_OPEN);
        expectRefusal(
                given(received(), opened("verify"), completed("verify", "verified"))
                        .when(new ClaimTask(ID, VERIFY, OFFICER)),
                Reason.TASK_NOT_OPEN);
    }

    @Test
    void only_the_holder_releases_a_task() {
        given(received(), opened("verify"), claimed("verify", OFFICER))
                .when(new ReleaseTask(ID, VERIFY, OFFICER))
                .expectEvents(new TaskReleased(ID, VERIFY, OFFICER.id()));
        expectRefusal(
                given(received(), opened("verify"), claimed("verify", OFFICER))
                        .when(new ReleaseTask(ID, VERIFY, COLLEAGUE)),
                Reason.TASK_NOT_HELD);
        expectRefusal(
                given(received(), opened("verify")).when(new ReleaseTask(ID, VERIFY, OFFICER)), Reason.TASK_NOT_HELD);
        expectRefusal(given(received()).when(new ReleaseTask(ID, VERIFY, OFFICER)), Reason.TASK_NOT_OPEN);
    }

    @Test
    void a_head_gives_a_task_to_somebody_or_back_to_the_group() {
        given(received(), opened("verify"), claimed("verify", OFFICER))
                .when(new ReassignTask(ID, VERIFY, WARD_A, COLLEAGUE.id(), "Nghỉ phép", HEAD))
                .expectEvents(new TaskReassigned(ID, VERIFY, WARD_A, COLLEAGUE.id(), OFFICER.id(), text("Nghỉ phép")));
        given(received(), opened("verify"), claimed("verify", OFFICER))
                .when(new ReassignTask(ID, VERIFY, WARD_A, null, "Quá tải", HEAD))
                .expectEvents(new TaskReassigned(ID, VERIFY, WARD_A, null, OFFICER.id(), text("Quá tải")));
        expect(given(received(), opened("verify")).when(new ReassignTask(ID, VERIFY, WARD_A, null, "r", HEAD)));
    }

    @Test
    void a_task_is_given_on_with_a_reason_and_only_while_it_is_open() {
        expectRefusal(
                given(received(), opened("verify"))
                        .when(new ReassignTask(ID, VERIFY, WARD_A, COLLEAGUE.id(), " ", HEAD)),
                Reason.INVALID_INPUT);
        expectRefusal(
                given(received(), opened("verify"), completed("verify", "verified"))
                        .when(new ReassignTask(ID, VERIFY, WARD_A, COLLEAGUE.id(), "r", HEAD)),
                Reason.TASK_NOT_OPEN);
    }

    @Test
    void only_a_head_of_both_units_gives_a_task_on() {
        var task = opened("verify");
        expectRefusal(
                given(received(), task).when(new ReassignTask(ID, VERIFY, WARD_A, COLLEAGUE.id(), "r", OFFICER)),
                Reason.NOT_ALLOWED);
        expectRefusal(
                given(received(), task).when(new ReassignTask(ID, VERIFY, WARD_B, null, "r", HEAD)),
                Reason.NOT_ALLOWED);
        expectRefusal(
                given(received(), task).when(new ReassignTask(ID, VERIFY, WARD_A, null, "r", HEAD_OF_B)),
                Reason.NOT_ALLOWED);
        expect(
                given(received(), task).when(new ReassignTask(ID, VERIFY, WARD_B, null, "r", HEAD_OF_BOTH)),
                TaskReassigned.class);
    }

    @Test
    void completing_a_task_nobody_holds_claims_it_and_the_task_comes_last() {
        given(received(), opened("deliver-notice"))
                .when(complete("deliver-notice", "delivered", CLERK, "deliveredOn", "2026-11-17"))
                .expectEvents(
                        claimed("deliver-notice", CLERK),
                        completed("deliver-notice", "delivered", CLERK, data("deliveredOn", "2026-11-17")));
    }

    @Test
    void a_task_is_completed_by_its_holder_only() {
        expectRefusal(
                given(received(), opened("verify"), claimed("verify", OFFICER))
                        .when(complete("verify", "verified", COLLEAGUE)),
                Reason.TASK_HELD_BY_ANOTHER);
        expectRefusal(
                given(received(), opened("verify", OFFICER, null)).when(complete("verify", "verified", COLLEAGUE)),
                Reason.TASK_HELD_BY_ANOTHER);
    }

    @Test
    void a_task_is_completed_once() {
        expectRefusal(
                given(received(), opened("deliver-notice"), completed("deliver-notice", "delivered"))
                        .when(complete("deliver-notice", "delivered", CLERK, "deliveredOn", "2026-11-17")),
                Reason.TASK_NOT_OPEN);
    }

    @Test
    void a_task_ends_only_by_its_outcomes() {
        expectRefusal(
                given(received(), opened("deliver-notice")).when(complete("deliver-notice", "lost", CLERK)),
                Reason.NO_SUCH_OUTCOME);
    }

    @Test
    void an_answer_must_fit_the_form() {
        expectRefusal(
                given(received(), opened("deliver-notice"))
                        .when(complete("deliver-notice", "delivered", CLERK, "deliveredOn", "2026-11-01")),
                Reason.INVALID_INPUT);
    }

    @Test
    void other_open_tasks_count_against_the_next_deadline_when_one_is_met() {
        given(
                        received(),
                        set("process", Basis.RECEIVED, RECEIVED_ON, 20),
                        opened("deliver-notice", null, due(2026, 11, 23)),
                        opened("classify", OFFICER, due(2026, 11, 23)))
                .when(complete("classify", "classified", OFFICER, "kind", "COMPLAINT"))
                .expectEvents(
                        classified(),
                        met("process", NOW, false),
                        new TaskDueMoved(ID, NOTICE, null),
                        completed("classify", "classified", OFFICER, Map.of("kind", "COMPLAINT")));
    }

    @Test
    void a_case_given_to_another_officer_takes_the_open_tasks_of_the_former_along() {
        given(received(), assigned(), opened("verify", OFFICER, null), opened("deliver-notice", CLERK, null))
                .when(new CaseCommand.Reassign(ID, WARD_A, COLLEAGUE.id(), "Nghỉ phép", HEAD))
                .expectEvents(
                        new IntakeEvent.PetitionAssigned(ID, WARD_A, COLLEAGUE.id(), text("Nghỉ phép")),
                        new TaskReassigned(ID, VERIFY, WARD_A, COLLEAGUE.id(), OFFICER.id(), null));
    }

    @Test
    void a_case_nobody_was_responsible_for_takes_the_work_of_officers_along_whoever_held_it() {
        given(received(), opened("classify"), claimed("classify", OFFICER), opened("deliver-notice", CLERK, null))
                .when(new CaseCommand.Reassign(ID, WARD_A, COLLEAGUE.id(), "Nghỉ phép", HEAD))
                .expectEvents(
                        new IntakeEvent.PetitionAssigned(ID, WARD_A, COLLEAGUE.id(), text("Nghỉ phép")),
                        new TaskReassigned(ID, new TaskId("classify"), WARD_A, COLLEAGUE.id(), OFFICER.id(), null));
    }

    @Test
    void what_nobody_held_goes_to_the_new_officer_and_what_another_was_given_stays() {
        given(received(), assigned(), opened("verify"), opened("draft-resolution", STRANGER, null))
                .when(new CaseCommand.Reassign(ID, WARD_A, COLLEAGUE.id(), "Nghỉ phép", HEAD))
                .expectEvents(
                        new IntakeEvent.PetitionAssigned(ID, WARD_A, COLLEAGUE.id(), text("Nghỉ phép")),
                        new TaskReassigned(ID, VERIFY, WARD_A, COLLEAGUE.id(), null, null));
    }

    @Test
    void a_case_given_to_another_unit_takes_all_its_open_tasks_along() {
        given(received(), assigned(), opened("verify", OFFICER, null), opened("deliver-notice", CLERK, null))
                .when(new CaseCommand.Reassign(ID, WARD_B, null, "Sáp nhập", HEAD))
                .expectEvents(
                        new IntakeEvent.PetitionAssigned(ID, WARD_B, null, text("Sáp nhập")),
                        new TaskReassigned(ID, VERIFY, WARD_B, null, OFFICER.id(), null),
                        new TaskReassigned(ID, NOTICE, WARD_B, null, CLERK.id(), null));
    }

    @Test
    void only_the_head_gives_a_case_on_with_a_reason_and_to_somebody_else() {
        var past = new PetitionEvent[] {received(), assigned()};
        expectRefusal(
                given(past).when(new CaseCommand.Reassign(ID, WARD_A, COLLEAGUE.id(), "r", OFFICER)),
                Reason.NOT_ALLOWED);
        expectRefusal(
                given(past).when(new CaseCommand.Reassign(ID, WARD_A, COLLEAGUE.id(), "r", HEAD_OF_B)),
                Reason.NOT_ALLOWED);
        expectRefusal(
                given(past).when(new CaseCommand.Reassign(ID, WARD_A, COLLEAGUE.id(), " ", HEAD)),
                Reason.INVALID_INPUT);
        expectRefusal(
                given(past).when(new CaseCommand.Reassign(ID, WARD_A, OFFICER.id(), "r", HEAD)),
                Reason.NOTHING_TO_CORRECT);
        expectRefusal(
                given(received(), closed(ClosingGround.STORED))
                        .when(new CaseCommand.Reassign(ID, WARD_A, OFFICER.id(), "r", HEAD)),
                Reason.ALREADY_CLOSED);
    }

    @Test
    void the_stage_of_a_case_follows_the_tasks_that_have_one() {
        given(received(), opened("verify"))
                .when(open("deliver-notice", false))
                .expectState(petition -> assertThat(petition.stage).isEqualTo(Stage.VERIFICATION));
    }

    private static Report.OpenTask open(String form, boolean toAssigned) {
        Role group = opened(form).group();
        return new Report.OpenTask(ID, new TaskId(form), "complaint", form, 1, form, form(form), group, toAssigned);
    }
}
