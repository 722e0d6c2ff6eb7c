package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.deadline.Pause;
import vn.caunoi.core.petition.CaseCommand.*;
import vn.caunoi.core.petition.CaseEvent.*;
import vn.caunoi.core.petition.DeadlineEvent.*;
import vn.caunoi.core.petition.TaskEvent.*;

class InterruptionTest {

    private static final LocalDate TENTH = LocalDate.of(2026, 11, 10);
    private static final DeadlineSet SETTLEMENT = set("settle_1", Basis.ACCEPTED, ACCEPTED_ON, 30);
    private static final PetitionEvent[] ACCEPTED = {received(), classified(), accepted(), SETTLEMENT};
    private static final PetitionEvent[] SUSPENDED =
            then(ACCEPTED, suspended(TENTH), new DeadlinePaused(ID, "settle_1", TENTH));

    @Test
    void a_petition_is_withdrawn_as_a_whole() {
        given(ACCEPTED)
                .when(withdraw(List.of(), null))
                .expectEvents(new PetitionWithdrawn(ID, null, text("Đã thỏa thuận")));
    }

    @Test
    void by_code_and_pin_a_complaint_is_not_withdrawn_but_its_withdrawal_announced_for_it_has_to_be_signed() {
        given(ACCEPTED)
                .when(new WithdrawByCitizen(ID, " Đã thỏa thuận "))
                .expectEvents(new WithdrawalAnnounced(ID, text("Đã thỏa thuận")));
        expectRefusal(given(ACCEPTED).when(new WithdrawByCitizen(ID, " ")), Reason.INVALID_INPUT);
        expectRefusal(given(then(ACCEPTED, withdrawn())).when(new WithdrawByCitizen(ID, "x")), Reason.WITHDRAWN);
        expectRefusal(
                given(received(), closed(ClosingGround.STORED)).when(new WithdrawByCitizen(ID, "x")),
                Reason.ALREADY_CLOSED);
    }

    @Test
    void by_code_and_pin_feedback_is_withdrawn_at_once() {
        given(received(), classified(Kind.FEEDBACK))
                .when(new WithdrawByCitizen(ID, "Đã sửa"))
                .expectEvents(new PetitionWithdrawn(ID, null, text("Đã sửa")));
    }

    @Test
    void single_points_are_withdrawn_and_the_rest_stands() {
        given(ACCEPTED)
                .when(withdraw(List.of(2, 2), null))
                .expectEvents(new PointsWithdrawn(ID, List.of(2), null, text("Đã thỏa thuận")))
                .expectState(petition -> assertThat(petition.standing.points()).containsExactly(1));
    }

    @Test
    void withdrawing_the_last_standing_point_withdraws_the_whole() {
        var first = new PointsWithdrawn(ID, List.of(1), null, text("r"));
        expect(given(then(ACCEPTED, first)).when(withdraw(List.of(2), null)), PetitionWithdrawn.class);
        expect(given(ACCEPTED).when(withdraw(List.of(1, 2), null)), PetitionWithdrawn.class);
    }

    @Test
    void only_points_that_stand_are_withdrawn() {
        var first = new PointsWithdrawn(ID, List.of(1), null, text("r"));
        expectRefusal(given(then(ACCEPTED, first)).when(withdraw(List.of(1), null)), Reason.NO_SUCH_POINT);
        expectRefusal(given(ACCEPTED).when(withdraw(List.of(7), null)), Reason.NO_SUCH_POINT);
    }

    @Test
    void nothing_is_withdrawn_after_the_resolution_was_issued_nor_twice() {
        expectRefusal(given(then(ACCEPTED, issued())).when(withdraw(List.of(), null)), Reason.ALREADY_ISSUED);
        expectRefusal(given(then(ACCEPTED, withdrawn())).when(withdraw(List.of(), null)), Reason.WITHDRAWN);
    }

    @Test
    void a_withdrawal_lies_between_receipt_and_now() {
        expectRefusal(given(ACCEPTED).when(withdraw(List.of(), NOW.plusSeconds(1))), Reason.IN_THE_FUTURE);
        expectRefusal(
                given(ACCEPTED).when(withdraw(List.of(), RECEIVED_AT.minusSeconds(86_400))), Reason.BEFORE_RECEIPT);
        expect(given(ACCEPTED).when(withdraw(List.of(), RECEIVED_AT.minusSeconds(3_600))), PetitionWithdrawn.class);
    }

    @Test
    void a_withdrawal_needs_a_reason_and_somebody_of_the_unit() {
        expectRefusal(given(ACCEPTED).when(new Withdraw(ID, List.of(), null, "", CLERK)), Reason.INVALID_INPUT);
        expectRefusal(given(ACCEPTED).when(new Withdraw(ID, List.of(), null, "r", STRANGER)), Reason.NOT_ALLOWED);
    }

    @Test
    void after_the_withdrawal_only_the_terminating_decision_is_made() {
        var withdrawn = then(ACCEPTED, withdrawn());
        expectRefusal(
                given(then(withdrawn, assigned(), opened("verify")))
                        .when(complete(
                                "verify",
                                "verified",
                                OFFICER,
                                "report",
                                "r",
                                "finding_1",
                                "f",
                                "result_1",
                                "RIGHT",
                                "finding_2",
                                "f",
                                "result_2",
                                "RIGHT")),
                Reason.WITHDRAWN);
        var terminate = complete("terminate", "terminated", HEAD, "decisionNumber", "9/QĐ", "decidedOn", "2026-11-18");
        given(then(withdrawn, opened("terminate", HEAD, SETTLEMENT.due())))
                .when(terminate)
                .expectEvents(
                        new PetitionTerminated(ID, "9/QĐ", TODAY),
                        completed("terminate", "terminated", HEAD, terminate.data()));
        expectRefusal(given(then(ACCEPTED, opened("terminate"))).when(terminate), Reason.NOT_WITHDRAWN);
    }

    @Test
    void a_suspended_petition_pauses_its_deadlines_and_its_tasks_count_against_none() {
        given(then(ACCEPTED, opened("verify", null, SETTLEMENT.due())))
                .when(suspend(TENTH))
                .expectEvents(
                        suspended(TENTH),
                        new DeadlinePaused(ID, "settle_1", TENTH),
                        new TaskDueMoved(ID, new TaskId("verify"), null));
    }

    @Test
    void a_deadline_that_had_passed_before_the_suspension_is_not_paused() {
        var past = set("accept_1", Basis.RECEIVED, RECEIVED_ON, 2);
        expect(given(received(), past).when(suspend(TENTH)), PetitionSuspended.class);
    }

    @Test
    void a_deadline_set_while_suspended_is_paused_at_once() {
        expect(
                given(received(), suspended(TENTH))
                        .when(new DeadlineCommand.SetDeadline(ID, "process", Basis.RECEIVED, rule("process", 20))),
                DeadlineSet.class,
                DeadlinePaused.class);
    }

    @Test
    void nothing_is_late_that_fell_due_while_the_time_did_not_count() {
        var settlement = set("settle_1", Basis.ACCEPTED, ACCEPTED_ON, 5);
        var paused = new DeadlinePaused(ID, "settle_1", TENTH);
        given(received(), classified(), accepted(), settlement, suspended(TENTH), paused, withdrawn())
                .when(new Report.CloseCase(ID, ClosingGround.WITHDRAWN))
                .expectEvents(
                        new PetitionClosed(ID, ClosingGround.WITHDRAWN, true, null),
                        new DeadlineDropped(ID, "settle_1", "closed"));
        var processing = set("process", Basis.RECEIVED, RECEIVED_ON, 10);
        given(received(), processing, suspended(TENTH), new DeadlinePaused(ID, "process", TENTH), opened("classify"))
                .when(complete("classify", "classified", OFFICER, "kind", "COMPLAINT"))
                .expectState(petition -> assertThat(
                                petition.deadlines.met().get("process").late())
                        .isFalse());
    }

    @Test
    void decisions_wait_while_the_petition_is_suspended() {
        var accept = complete("decide-acceptance", "accept", OFFICER, "acceptedOn", "2026-11-09");
        expectRefusal(
                given(received(), classified(), suspended(TENTH), opened("decide-acceptance"))
                        .when(accept),
                Reason.SUSPENDED);
        expectRefusal(
                given(then(
                                SUSPENDED,
                                assigned(),
                                verified(),
                                convened(),
                                held(),
                                drafted(1),
                                opened("approve-resolution")))
                        .when(complete("approve-resolution", "approve", HEAD)),
                Reason.SUSPENDED);
        expect(
                given(then(SUSPENDED, opened("assign", OFFICER, null)))
                        .when(complete("assign", "assigned", OFFICER, "officer", "officer1")),
                IntakeEvent.PetitionAssigned.class,
                TaskCompleted.class);
    }

    @Test
    void a_resumed_petition_gets_the_days_back_that_did_not_count() {
        var pause = new Pause(TENTH, TODAY);
        var counted = DueDate.resumed(
                CALENDAR,
                DueDate.count(CALENDAR, ACCEPTED_ON, rule("settle_1", 30)),
                pause,
                LimitUnit.CALENDAR_DAYS,
                true);
        given(then(SUSPENDED, opened("verify")))
                .when(resume(TODAY))
                .expectEvents(
                        new PetitionResumed(ID, TODAY),
                        new DeadlineContinued(
                                ID, "settle_1", TODAY, SETTLEMENT.due(), counted.due(), counted.explanation()),
                        new TaskDueMoved(ID, new TaskId("verify"), counted.due()));
    }

    @Test
    void a_petition_is_suspended_once_before_the_issue_and_not_ahead_of_time() {
        expectRefusal(given(SUSPENDED).when(suspend(TODAY)), Reason.SUSPENDED);
        expectRefusal(given(then(ACCEPTED, issued())).when(suspend(TODAY)), Reason.ALREADY_ISSUED);
        expectRefusal(given(then(ACCEPTED, withdrawn())).when(suspend(TODAY)), Reason.WITHDRAWN);
        expectRefusal(given(ACCEPTED).when(suspend(TODAY.plusDays(1))), Reason.IN_THE_FUTURE);
        expectRefusal(given(ACCEPTED).when(suspend(RECEIVED_ON.minusDays(1))), Reason.BEFORE_RECEIPT);
    }

    @Test
    void a_suspension_names_ground_and_reason_and_is_no_matter_of_the_desk() {
        expectRefusal(given(ACCEPTED).when(new Suspend(ID, "", "r", TODAY, HEAD)), Reason.INVALID_INPUT);
        expectRefusal(given(ACCEPTED).when(new Suspend(ID, "g", "", TODAY, HEAD)), Reason.INVALID_INPUT);
        expectRefusal(given(ACCEPTED).when(new Suspend(ID, "g", "r", TODAY, CLERK)), Reason.NOT_ALLOWED);
        expectRefusal(given(SUSPENDED).when(new Resume(ID, TODAY, CLERK)), Reason.NOT_ALLOWED);
    }

    @Test
    void a_petition_is_resumed_after_the_suspension_and_not_ahead_of_time() {
        expectRefusal(given(ACCEPTED).when(resume(TODAY)), Reason.NOT_SUSPENDED);
        expectRefusal(given(SUSPENDED).when(resume(TENTH.minusDays(1))), Reason.INVALID_INPUT);
        expectRefusal(given(SUSPENDED).when(resume(TODAY.plusDays(1))), Reason.IN_THE_FUTURE);
    }

    private static Withdraw withdraw(List<Integer> points, @Nullable Instant occurred) {
        return new Withdraw(ID, points, occurred, "Đã thỏa thuận", CLERK);
    }

    private static Suspend suspend(LocalDate from) {
        return new Suspend(ID, "AWAITS_OTHER_BODY", "Chờ giám định", from, OFFICER);
    }

    private static Resume resume(LocalDate on) {
        return new Resume(ID, on, OFFICER);
    }
}
