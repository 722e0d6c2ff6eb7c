package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.core.vault.SealedData;

class FactsTest {

    private static final PetitionId ID = new PetitionId("8b6d3c52-6c32-4d4e-9c0f-0f5a0f3f0001");
    private static final Instant EVENING = Instant.parse("2026-03-02T18:30:00Z");
    private static final Sealed TEXT = Sealed.of(KeyId.petition(ID.value()), "text");

    @Test
    void every_fact_has_a_value_before_anything_happened() {
        assertThat(Facts.none().asMap().keySet()).isEqualTo(Facts.names());
        assertThat(Facts.none().asMap().values()).doesNotContainNull();
    }

    @Test
    void days_are_those_of_vietnam() {
        Facts facts = after(received());
        assertThat(facts.asMap()).containsEntry("today", LocalDate.of(2026, 3, 3));
        assertThat(facts.asMap()).containsEntry("received", LocalDate.of(2026, 3, 3));
    }

    @Test
    void an_outcome_is_a_fact_only_while_its_task_moves_the_process() {
        Facts completed = after(received(), completed("accept"));
        assertThat(completed.text("outcome")).isEqualTo("accept");
        assertThat(completed.after(accepted(), EVENING).text("outcome")).isEmpty();
    }

    @Test
    void a_case_sent_back_loses_the_facts_that_no_longer_stand() {
        Facts facts = after(received(), accepted(), verified(), sentBackTo(Milestone.VERIFIED));
        assertThat(facts.is("verified")).isFalse();
        assertThat(facts.is("differs")).isFalse();
        assertThat(facts.is("accepted")).isTrue();
    }

    @Test
    void a_point_withdrawn_after_the_verification_no_longer_makes_demand_and_finding_differ() {
        var first = Cases.verified(Conclusion.WRONG, Conclusion.RIGHT);
        assertThat(after(received(), accepted(), first).is("differs")).isTrue();
        var withdrawn = new CaseEvent.PointsWithdrawn(Cases.ID, List.of(1), null, Cases.text("r"));
        assertThat(after(received(), accepted(), first, withdrawn).is("differs"))
                .isFalse();
        var both = Cases.verified(Conclusion.WRONG, Conclusion.PARTLY_RIGHT);
        assertThat(after(received(), accepted(), both, withdrawn).is("differs")).isTrue();
        assertThat(after(received(), accepted(), both, sentBackTo(Milestone.VERIFIED), withdrawn)
                        .is("differs"))
                .isFalse();
    }

    @Test
    void a_violation_found_in_the_settlement_opens_it_from_verification_on() {
        Facts facts = after(
                received(),
                accepted(),
                verified(),
                closed(),
                reopened(ReopenGround.VIOLATION_FOUND, Milestone.VERIFIED));
        assertThat(facts.is("closed")).isFalse();
        assertThat(facts.is("reopened")).isTrue();
        assertThat(facts.is("accepted")).isTrue();
        assertThat(facts.is("verified")).isFalse();
    }

    @Test
    void a_case_closed_by_mistake_keeps_what_was_done() {
        Facts facts = after(received(), accepted(), verified(), closed(), reopened(ReopenGround.CLOSED_BY_MISTAKE));
        assertThat(facts.is("verified")).isTrue();
    }

    @Test
    void a_closed_case_is_suspended_no_longer() {
        var suspended = new CaseEvent.PetitionSuspended(ID, TEXT, TEXT, LocalDate.of(2026, 3, 5));
        assertThat(after(received(), suspended).is("suspended")).isTrue();
        assertThat(after(received(), suspended, closed()).is("suspended")).isFalse();
    }

    @Test
    void a_draft_that_was_returned_is_none() {
        var by = new OfficerId("officer1");
        var drafted =
                new RoundEvent.ResolutionDrafted(ID, 1, Conclusion.RIGHT, DecisionEffect.KEEP, TEXT, TEXT, null, by);
        assertThat(after(received(), drafted).is("drafted")).isTrue();
        assertThat(after(received(), drafted, new RoundEvent.ResolutionReturned(ID, 1, TEXT, by))
                        .is("drafted"))
                .isFalse();
    }

    private static Facts after(PetitionEvent... events) {
        Facts facts = Facts.none();
        for (PetitionEvent event : events) facts = facts.after(event, EVENING);
        return facts;
    }

    private static PetitionEvent received() {
        return new IntakeEvent.PetitionReceived(
                ID,
                "A1",
                null,
                Kind.COMPLAINT,
                Channel.DESK,
                EVENING,
                TEXT,
                TEXT,
                null,
                new UnitId("A"),
                null,
                false,
                false,
                null,
                null,
                List.of(),
                List.of(),
                null);
    }

    private static PetitionEvent completed(String outcome) {
        return new TaskEvent.TaskCompleted(
                ID,
                new TaskId("t"),
                "decide-acceptance",
                outcome,
                SealedData.of(KeyId.petition(ID.value()), java.util.Map.of()),
                new OfficerId("officer1"));
    }

    private static PetitionEvent accepted() {
        return new IntakeEvent.PetitionAccepted(ID, LocalDate.of(2026, 3, 4), false, false, null);
    }

    private static PetitionEvent verified() {
        return new RoundEvent.PetitionVerified(ID, TEXT, List.of(), true);
    }

    private static PetitionEvent sentBackTo(Milestone undone) {
        return new CaseEvent.PetitionSentBack(
                ID, "complaint", "verify", Stage.RESOLUTION, Stage.VERIFICATION, Set.of(undone), TEXT);
    }

    private static PetitionEvent closed() {
        return new CaseEvent.PetitionClosed(ID, ClosingGround.SETTLED, true, null);
    }

    private static PetitionEvent reopened(ReopenGround ground, Milestone... undone) {
        return new CaseEvent.PetitionReopened(ID, ground, fallen(undone), TEXT);
    }

    private static Set<Milestone> fallen(Milestone... undone) {
        var all = EnumSet.of(Milestone.CLOSED);
        all.addAll(List.of(undone));
        return all;
    }
}
