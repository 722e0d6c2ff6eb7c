package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.form.Bound;

class StandingTest {

    @Test
    void a_fact_stands_on_its_own_day_and_one_without_on_the_day_it_was_recorded() {
        Standing standing = after(received(), classified(), accepted());
        assertThat(standing.reached())
                .isEqualTo(Map.of(
                        Milestone.RECEIVED, RECEIVED_ON,
                        Milestone.CLASSIFIED, TODAY,
                        Milestone.ACCEPTED, ACCEPTED_ON));
    }

    @Test
    void a_returned_draft_no_longer_stands_and_a_new_one_is_not_approved() {
        Standing returned =
                after(drafted(1), approved(), new RoundEvent.ResolutionReturned(ID, 1, text("r"), HEAD.id()));
        assertThat(returned.reached()).isEmpty();
        assertThat(after(drafted(1), approved(), drafted(2)).has(Milestone.APPROVED))
                .isFalse();
    }

    @Test
    void what_an_event_undoes_no_longer_stands() {
        var back = new CaseEvent.PetitionSentBack(
                ID, "complaint", "verify", Stage.DIALOGUE, null, Set.of(Milestone.VERIFIED), text("r"));
        assertThat(after(received(), verified(), back).has(Milestone.VERIFIED)).isFalse();
        var again =
                new CaseEvent.PetitionReopened(ID, ReopenGround.CLOSED_BY_MISTAKE, Set.of(Milestone.CLOSED), text("r"));
        assertThat(after(received(), closed(ClosingGround.STORED), again).has(Milestone.CLOSED))
                .isFalse();
        var other = new CaseEvent.PetitionReclassified(
                ID, Kind.COMPLAINT, Kind.FEEDBACK, Set.of(Milestone.ACCEPTED), text("r"));
        assertThat(after(received(), accepted(), other).reached().keySet())
                .containsExactly(Milestone.RECEIVED, Milestone.CLASSIFIED);
    }

    @Test
    void withdrawn_points_no_longer_stand() {
        assertThat(after(received(), new CaseEvent.PointsWithdrawn(ID, List.of(1), null, text("r")))
                        .points())
                .containsExactly(2);
    }

    @Test
    void corrected_days_are_the_days_that_stand() {
        LocalDate day = LocalDate.of(2026, 11, 6);
        var to = new Correction(null, null, null, null, null, day, null, null, null, null);
        Standing standing = after(received(), accepted(), new CaseEvent.PetitionCorrected(ID, to, to, text("r")));
        assertThat(standing.day(Milestone.ACCEPTED)).contains(day);
    }

    @Test
    void a_form_is_told_the_days_and_points_of_the_case() {
        var context = after(received(), accepted()).formContext(TODAY);
        assertThat(context.days()).isEqualTo(Map.of(Bound.RECEIVED, RECEIVED_ON, Bound.ACCEPTED, ACCEPTED_ON));
        assertThat(context.points()).containsExactly(1, 2);
        assertThat(context.today()).isEqualTo(TODAY);
    }

    private static Standing after(PetitionEvent... events) {
        Standing standing = Standing.NOTHING;
        for (PetitionEvent event : events) standing = standing.after(event, NOW);
        return standing;
    }
}
