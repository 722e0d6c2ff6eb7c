package vn.caunoi.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;

import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.dossier.DossierCommand.*;
import vn.caunoi.core.dossier.DossierEvent.*;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

/** The papers of a closed case; it is 18 November 2026. */
class PapersTest {

    private static final String STREAM = DossierCommand.stream(ID);
    private static final LocalDate OVER = TODAY.minusDays(1);
    private static final DossierLent LENT =
            new DossierLent(ID, text("Thanh tra tỉnh"), TODAY.plusDays(7), text("Kiểm tra"));

    private final AggregateTestFixture<Papers> fixture = new AggregateTestFixture<>(Papers.class);

    @BeforeEach
    void today() {
        fixture.registerInjectableResource(CLOCK);
    }

    private static LendDossier lend(Actor by) {
        return new LendDossier(STREAM, ID, WARD_A, "Thanh tra tỉnh", TODAY.plusDays(7), "Kiểm tra", by);
    }

    private static DecideDossier decide(Fate fate, LocalDate keptUntil, @Nullable LocalDate until) {
        return new DecideDossier(STREAM, ID, WARD_A, fate, "7/QĐ", TODAY, keptUntil, until, HEAD);
    }

    @Test
    void papers_are_placed_lent_and_come_back() {
        fixture.givenNoPriorActivity()
                .when(new PlaceDossier(STREAM, ID, WARD_A, "Kho 2", CLERK))
                .expectEvents(new DossierPlaced(ID, "Kho 2"));
        fixture.given(new DossierPlaced(ID, "Kho 2")).when(lend(CLERK)).expectEvents(LENT);
        refused(fixture.given(LENT).when(lend(CLERK)), Reason.DOSSIER_LENT);
        fixture.given(LENT)
                .when(new ReturnDossier(STREAM, ID, WARD_A, null, CLERK))
                .expectEvents(new DossierReturned(ID, null));
        refused(
                fixture.givenNoPriorActivity().when(new ReturnDossier(STREAM, ID, WARD_A, null, CLERK)),
                Reason.NOT_LENT);
    }

    @Test
    void only_people_of_the_unit_handle_them_and_only_its_head_decides() {
        refused(fixture.givenNoPriorActivity().when(lend(STRANGER)), Reason.NOT_ALLOWED);
        refused(fixture.givenNoPriorActivity().when(lend(ADMIN)), Reason.NOT_ALLOWED);
        var byClerk = new DecideDossier(STREAM, ID, WARD_A, Fate.DESTROY, "7/QĐ", TODAY, OVER, null, CLERK);
        refused(fixture.givenNoPriorActivity().when(byClerk), Reason.NOT_ALLOWED);
    }

    @Test
    void nothing_is_destroyed_before_its_time_or_while_it_is_lent_and_nothing_twice() {
        refused(fixture.givenNoPriorActivity().when(decide(Fate.DESTROY, TODAY, null)), Reason.STILL_KEPT);
        refused(fixture.given(LENT).when(decide(Fate.DESTROY, OVER, null)), Reason.DOSSIER_LENT);
        var destroyed = new DossierDecided(ID, Fate.DESTROY, "7/QĐ", TODAY, OVER);
        fixture.givenNoPriorActivity().when(decide(Fate.DESTROY, OVER, null)).expectEvents(destroyed);
        refused(fixture.given(destroyed).when(decide(Fate.HAND_OVER, OVER, null)), Reason.DOSSIER_GONE);
        refused(fixture.given(destroyed).when(lend(CLERK)), Reason.DOSSIER_GONE);
    }

    @Test
    void what_is_kept_longer_is_due_after_that_and_what_is_kept_for_good_is_only_handed_over() {
        LocalDate until = TODAY.plusYears(5);
        var longer = new DossierDecided(ID, Fate.KEEP_LONGER, "7/QĐ", TODAY, until);
        fixture.givenNoPriorActivity()
                .when(decide(Fate.KEEP_LONGER, OVER, until))
                .expectEvents(longer);
        refused(fixture.given(longer).when(decide(Fate.DESTROY, OVER, null)), Reason.STILL_KEPT);
        var forGood = new DossierKeptForGood(ID, text("Vụ việc nghiêm trọng"));
        refused(fixture.given(forGood).when(decide(Fate.DESTROY, OVER, null)), Reason.STILL_KEPT);
        fixture.given(forGood)
                .when(decide(Fate.HAND_OVER, OVER, null))
                .expectEvents(new DossierDecided(ID, Fate.HAND_OVER, "7/QĐ", TODAY, OVER));
    }

    @Test
    void storage_times_are_dated_rows() {
        RetentionRules times = RetentionRules.shipped();
        for (ClosingGround ground : ClosingGround.values()) {
            assertThat(times.of(ground, TODAY).years()).isPositive();
        }
        assertThat(times.of(ClosingGround.SETTLED, TODAY).years()).isEqualTo(20);
        assertThat(times.of(ClosingGround.SETTLED, TODAY).isToBeConfirmed()).isTrue();
        assertThat(times.of(ClosingGround.SETTLED, LocalDate.of(2025, 6, 30)).years())
                .isEqualTo(15);
    }

    @Test
    void what_is_stored_is_kept_for_a_year_D52() {
        assertThat(RetentionRules.shipped().of(ClosingGround.STORED, TODAY).keptUntil(TODAY))
                .isEqualTo(TODAY.plusYears(1));
    }

    private static void refused(ResultValidator<Papers> result, Reason reason) {
        result.expectNoEvents()
                .expectException(
                        Matchers.predicate(thrown -> thrown instanceof Refusal refusal && refusal.reason() == reason));
    }
}
