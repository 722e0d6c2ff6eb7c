package vn.caunoi.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.ReorganisationCommand.*;
import vn.caunoi.core.directory.ReorganisationEvent.*;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

class ReorganisationTest {

    private static final ReorganisationId ID = new ReorganisationId("0b4f7a52-6f0e-4c6a-9d0e-3f6f1f6f2a11");
    private static final Actor ADMIN = Actor.of("admin1", "P", Role.ADMIN);
    private static final UnitId A = new UnitId("A");
    private static final UnitId B = new UnitId("B");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);
    private static final List<UnitChange> MERGE = List.of(UnitChange.merge(A, B, true));
    private static final ReorganisationPlanned PLANNED = new ReorganisationPlanned(ID, "Sáp nhập", null, DAY, MERGE);

    @Test
    void it_is_planned_and_altered_until_it_begins() {
        on(TODAY).when(plan(DAY, MERGE)).expectEvents(PLANNED);
        on(TODAY, PLANNED).when(plan(DAY, MERGE)).expectNoEvents();
        on(TODAY, PLANNED)
                .when(plan(DAY.plusDays(1), MERGE))
                .expectEvents(new ReorganisationAltered(ID, "Sáp nhập", null, DAY.plusDays(1), MERGE));
        refused(Reason.REORGANISATION_BEGUN, plan(DAY.plusDays(1), MERGE), PLANNED, new ReorganisationBegun(ID));
        refused(
                Reason.REORGANISATION_BEGUN,
                new WithdrawReorganisation(ID, "r", ADMIN),
                PLANNED,
                new ReorganisationBegun(ID));
        on(TODAY, PLANNED)
                .when(new WithdrawReorganisation(ID, "Hoãn", ADMIN))
                .expectEvents(new ReorganisationWithdrawn(ID, "Hoãn"));
    }

    @Test
    void it_begins_on_its_day_and_is_completed_once() {
        on(DAY.minusDays(1), PLANNED).when(new BeginReorganisation(ID)).expectNoEvents();
        on(DAY, PLANNED).when(new BeginReorganisation(ID)).expectEvents(new ReorganisationBegun(ID));
        on(DAY, PLANNED, new ReorganisationBegun(ID))
                .when(new BeginReorganisation(ID))
                .expectNoEvents();
        on(DAY, PLANNED, new ReorganisationWithdrawn(ID, "r"))
                .when(new BeginReorganisation(ID))
                .expectNoEvents();
        on(DAY, PLANNED, new ReorganisationBegun(ID))
                .when(new CompleteReorganisation(ID, 7))
                .expectEvents(new ReorganisationCompleted(ID, 7));
    }

    @Test
    void what_does_not_fit_together_is_refused() {
        refused(Reason.NOT_ALLOWED, new PlanReorganisation(ID, "t", null, DAY, MERGE, Actor.of("h", "P", Role.HEAD)));
        refused(Reason.INVALID_INPUT, plan(TODAY.minusDays(1), MERGE));
        refused(Reason.INVALID_INPUT, plan(DAY, List.of()));
        refused(Reason.INVALID_INPUT, plan(DAY, List.of(UnitChange.merge(A, A, false))));
        refused(
                Reason.INVALID_INPUT,
                plan(DAY, List.of(UnitChange.merge(A, B, false), UnitChange.end(B, new UnitId("C"), false))));
        refused(Reason.INVALID_INPUT, plan(DAY, List.of(UnitChange.handOver(A, B, List.of(), List.of()))));
        refused(
                Reason.INVALID_INPUT,
                plan(DAY, List.of(UnitChange.merge(A, B, false), UnitChange.end(A, new UnitId("C"), false))));
        refused(Reason.INVALID_INPUT, plan(DAY, List.of(UnitChange.merge(A, B, false), UnitChange.rename(A, "x"))));
    }

    private static PlanReorganisation plan(LocalDate day, List<UnitChange> changes) {
        return new PlanReorganisation(ID, "Sáp nhập", null, day, changes, ADMIN);
    }

    private static TestExecutor<Reorganisation> on(LocalDate today, Object... past) {
        var fixture = new AggregateTestFixture<>(Reorganisation.class);
        Instant noon = today.atTime(5, 0).toInstant(ZoneOffset.UTC);
        fixture.registerInjectableResource(Clock.fixed(noon, ZoneOffset.UTC));
        return past.length == 0 ? fixture.givenNoPriorActivity() : fixture.given(past);
    }

    private static void refused(Reason reason, Object command, Object... past) {
        on(TODAY, past).when(command).expectNoEvents().expectException(Matchers.predicate(thrown -> {
            assertThat(((Refusal) thrown).reason()).isEqualTo(reason);
            return true;
        }));
    }
}
