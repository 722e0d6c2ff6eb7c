package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.petition.CaseCommand.PublishDecision;
import vn.caunoi.core.petition.CaseCommand.RedactDecision;
import vn.caunoi.core.petition.CaseCommand.TakeDownDecision;
import vn.caunoi.core.petition.CaseEvent.DecisionMadePublic;
import vn.caunoi.core.petition.CaseEvent.DecisionRedacted;
import vn.caunoi.core.petition.CaseEvent.DecisionTakenDown;

class RedactingTest {

    private static final PetitionEvent[] ISSUED = {
        received(), classified(), accepted(), assigned(), verified(), drafted(1), approved(), issued()
    };
    private static final DecisionRedacted REDACTED =
            new DecisionRedacted(ID, text("Trả đất cho █████"), text("bà Lan"), OFFICER.id());
    private static final DecisionMadePublic PUBLIC =
            new DecisionMadePublic(ID, TODAY, text("Trả đất cho █████"), OFFICER.id(), HEAD.id());

    @Test
    void one_blacks_out_and_another_publishes() {
        given(ISSUED)
                .when(new RedactDecision(ID, " Trả đất cho █████ ", List.of("bà Lan"), OFFICER))
                .expectEvents(REDACTED);
        given(then(ISSUED, REDACTED)).when(new PublishDecision(ID, TODAY, HEAD)).expectEvents(PUBLIC);
        expectRefusal(given(then(ISSUED, REDACTED)).when(new PublishDecision(ID, TODAY, OFFICER)), Reason.SECOND_LOOK);
        expectRefusal(given(ISSUED).when(new PublishDecision(ID, TODAY, HEAD)), Reason.NOTHING_REDACTED);
        expectRefusal(
                given(then(ISSUED, REDACTED, PUBLIC)).when(new PublishDecision(ID, TODAY, HEAD)),
                Reason.DECISION_PUBLIC);
        expectRefusal(
                given(then(ISSUED, REDACTED)).when(new PublishDecision(ID, TODAY.plusDays(1), HEAD)),
                Reason.IN_THE_FUTURE);
    }

    @Test
    void neither_a_petitioner_nor_a_word_that_was_to_be_blacked_out_may_stand_in_it() {
        expectRefusal(
                given(ISSUED).when(new RedactDecision(ID, "Trả đất cho NGUYEN THI LAN", List.of(), OFFICER)),
                Reason.INVALID_INPUT);
        expectRefusal(
                given(ISSUED).when(new RedactDecision(ID, "Trả đất cho Minh", List.of("Minh"), OFFICER)),
                Reason.INVALID_INPUT);
        expectRefusal(given(ISSUED).when(new RedactDecision(ID, " ", List.of(), OFFICER)), Reason.INVALID_INPUT);
        given(ISSUED)
                .when(new RedactDecision(ID, "Trả đất cho Minhh", List.of("Minh"), OFFICER))
                .expectEvents(new DecisionRedacted(ID, text("Trả đất cho Minhh"), text("Minh"), OFFICER.id()));
    }

    @Test
    void only_an_issued_decision_on_a_complaint_by_who_has_the_case() {
        var order = new RedactDecision(ID, "Trả đất", List.of(), OFFICER);
        expectRefusal(
                given(received(), classified(), accepted(), assigned(), verified(), drafted(1))
                        .when(order),
                Reason.NOT_ISSUED_YET);
        expectRefusal(given(received(), classified(Kind.FEEDBACK)).when(order), Reason.NOT_A_COMPLAINT);
        expectRefusal(given(ISSUED).when(new RedactDecision(ID, "x", List.of(), CLERK)), Reason.NOT_ALLOWED);
        expectRefusal(given(ISSUED).when(new RedactDecision(ID, "x", List.of(), STRANGER)), Reason.NOT_ALLOWED);
    }

    @Test
    void the_head_takes_it_down_and_then_it_is_blacked_out_anew() {
        var down = new DecisionTakenDown(ID, text("Còn tên người"), HEAD.id());
        given(then(ISSUED, REDACTED, PUBLIC))
                .when(new TakeDownDecision(ID, "Còn tên người", HEAD))
                .expectEvents(down);
        expectRefusal(
                given(then(ISSUED, REDACTED, PUBLIC)).when(new TakeDownDecision(ID, "x", OFFICER)), Reason.NOT_ALLOWED);
        expectRefusal(
                given(then(ISSUED, REDACTED)).when(new TakeDownDecision(ID, "x", HEAD)), Reason.DECISION_NOT_PUBLIC);
        expectRefusal(
                given(then(ISSUED, REDACTED, PUBLIC, down)).when(new PublishDecision(ID, TODAY, HEAD)),
                Reason.NOTHING_REDACTED);
    }

    @Test
    void what_was_blacked_out_of_a_decision_that_is_undone_is_not_published() {
        var reopened = new CaseEvent.PetitionReopened(
                ID, ReopenGround.CLOSED_BY_MISTAKE, Set.of(Milestone.ISSUED, Milestone.APPROVED), text("r"));
        expectRefusal(
                given(then(ISSUED, REDACTED, reopened)).when(new PublishDecision(ID, TODAY, HEAD)),
                Reason.NOT_ISSUED_YET);
    }
}
