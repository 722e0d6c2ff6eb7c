package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.handling.Check;
import vn.caunoi.core.handling.Handling;
import vn.caunoi.core.handling.HandlingQuestion;
import vn.caunoi.core.handling.HandlingRule;
import vn.caunoi.core.handling.Mark;
import vn.caunoi.core.petition.CaseCommand.Supplement;
import vn.caunoi.core.petition.IntakeCommand.ProposeHandling;
import vn.caunoi.core.petition.IntakeEvent.*;
import vn.caunoi.core.petition.TaskEvent.*;

/** A petition is checked, the table proposes, the officer follows or says why not. */
class TriageTest {

    private static final HandlingRule GUIDE = rule(Handling.GUIDE, "guide");

    @Test
    void what_was_found_is_recorded_with_the_row_and_version_of_the_table_that_proposed() {
        given(received())
                .when(propose(found(Kind.COMPLAINT, null, Check.SIGNED, Check.DATED), GUIDE, OTHER, OFFICER))
                .expectEvents(new HandlingProposed(
                        ID,
                        Kind.COMPLAINT,
                        false,
                        List.of(Check.DATED, Check.SIGNED),
                        null,
                        List.of(Mark.SENT_TO_SEVERAL),
                        OTHER,
                        "H19",
                        "handling@1",
                        Handling.GUIDE,
                        "guide",
                        "TT 05/2021",
                        "S-"));
    }

    @Test
    void the_same_again_changes_nothing() {
        given(received(), proposed(GUIDE, null))
                .when(propose(found(Kind.COMPLAINT, null), GUIDE, null, OFFICER))
                .expectNoEvents();
    }

    @Test
    void a_clerk_does_not_propose_nor_does_anybody_for_a_case_that_is_closed_or_accepted() {
        var order = propose(found(Kind.COMPLAINT, null), GUIDE, null, OFFICER);
        expectRefusal(
                given(received()).when(propose(found(Kind.COMPLAINT, null), GUIDE, null, CLERK)), Reason.NOT_ALLOWED);
        expectRefusal(given(received(), closed(ClosingGround.STORED)).when(order), Reason.ALREADY_CLOSED);
        expectRefusal(given(received(), classified(), accepted()).when(order), Reason.ALREADY_ACCEPTED);
    }

    @Test
    void only_a_complaint_meets_one_of_the_nine_grounds() {
        expectRefusal(
                given(received()).when(propose(found(Kind.FEEDBACK, RefusalGround.NOT_SIGNED), GUIDE, null, OFFICER)),
                Reason.NOT_A_COMPLAINT);
    }

    @Test
    void who_follows_the_proposal_says_no_more() {
        given(received(), proposed(GUIDE, null), opened("triage", OFFICER, null))
                .when(complete("triage", "guide", OFFICER, "competentBody", "UBND phường B", "reason", "Thẩm quyền"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void who_departs_from_it_says_why() {
        var past = new PetitionEvent[] {received(), proposed(GUIDE, null), opened("triage", OFFICER, null)};
        expectRefusal(given(past).when(complete("triage", "store", OFFICER, "reason", "Trùng")), Reason.INVALID_INPUT);
        var departing = complete("triage", "store", OFFICER, "reason", "Trùng", "departure", "Đã có đơn trước");
        expect(given(past).when(departing), PetitionStored.class, TaskCompleted.class);
    }

    @Test
    void without_a_proposal_nobody_is_asked_why() {
        expect(
                given(received(), opened("triage", OFFICER, null))
                        .when(complete("triage", "store", OFFICER, "reason", "Trùng")),
                PetitionStored.class,
                TaskCompleted.class);
    }

    @Test
    void guidance_is_given_only_once_on_the_same_content() {
        var past = new PetitionEvent[] {
            received(), proposed(rule(Handling.STORE, "store"), OTHER), opened("triage", OFFICER, null)
        };
        var guide = complete(
                "triage", "guide", OFFICER, "competentBody", "UBND", "reason", "Thẩm quyền", "departure", "Nhắc lại");
        expectRefusal(given(past).when(guide), Reason.ALREADY_GUIDED);
    }

    @Test
    void the_form_shows_what_is_proposed_first_asks_why_otherwise_and_offers_nothing_unlawful() {
        Standing standing =
                Standing.NOTHING.after(received(), NOW).after(proposed(rule(Handling.STORE, "store"), OTHER), NOW);
        var form = form("triage").resolve(standing.formContext(TODAY));
        assertThat(form.outcomes())
                .extracting(Outcome::id)
                .startsWith("store", "classified")
                .doesNotContain("guide");
        assertThat(form.outcomes()).allSatisfy(outcome -> assertThat(
                        outcome.fields().stream().anyMatch(field -> field.id().equals("departure")))
                .isEqualTo(!outcome.id().equals("store")));
    }

    @Test
    void a_proposal_stands_until_what_it_rests_on_changes() {
        Standing proposing = Standing.NOTHING.after(received(), NOW).after(proposed(GUIDE, null), NOW);
        assertThat(proposing.proposed()).isNotNull();
        assertThat(proposing
                        .after(new SupplementReceived(ID, NOW, text("Bản sao")), NOW)
                        .proposed())
                .isNull();
        var reclassified =
                new CaseEvent.PetitionReclassified(ID, Kind.COMPLAINT, Kind.FEEDBACK, Set.of(), text("Nội dung"));
        assertThat(proposing.after(reclassified, NOW).proposed()).isNull();
        given(received(), proposed(GUIDE, null))
                .when(new Supplement(ID, null, "Bản sao", CLERK))
                .expectState(
                        petition -> assertThat(petition.standing.proposed()).isNull());
    }

    @Test
    void what_is_given_back_to_its_sender_ends_the_limit_for_processing() {
        var processing = set("process", Basis.RECEIVED, RECEIVED_ON, 20);
        expect(
                given(received(), processing, opened("triage", OFFICER, null))
                        .when(complete("triage", "return", OFFICER, "to", "Báo Lao Động", "reason", "Thẩm quyền")),
                PetitionReturned.class,
                DeadlineEvent.DeadlineMet.class,
                TaskCompleted.class);
    }

    private static ProposeHandling propose(
            HandlingQuestion found, HandlingRule rule, @Nullable PetitionId guidedBefore, Actor by) {
        return new ProposeHandling(ID, found, rule, guidedBefore, by);
    }

    private static HandlingQuestion found(Kind kind, @Nullable RefusalGround ground, Check... missing) {
        return new HandlingQuestion(
                kind, false, Set.of(missing), false, false, ground, false, Set.of(Mark.SENT_TO_SEVERAL), TODAY);
    }

    private static HandlingRule rule(Handling handling, String outcome) {
        return new HandlingRule("H19", "handling@1", handling, outcome, "TT 05/2021", "S-");
    }

    private static HandlingProposed proposed(HandlingRule rule, @Nullable PetitionId guidedBefore) {
        return new HandlingProposed(
                ID,
                Kind.COMPLAINT,
                false,
                List.of(),
                null,
                List.of(Mark.SENT_TO_SEVERAL),
                guidedBefore,
                rule.row(),
                rule.version(),
                rule.handling(),
                rule.outcome(),
                rule.source(),
                rule.confidence());
    }
}
