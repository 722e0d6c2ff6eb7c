package vn.caunoi.processes.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Conclusion.*;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.ConsequenceEvent.ConsequenceCounted;
import vn.caunoi.core.petition.CourtResult;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineSet;
import vn.caunoi.core.petition.DecisionState;
import vn.caunoi.core.petition.EnforcementProgress;
import vn.caunoi.core.petition.FlowEvent.ProcessStarted;
import vn.caunoi.core.petition.Kind;

class ComplaintPathsTest extends Paths {

    @Test
    void a_complaint_is_settled() {
        var petition = verified()
                .convene()
                .hold()
                .draft()
                .approve()
                .issue()
                .waitsFor("send-resolution")
                .sendResolution()
                .publish()
                .close()
                .isClosedAs(ClosingGround.SETTLED)
                .endedAt("to-complaint", "settled")
                .wasLimitedBy("process", "accept_1", "settle_1", "send_1", "publish");
        assertThat(petition.events(ProcessStarted.class))
                .filteredOn(started -> started.process().equals("complaint"))
                .extracting(ProcessStarted::version)
                .containsExactly(1);
    }

    @Test
    void no_dialogue_is_needed_when_demand_and_finding_agree() {
        accepted().assign().verify(RIGHT, RIGHT).waitsFor("draft-resolution");
    }

    @Test
    void some_may_refuse_to_sign_the_minutes() {
        verified().convene().holdThoughSomeRefusedToSign().waitsFor("draft-resolution");
    }

    @Test
    void a_dialogue_nobody_came_to_does_not_hold_up_the_settlement() {
        verified().convene().nobodyCame().draft().approve().waitsFor("issue-resolution");
    }

    @Test
    void the_head_returns_a_draft_and_gets_another() {
        accepted()
                .assign()
                .verify(RIGHT, RIGHT)
                .draft()
                .waitsFor("approve-resolution")
                .returnDraft()
                .waitsFor("draft-resolution")
                .draft()
                .approve()
                .waitsFor("issue-resolution");
    }

    @ParameterizedTest
    @CsvSource({"accept-complex, 45", "accept-remote, 45", "accept-complex-remote, 60"})
    void what_is_complex_or_remote_has_longer(String outcome, int days) {
        var petition = complaint();
        petition.done(
                        "decide-acceptance",
                        outcome,
                        "acceptedOn",
                        petition.today(),
                        "complexityReason",
                        "Nhiều bên liên quan")
                .waitsFor("assign");
        assertThat(petition.events(DeadlineSet.class).toList().getLast().limit())
                .satisfies(limit ->
                        assertThat(limit).isNotNull().extracting("amount").isEqualTo(days));
    }

    @Test
    void a_complaint_is_not_accepted() {
        complaint()
                .refuse()
                .waitsFor("deliver-notice")
                .deliverNotice()
                .isClosedAs(ClosingGround.NOT_ACCEPTED)
                .endedAt("to-complaint", "not-accepted");
    }

    @Test
    void a_complaint_is_guided_to_the_competent_body() {
        complaint()
                .guideAt("decide-acceptance")
                .deliverNotice()
                .isClosedAs(ClosingGround.GUIDED)
                .endedAt("to-complaint", "guided");
    }

    @Test
    void what_was_missing_came_and_acceptance_is_decided_again() {
        complaint()
                .askForMoreAt("decide-acceptance")
                .waitsFor("await-supplement")
                .supplementCame()
                .waitsFor("decide-acceptance")
                .accept()
                .waitsFor("assign");
    }

    @Test
    void what_was_missing_did_not_come_and_the_complaint_is_stored() {
        complaint()
                .askForMoreAt("decide-acceptance")
                .nothingCame()
                .isClosedAs(ClosingGround.STORED)
                .endedAt("to-complaint", "not-supplemented");
    }

    @Test
    void from_verification_on_the_work_is_the_assigned_officers() {
        var petition = accepted();
        assertThat(petition.task("assign").assignee()).isNull();
        petition.assign();
        assertThat(petition.task("verify").assignee()).isEqualTo(new OfficerId("officer1"));
    }

    private PetitionCase accepted() {
        return complaint().accept().waitsFor("assign");
    }

    private PetitionCase verified() {
        return accepted().assign().waitsFor("verify").verify(RIGHT, WRONG).waitsFor("convene-dialogue");
    }

    @Test
    void what_was_missing_did_not_come_in_time_and_it_is_decided_without() {
        complaint()
                .askForMoreAt("decide-acceptance")
                .days(40)
                .waitsFor("unsupplemented")
                .done("unsupplemented", "decide-without")
                .waitsFor("decide-acceptance")
                .refuse()
                .deliverNotice()
                .isClosedAs(ClosingGround.NOT_ACCEPTED);
    }

    @Test
    void what_was_missing_did_not_come_in_time_and_it_is_stored() {
        complaint()
                .askForMoreAt("decide-acceptance")
                .days(40)
                .done("unsupplemented", "not-received", "reason", "Không bổ sung")
                .isClosedAs(ClosingGround.STORED);
    }

    /** D12, D13, D17: limits of their own; D18 as in the first round. */
    @Test
    void the_second_round_has_its_own_limits_and_always_a_dialogue() {
        var petition = handIn(Kind.COMPLAINT)
                .beginSecondRound()
                .classifyAs(Kind.COMPLAINT)
                .accept()
                .assign()
                .verify(RIGHT, RIGHT)
                .waitsFor("convene-dialogue")
                .convene()
                .nobodyCame()
                .draft()
                .approve()
                .issue()
                .wasLimitedBy("process", "accept_2", "settle_2", "send_2", "publish")
                .sendResolution()
                .publish()
                .close()
                .isClosedAs(ClosingGround.SETTLED);
        assertThat(petition.rulesOf("accept_2")).containsExactly("D12");
        assertThat(petition.rulesOf("settle_2")).containsExactly("D13");
        assertThat(petition.rulesOf("send_2")).containsExactly("D17");
        assertThat(petition.rulesOf("publish")).containsExactly("D18");
    }

    /** D14, D15, D16. */
    @Test
    void the_second_round_is_longer_when_it_is_complex_or_remote() {
        assertThat(second("accept-complex").rulesOf("settle_2")).containsExactly("D14");
        assertThat(second("accept-remote").rulesOf("settle_2")).containsExactly("D15");
        assertThat(second("accept-complex-remote").rulesOf("settle_2")).containsExactly("D16");
    }

    private PetitionCase second(String outcome) {
        var petition = handIn(Kind.COMPLAINT).beginSecondRound().classifyAs(Kind.COMPLAINT);
        return petition.done(
                "decide-acceptance", outcome, "acceptedOn", petition.today(), "complexityReason", "Nhiều người");
    }

    /** D21: it takes effect by itself on its day, and is carried out until it is done. */
    @Test
    void a_decision_takes_effect_by_itself_and_is_carried_out() {
        var petition = settled(verified().convene().hold()).days(1);
        assertThat(petition.events(ConsequenceCounted.class)
                        .map(counted -> counted.time().rule()))
                .containsExactly("D21", "D19");
        assertThat(petition.decision()).isEqualTo(DecisionState.AWAITING_EFFECT);
        petition.days(45);
        assertThat(petition.decision()).isEqualTo(DecisionState.TO_BE_CARRIED_OUT);
        petition.order("Trả lại đất", 3).days(5);
        assertThat(petition.names()).contains("petition.deadline-missed", "petition.escalated");
        petition.report(1, EnforcementProgress.DONE);
        assertThat(petition.decision()).isEqualTo(DecisionState.CARRIED_OUT);
        petition.isClosedAs(ClosingGround.SETTLED);
    }

    /** D22, D23, D24: later in a remote area, and with days of its own in the second round. */
    @Test
    void remote_areas_and_second_decisions_have_rows_of_their_own_for_the_effect() {
        assertThat(effectOf(complaint(), "accept-remote")).isEqualTo("D22");
        assertThat(effectOf(secondComplaint(), "accept")).isEqualTo("D23");
        assertThat(effectOf(secondComplaint(), "accept-remote")).isEqualTo("D24");
    }

    /** D25: a complaint that was stopped is renewed in time, or not any more. */
    @Test
    void a_stopped_complaint_that_is_not_renewed_ends_by_itself() {
        var petition = accepted().withdraw().terminate().days(1);
        assertThat(petition.events(ConsequenceCounted.class)
                        .map(counted -> counted.time().rule()))
                .containsExactly("D25");
        assertThat(petition.decision()).isEqualTo(DecisionState.RENEWABLE);
        assertThat(petition.days(45).decision()).isEqualTo(DecisionState.NOT_RENEWED);
    }

    @Test
    void a_second_complaint_in_time_keeps_the_first_decision_from_its_effect() {
        var petition =
                settled(verified().convene().hold()).days(1).contest(false).days(60);
        assertThat(petition.decision()).isEqualTo(DecisionState.CONTESTED);
    }

    @Test
    void what_a_court_has_taken_on_ends_here_with_its_process() {
        var petition = verified().sue(true).isClosedAs(ClosingGround.IN_COURT);
        assertThat(petition.decision()).isEqualTo(DecisionState.IN_COURT);
        petition.courtEnds(CourtResult.STOPPED);
        assertThat(petition.decision()).isEqualTo(DecisionState.LEFT_TO_COURT);
    }

    @Test
    void what_is_before_a_court_takes_no_effect_by_time_but_with_its_end() {
        var petition = settled(verified().convene().hold()).days(1).sue(false).days(60);
        assertThat(petition.decision()).isEqualTo(DecisionState.IN_COURT);
        petition.courtEnds(CourtResult.REJECTED);
        assertThat(petition.decision()).isEqualTo(DecisionState.TO_BE_CARRIED_OUT);
    }

    private static PetitionCase settled(PetitionCase heard) {
        return heard.draft().approve().issue().sendResolution().publish().close();
    }

    private PetitionCase secondComplaint() {
        return handIn(Kind.COMPLAINT).beginSecondRound().classifyAs(Kind.COMPLAINT);
    }

    private static String effectOf(PetitionCase complaint, String outcome) {
        if (outcome.equals("accept")) complaint.accept();
        else
            complaint.done(
                    "decide-acceptance", outcome, "acceptedOn", complaint.today(), "complexityReason", "Vùng sâu");
        complaint
                .assign()
                .verify(RIGHT, WRONG)
                .convene()
                .hold()
                .draft()
                .approve()
                .issue()
                .days(1);
        return complaint
                .events(ConsequenceCounted.class)
                .map(counted -> counted.time().rule())
                .findFirst()
                .orElseThrow();
    }
}
