package vn.caunoi.processes.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Conclusion.*;
import static vn.caunoi.core.petition.Kind.*;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.caunoi.core.petition.CaseEvent.PetitionEscalated;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineApproaching;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMissed;
import vn.caunoi.core.petition.FlowEvent.NoticeRequested;
import vn.caunoi.core.petition.ReopenGround;
import vn.caunoi.core.petition.TaskEvent.TaskCancelled;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;

class InterruptedPathsTest extends Paths {

    @Test
    void a_petition_withdrawn_before_classification_is_closed() {
        var petition =
                handIn(null).withdraw().isClosedAs(ClosingGround.WITHDRAWN).endedAt("withdrawn");
        assertThat(petition.events(TaskCancelled.class)).hasSize(1);
    }

    @Test
    void a_complaint_withdrawn_before_acceptance_is_closed() {
        complaint().withdraw().isClosedAs(ClosingGround.WITHDRAWN).endedAt("to-complaint", "withdrawn");
    }

    @Test
    void a_complaint_withdrawn_after_acceptance_is_ended_by_the_head() {
        complaint()
                .accept()
                .assign()
                .withdraw()
                .waitsFor("terminate")
                .terminate()
                .isClosedAs(ClosingGround.WITHDRAWN)
                .endedAt("to-complaint", "withdrawn");
    }

    @Test
    void a_complaint_that_is_none_goes_on_as_what_it_is() {
        complaint()
                .accept()
                .reclassifyAs(PROPOSAL)
                .waitsFor("assign-answer")
                .wentThrough("petition-intake", "complaint", "feedback")
                .takeOn()
                .draftAnswer()
                .approveAnswer()
                .sendAnswer()
                .keepAnswer()
                .isClosedAs(ClosingGround.ANSWERED)
                .endedAt("to-complaint", "reclassified", "answered");
    }

    @Test
    void what_turns_out_to_be_a_complaint_goes_on_as_one() {
        handIn(FEEDBACK)
                .classifyAs(FEEDBACK)
                .reclassifyAs(COMPLAINT)
                .waitsFor("decide-acceptance")
                .wentThrough("petition-intake", "feedback", "complaint")
                .endedAt("to-feedback", "reclassified");
    }

    @Test
    void what_was_not_classified_yet_is_after_a_correction_of_its_kind() {
        handIn(FEEDBACK)
                .reclassifyAs(PROPOSAL)
                .waitsFor("assign-answer")
                .wentThrough("petition-intake", "feedback")
                .endedAt("reclassified");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"decide-acceptance", "assign", "verify", "convene-dialogue", "hold-dialogue", "draft-resolution"
            })
    void the_head_sends_a_complaint_back_to_a_step_it_has_been_at(String step) {
        var petition = upToApproval().sendBackTo(step).waitsFor(step);
        assertThat(petition.task(step).occurrence()).isEqualTo(2);
        assertThat(petition.events(TaskOpened.class).map(TaskOpened::task)).doesNotHaveDuplicates();
    }

    @Test
    void a_complaint_sent_back_is_settled_all_the_same() {
        upToApproval()
                .sendBackTo("decide-acceptance")
                .accept()
                .assign()
                .verify(RIGHT, RIGHT)
                .draft()
                .approve()
                .issue()
                .sendResolution()
                .publish()
                .close()
                .isClosedAs(ClosingGround.SETTLED);
    }

    @Test
    void a_complaint_sent_back_after_acceptance_may_still_be_refused() {
        upToApproval().sendBackTo("decide-acceptance").refuse().deliverNotice().isClosedAs(ClosingGround.NOT_ACCEPTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReopenGround.class,
            names = {"VIOLATION_FOUND", "NEW_EVIDENCE", "COURT_RULING"})
    void a_settled_complaint_is_settled_anew_when_there_is_ground(ReopenGround ground) {
        settled().reopen(ground).waitsFor("assign").wentThrough("petition-intake", "complaint", "complaint");
    }

    @Test
    void a_settled_complaint_closed_by_mistake_keeps_its_resolution() {
        settled().reopen(ReopenGround.CLOSED_BY_MISTAKE).waitsFor("send-resolution");
    }

    @Test
    void a_withdrawal_that_was_forced_does_not_count() {
        complaint()
                .accept()
                .withdraw()
                .terminate()
                .reopen(ReopenGround.WITHDRAWAL_COERCED)
                .waitsFor("assign")
                .assign()
                .waitsFor("verify");
    }

    @Test
    void a_complaint_that_was_not_accepted_by_mistake_is_decided_again() {
        complaint()
                .refuse()
                .deliverNotice()
                .reopen(ReopenGround.CLOSED_BY_MISTAKE)
                .waitsFor("decide-acceptance")
                .accept()
                .waitsFor("assign");
    }

    @Test
    void what_was_stored_by_mistake_is_classified_again() {
        handIn(null)
                .done("classify", "store", "reason", "Trùng")
                .reopen(ReopenGround.CLOSED_BY_MISTAKE)
                .waitsFor("classify")
                .wentThrough("petition-intake", "petition-intake");
    }

    @Test
    void what_was_declared_a_complaint_and_stored_by_mistake_is_classified_again() {
        handIn(COMPLAINT)
                .done("classify", "store", "reason", "Trùng")
                .reopen(ReopenGround.CLOSED_BY_MISTAKE)
                .waitsFor("classify")
                .wentThrough("petition-intake", "petition-intake");
    }

    @Test
    void a_reminder_goes_out_before_the_due_date_and_the_head_hears_of_a_missed_one() {
        var petition = complaint();
        petition.days(9);
        assertThat(petition.events(DeadlineApproaching.class).map(DeadlineApproaching::stage))
                .containsExactly("accept_1");
        assertThat(petition.events(NoticeRequested.class).map(NoticeRequested::template))
                .containsExactly("deadline-approaching");
        assertThat(petition.events(PetitionEscalated.class).map(PetitionEscalated::cause))
                .as("nobody took it for three working days")
                .containsExactly("not-taken");
        petition.days(10).waitsFor("decide-acceptance");
        assertThat(petition.events(DeadlineMissed.class).map(DeadlineMissed::stage))
                .containsExactly("accept_1");
        assertThat(missed(petition)).singleElement().satisfies(escalated -> {
            assertThat(escalated.level()).isEqualTo(1);
            assertThat(escalated.stage()).isEqualTo("accept_1");
        });
        petition.days(10);
        assertThat(missed(petition)).hasSize(1);
        petition.accept().days(40);
        assertThat(missed(petition).map(PetitionEscalated::stage)).containsExactly("accept_1", "settle_1");
    }

    @Test
    void a_petition_that_nobody_classifies_is_escalated_too() {
        var petition = handIn(null).days(30).waitsFor("classify");
        assertThat(missed(petition).map(PetitionEscalated::stage)).containsExactly("process");
    }

    @Test
    void nothing_is_missed_while_a_case_is_suspended() {
        var petition = complaint().accept().suspend().days(60);
        assertThat(petition.events(DeadlineMissed.class)).isEmpty();
    }

    /** Before whom it came because a deadline was missed. */
    private static Stream<PetitionEscalated> missed(PetitionCase petition) {
        return petition.events(PetitionEscalated.class)
                .filter(escalated -> escalated.cause().equals("deadline-missed"));
    }

    private PetitionCase upToApproval() {
        return complaint()
                .accept()
                .assign()
                .verify(RIGHT, WRONG)
                .convene()
                .hold()
                .draft()
                .waitsFor("approve-resolution");
    }

    private PetitionCase settled() {
        return upToApproval()
                .approve()
                .issue()
                .sendResolution()
                .publish()
                .close()
                .isClosedAs(ClosingGround.SETTLED);
    }
}
