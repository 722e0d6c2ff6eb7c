package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.petition.CaseCommand.*;
import vn.caunoi.core.petition.CaseEvent.*;
import vn.caunoi.core.petition.DeadlineEvent.*;

class ReturnTest {

    private static final TaskId APPROVAL = new TaskId("approve-resolution");
    private static final DeadlineSet ACCEPTANCE = set("accept_1", Basis.RECEIVED, RECEIVED_ON, 20);
    private static final DeadlineSet SETTLEMENT = set("settle_1", Basis.ACCEPTED, ACCEPTED_ON, 30);
    private static final PetitionEvent[] ACCEPTED = {
        received(),
        classified(),
        started("complaint"),
        ACCEPTANCE,
        opened("decide-acceptance"),
        accepted(),
        met("accept_1", due(2026, 11, 9), false),
        completed("decide-acceptance", "accept"),
        SETTLEMENT,
        opened("assign"),
        assigned(),
        completed("assign", "assigned")
    };
    private static final PetitionEvent[] DRAFTED = then(
            ACCEPTED,
            opened("verify"),
            verified(),
            completed("verify", "verified"),
            convened(),
            held(),
            opened("draft-resolution"),
            drafted(1),
            completed("draft-resolution", "drafted"),
            opened("approve-resolution", null, SETTLEMENT.due()));
    private static final PetitionEvent[] ISSUED = then(DRAFTED, approved(), issued());
    private static final PetitionEvent[] SETTLED = then(
            ISSUED,
            met("settle_1", NOW, false),
            new TaskEvent.TaskDueMoved(ID, APPROVAL, null),
            sent(),
            published(),
            closed(ClosingGround.SETTLED));
    private static final PetitionEvent[] WITHDRAWN =
            then(ACCEPTED, withdrawn(), closed(ClosingGround.WITHDRAWN), new DeadlineDropped(ID, "settle_1", "closed"));

    @Test
    void sent_back_to_a_step_the_case_loses_what_it_and_later_ones_brought_about() {
        given(DRAFTED)
                .when(sendBack("verify"))
                .expectEvents(new PetitionSentBack(
                        ID,
                        "complaint",
                        "verify",
                        Stage.RESOLUTION,
                        Stage.VERIFICATION,
                        Set.of(Milestone.VERIFIED, Milestone.CONVENED, Milestone.DIALOGUE, Milestone.DRAFTED),
                        text("Thiếu chứng cứ")))
                .expectState(petition -> {
                    assertThat(petition.has(Milestone.ACCEPTED)).isTrue();
                    assertThat(petition.has(Milestone.VERIFIED)).isFalse();
                    assertThat(petition.stage).isEqualTo(Stage.VERIFICATION);
                });
    }

    @Test
    void what_was_undone_must_be_done_again() {
        expectRefusal(
                given(DRAFTED)
                        .andGivenCommands(sendBack("verify"))
                        .when(complete("approve-resolution", "approve", HEAD)),
                Reason.NOT_DRAFTED_YET);
    }

    @Test
    void a_deadline_whose_fact_was_undone_runs_again_as_it_was_and_one_counted_from_it_is_dropped() {
        given(DRAFTED).when(sendBack("decide-acceptance")).expectState(petition -> {
            assertThat(petition.deadlines.open().keySet()).containsExactly("accept_1");
            assertThat(petition.deadlines.earliest()).isEqualTo(ACCEPTANCE.due());
        });
        expect(
                given(DRAFTED).when(sendBack("decide-acceptance")),
                PetitionSentBack.class,
                DeadlineDropped.class,
                DeadlineSet.class,
                TaskEvent.TaskDueMoved.class);
    }

    @Test
    void a_case_may_be_sent_back_to_a_step_that_is_open() {
        given(DRAFTED)
                .when(sendBack("approve-resolution"))
                .expectEvents(new PetitionSentBack(
                        ID,
                        "complaint",
                        "approve-resolution",
                        Stage.RESOLUTION,
                        Stage.RESOLUTION,
                        Set.of(),
                        text("Thiếu chứng cứ")));
    }

    @Test
    void a_case_is_not_sent_back_to_where_it_never_was_nor_out_of_its_process() {
        expectRefusal(given(DRAFTED).when(sendBack("publish")), Reason.NO_SUCH_STEP);
        expectRefusal(given(received()).when(sendBack("classify")), Reason.NO_SUCH_STEP);
        expectRefusal(
                given(
                                received(),
                                started("petition-intake"),
                                opened("classify"),
                                classified(),
                                completed("classify", "classified"),
                                started("complaint"))
                        .when(sendBack("classify")),
                Reason.NO_SUCH_STEP);
    }

    @Test
    void only_the_head_sends_back_before_the_issue_and_with_a_reason() {
        expectRefusal(given(DRAFTED).when(new SendBack(ID, "verify", "r", OFFICER)), Reason.NOT_ALLOWED);
        expectRefusal(given(DRAFTED).when(new SendBack(ID, "verify", "r", HEAD_OF_B)), Reason.NOT_ALLOWED);
        expectRefusal(given(DRAFTED).when(new SendBack(ID, "verify", "", HEAD)), Reason.INVALID_INPUT);
        expectRefusal(given(ISSUED).when(sendBack("verify")), Reason.ALREADY_ISSUED);
        expectRefusal(given(SETTLED).when(sendBack("verify")), Reason.ALREADY_CLOSED);
        expectRefusal(given(then(ACCEPTED, withdrawn())).when(sendBack("assign")), Reason.WITHDRAWN);
    }

    @Test
    void a_kind_that_was_recorded_wrongly_is_corrected_and_all_that_rested_on_it_falls() {
        given(ACCEPTED)
                .when(new Reclassify(ID, Kind.FEEDBACK, "Không phải khiếu nại", HEAD))
                .expectEvents(
                        new PetitionReclassified(
                                ID,
                                Kind.COMPLAINT,
                                Kind.FEEDBACK,
                                Set.of(Milestone.ACCEPTED),
                                text("Không phải khiếu nại")),
                        new DeadlineDropped(ID, "settle_1", "reclassified"))
                .expectState(petition -> assertThat(petition.dossier.kind()).isEqualTo(Kind.FEEDBACK));
    }

    @Test
    void reclassifying_classifies() {
        expect(
                given(received(null), set("process", Basis.RECEIVED, RECEIVED_ON, 20))
                        .when(new Reclassify(ID, Kind.DENUNCIATION, "r", HEAD)),
                PetitionReclassified.class,
                DeadlineMet.class);
    }

    @Test
    void only_the_head_reclassifies_before_the_issue_and_to_another_kind() {
        expectRefusal(given(ACCEPTED).when(new Reclassify(ID, Kind.FEEDBACK, "r", OFFICER)), Reason.NOT_ALLOWED);
        expectRefusal(given(ACCEPTED).when(new Reclassify(ID, Kind.FEEDBACK, "", HEAD)), Reason.INVALID_INPUT);
        expectRefusal(given(ACCEPTED).when(new Reclassify(ID, Kind.COMPLAINT, "r", HEAD)), Reason.NOTHING_TO_CORRECT);
        expectRefusal(given(ISSUED).when(new Reclassify(ID, Kind.FEEDBACK, "r", HEAD)), Reason.ALREADY_ISSUED);
        expectRefusal(given(SETTLED).when(new Reclassify(ID, Kind.FEEDBACK, "r", HEAD)), Reason.ALREADY_CLOSED);
        expectRefusal(
                given(then(ACCEPTED, withdrawn())).when(new Reclassify(ID, Kind.FEEDBACK, "r", HEAD)),
                Reason.WITHDRAWN);
    }

    @Test
    void a_violation_opens_the_settlement_again_with_its_limit_anew() {
        given(SETTLED)
                .when(reopen(ReopenGround.VIOLATION_FOUND))
                .expectEvents(
                        new PetitionReopened(
                                ID,
                                ReopenGround.VIOLATION_FOUND,
                                Set.of(
                                        Milestone.CLOSED,
                                        Milestone.VERIFIED,
                                        Milestone.CONVENED,
                                        Milestone.DIALOGUE,
                                        Milestone.DRAFTED,
                                        Milestone.APPROVED,
                                        Milestone.ISSUED,
                                        Milestone.SENT,
                                        Milestone.PUBLISHED),
                                text("r")),
                        set("settle_1", Basis.ACCEPTED, TODAY, 30),
                        new TaskEvent.TaskDueMoved(
                                ID,
                                APPROVAL,
                                set("settle_1", Basis.ACCEPTED, TODAY, 30).due()));
    }

    @Test
    void a_case_closed_by_mistake_opens_as_it_was() {
        given(SETTLED)
                .when(reopen(ReopenGround.CLOSED_BY_MISTAKE))
                .expectEvents(
                        new PetitionReopened(ID, ReopenGround.CLOSED_BY_MISTAKE, Set.of(Milestone.CLOSED), text("r")));
    }

    @Test
    void a_coerced_withdrawal_opens_the_case_where_it_was() {
        given(WITHDRAWN)
                .when(reopen(ReopenGround.WITHDRAWAL_COERCED))
                .expectEvents(
                        new PetitionReopened(
                                ID,
                                ReopenGround.WITHDRAWAL_COERCED,
                                Set.of(Milestone.WITHDRAWN, Milestone.CLOSED),
                                text("r")),
                        set("settle_1", Basis.ACCEPTED, TODAY, 30));
    }

    @Test
    void a_deadline_that_began_anew_at_the_reopening_is_not_set_back_by_the_process() {
        expect(given(WITHDRAWN)
                .andGivenCommands(reopen(ReopenGround.WITHDRAWAL_COERCED))
                .when(new DeadlineCommand.SetDeadline(ID, "settle_1", Basis.ACCEPTED, rule("settle_1", 30))));
    }

    @Test
    void the_result_of_the_first_closing_stays_when_the_case_is_reopened() {
        expect(
                given(SETTLED).when(reopen(ReopenGround.NEW_EVIDENCE)),
                PetitionReopened.class,
                DeadlineSet.class,
                TaskEvent.TaskDueMoved.class);
    }

    @Test
    void a_case_is_reopened_by_the_head_when_it_is_closed_and_on_a_ground_that_fits() {
        expectRefusal(given(SETTLED).when(new Reopen(ID, ReopenGround.NEW_EVIDENCE, "r", OFFICER)), Reason.NOT_ALLOWED);
        expectRefusal(given(SETTLED).when(new Reopen(ID, ReopenGround.NEW_EVIDENCE, " ", HEAD)), Reason.INVALID_INPUT);
        expectRefusal(given(ACCEPTED).when(reopen(ReopenGround.NEW_EVIDENCE)), Reason.NOT_CLOSED);
        expectRefusal(given(SETTLED).when(reopen(ReopenGround.WITHDRAWAL_COERCED)), Reason.NOT_WITHDRAWN);
    }

    @Test
    void a_petition_that_was_not_accepted_can_be_accepted_after_a_reopening() {
        var refused = new IntakeEvent.PetitionNotAccepted(ID, RefusalGround.NOT_SIGNED, text("r"));
        var past = then(new PetitionEvent[] {received(), classified()}, refused, closed(ClosingGround.NOT_ACCEPTED));
        given(past)
                .when(reopen(ReopenGround.NEW_EVIDENCE))
                .expectEvents(new PetitionReopened(
                        ID, ReopenGround.NEW_EVIDENCE, Set.of(Milestone.NOT_ACCEPTED, Milestone.CLOSED), text("r")));
    }

    @Test
    void nothing_happens_to_a_closed_case_but_notes_links_ratings_and_reopening() {
        var refused = List.of(
                complete("approve-resolution", "approve", HEAD),
                new Withdraw(ID, List.of(), null, "r", CLERK),
                new Supplement(ID, null, "w", CLERK),
                new Suspend(ID, "g", "r", TODAY, HEAD),
                new Resume(ID, TODAY, HEAD),
                new Escalate(ID, WARD_A, "r", OFFICER),
                new DeadlineCommand.ExtendDeadline(
                        ID, "settle_1", vn.caunoi.core.deadline.Limit.calendarDays(1), "r", HEAD));
        for (Object command : refused) expectRefusal(given(SETTLED).when(command), Reason.ALREADY_CLOSED);
        expect(given(SETTLED).when(new DeadlineCommand.SetDeadline(ID, "answer", Basis.RECEIVED, rule("answer", 5))));
    }

    private static SendBack sendBack(String to) {
        return new SendBack(ID, to, "Thiếu chứng cứ", HEAD);
    }

    private static Reopen reopen(ReopenGround ground) {
        return new Reopen(ID, ground, "r", HEAD);
    }

    @Test
    void what_a_denunciation_was_split_off_is_kept_secret_as_one() {
        given(received())
                .when(new KeepSecret(ID, "TT 05/2021"))
                .expectEvents(new PetitionReclassified(
                        ID, Kind.COMPLAINT, Kind.DENUNCIATION, java.util.Set.of(), text("TT 05/2021")));
        given(received(Kind.DENUNCIATION))
                .when(new KeepSecret(ID, "TT 05/2021"))
                .expectNoEvents();
    }
}
