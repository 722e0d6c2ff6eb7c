package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Cases.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ladder.ByLadder;
import vn.caunoi.core.ladder.Rung;
import vn.caunoi.core.ladder.RungQuestion;
import vn.caunoi.core.ladder.Told;
import vn.caunoi.core.petition.CaseEvent.NoteAdded;
import vn.caunoi.core.petition.CaseEvent.PetitionEscalated;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMissed;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineSet;

/** Who has to know of a case that is not worked on in time; it is Wednesday, 18 November. */
class LadderTest {

    private static final DeadlineSet PASSED = set("process", Basis.RECEIVED, RECEIVED_ON, 5);
    private static final DeadlineSet AHEAD = set("process", Basis.RECEIVED, RECEIVED_ON, 40);
    private static final DeadlineMissed MISSED = new DeadlineMissed(ID, "process", PASSED.due());
    private static final PetitionEscalated TO_HEAD =
            new PetitionEscalated(ID, 1, WARD_A, "deadline-missed", "process", null);
    private static final Instant MORNING = Instant.parse("2026-11-10T02:00:00Z");
    private static final Instant LAST_MONDAY = Instant.parse("2026-11-16T02:00:00Z");

    @Test
    void a_missed_deadline_is_brought_before_the_head_in_the_same_breath() {
        at(MORNING, received(), assigned(), PASSED)
                .when(look(PASSED))
                .expectEvents(
                        MISSED,
                        rise(1, WARD_A, "deadline-missed", "process", why("MISSED-1", LocalDate.of(2026, 11, 9), 0)))
                .expectResultMessagePayload(due(2026, 11, 26));
    }

    @Test
    void what_a_diagram_brought_before_the_head_is_not_brought_again() {
        at(NOW, received(), assigned(), PASSED, MISSED, TO_HEAD)
                .when(look(PASSED))
                .expectNoEvents()
                .expectResultMessagePayload(due(2026, 11, 26));
    }

    @Test
    void what_a_stuck_diagram_did_not_bring_before_the_head_is_brought_now() {
        at(MORNING, received(), assigned(), PASSED, MISSED)
                .when(look(PASSED))
                .expectEvents(
                        rise(1, WARD_A, "deadline-missed", "process", why("MISSED-1", LocalDate.of(2026, 11, 9), 0)));
    }

    @Test
    void when_nobody_acts_for_five_working_days_the_unit_above_is_told_and_then_nobody_is_left() {
        at(MORNING, received(), assigned(), PASSED, MISSED, TO_HEAD)
                .when(look(PASSED))
                .expectEvents(
                        rise(2, PROVINCE, "unattended", "process", why("UNATTENDED-2", LocalDate.of(2026, 11, 10), 5)))
                .expectResultMessagePayload(null);
    }

    @Test
    void whoever_acts_has_five_working_days_more() {
        at(MORNING, received(), assigned(), PASSED, MISSED, TO_HEAD)
                .andGivenCurrentTime(LAST_MONDAY)
                .andGiven(new NoteAdded(ID, text("Đã mời người dân")))
                .andGivenCurrentTime(NOW)
                .when(look(PASSED))
                .expectNoEvents()
                .expectResultMessagePayload(due(2026, 11, 23));
    }

    @Test
    void a_case_nobody_takes_for_three_working_days_is_brought_before_the_head() {
        at(MORNING, received(), AHEAD)
                .when(look(AHEAD))
                .expectEvents(rise(1, WARD_A, "not-taken", null, why("NOT_TAKEN-1", LocalDate.of(2026, 11, 10), 3)))
                .expectResultMessagePayload(due(2026, 11, 23));
    }

    @Test
    void a_case_somebody_took_is_not() {
        at(MORNING, received(), AHEAD, assigned()).when(look(AHEAD)).expectNoEvents();
        at(MORNING, received(), AHEAD, opened("classify"), claimed("classify", CLERK))
                .when(look(AHEAD))
                .expectNoEvents();
    }

    @Test
    void of_a_closed_case_nobody_is_told_that_it_was_not_taken() {
        var protection = set("protection", Basis.PROTECTION_REQUESTED, RECEIVED_ON, 40);
        at(MORNING, received(), protection, closed(ClosingGround.STORED))
                .when(look(protection))
                .expectNoEvents();
    }

    @Test
    void a_case_given_up_again_is_told_of_again() {
        var told = rise(1, WARD_A, "not-taken", null, why("NOT_TAKEN-1", LocalDate.of(2026, 11, 2), 3));
        var released = new TaskEvent.TaskReleased(ID, new TaskId("classify"), CLERK.id());
        at(MORNING, received(), AHEAD, opened("classify"), told, claimed("classify", CLERK), released)
                .when(look(AHEAD))
                .expectEvents(rise(1, WARD_A, "not-taken", null, why("NOT_TAKEN-1", LocalDate.of(2026, 11, 10), 3)));
    }

    @Test
    void above_the_topmost_unit_there_is_no_rung() {
        var received = new IntakeEvent.PetitionAssigned(ID, PROVINCE, null, null);
        var told = rise(1, PROVINCE, "not-taken", null, why("NOT_TAKEN-1", LocalDate.of(2026, 11, 2), 3));
        at(MORNING, received(), AHEAD, received, told)
                .when(look(AHEAD))
                .expectNoEvents()
                .expectResultMessagePayload(
                        new Rung("", "", 2, Told.OFFICER, "", "", null).before(AHEAD.due(), CALENDAR));
    }

    @Test
    void a_deadline_that_was_met_paused_or_moved_is_looked_at_no_more() {
        at(MORNING, received(), PASSED, met("process", NOW, true))
                .when(look(PASSED))
                .expectNoEvents();
        at(MORNING, received(), AHEAD).when(look(PASSED)).expectNoEvents().expectResultMessagePayload(null);
    }

    private static TestExecutor<Petition> at(Instant moment, PetitionEvent... past) {
        AggregateTestFixture<Petition> fixture = new AggregateTestFixture<>(Petition.class);
        fixture.registerInjectableResource(CLOCK);
        fixture.registerInjectableResource(CALENDAR);
        return fixture.givenCurrentTime(moment).andGiven((Object[]) past).andGivenCurrentTime(NOW);
    }

    private static DeadlineCommand.LookAfter look(DeadlineSet deadline) {
        return Cases.look(deadline.stage(), deadline.due(), LadderTest::rung);
    }

    /** Two days before, at once, three days for who takes it, five for who acts. */
    private static Optional<Rung> rung(RungQuestion asked) {
        return switch (asked.occasion()) {
            case APPROACHING -> rung(asked, 2, Told.OFFICER);
            case MISSED -> rung(asked, 0, Told.HEAD);
            case NOT_TAKEN ->
                asked.level() == 1
                        ? rung(asked, 3, Told.HEAD)
                        : asked.level() == 2 ? rung(asked, 3, Told.UNIT_ABOVE) : Optional.empty();
            case UNATTENDED ->
                asked.level() == 2
                        ? rung(asked, 5, Told.UNIT_ABOVE)
                        : asked.level() == 3 ? rung(asked, 5, Told.TOP) : Optional.empty();
        };
    }

    private static Optional<Rung> rung(RungQuestion asked, int days, Told to) {
        String row = asked.occasion() + "-" + asked.level();
        return Optional.of(new Rung(row, "ladder", days, to, "local", "X", null));
    }

    private static PetitionEscalated rise(int level, UnitId to, String cause, @Nullable String stage, ByLadder why) {
        return new PetitionEscalated(ID, level, to, cause, stage, null, why);
    }

    private static ByLadder why(String row, LocalDate since, int days) {
        return new ByLadder(row, "ladder", since, days);
    }
}
