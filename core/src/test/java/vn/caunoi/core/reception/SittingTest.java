package vn.caunoi.core.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.SittingCommand.*;
import vn.caunoi.core.reception.SittingEvent.*;
import vn.caunoi.core.testing.MovableClock;

class SittingTest {

    private static final SittingId DAY = new SittingId("4e3e1a52-1b1a-4c6a-9d0e-3f6f1f6f2a11");
    private static final UnitId WARD = new UnitId("A");
    private static final OfficerId LEADER = new OfficerId("head1");
    private static final OfficerId DEPUTY = new OfficerId("officer1");
    private static final Actor CLERK = Actor.of("clerk1", "A", Role.CLERK);
    private static final LocalDate TUESDAY = LocalDate.parse("2026-11-17");

    private final MovableClock clock = MovableClock.at("2026-11-18T09:30:00+07:00");

    @Test
    void a_day_that_is_off_gives_way_to_the_next_working_day() {
        LocalDate holiday = LocalDate.parse("2026-11-24");
        fixture()
                .givenNoPriorActivity()
                .when(plan(holiday, null))
                .expectEvents(planned(holiday, LocalDate.parse("2026-11-25"), null));
        LocalDate saturday = LocalDate.parse("2026-11-21");
        fixture()
                .givenNoPriorActivity()
                .when(plan(saturday, null))
                .expectEvents(planned(saturday, LocalDate.parse("2026-11-23"), null));
    }

    @Test
    void a_day_is_of_a_year_that_calendars_have() {
        SittingPlanned planned = planned(TUESDAY, TUESDAY, null);
        for (LocalDate day : List.of(LocalDate.MIN, LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31), LocalDate.MAX)) {
            refused(fixture().givenNoPriorActivity().when(plan(day, null)), Reason.INVALID_INPUT);
            refused(given(planned).when(new MoveSitting(DAY, day, "họp", CLERK)), Reason.INVALID_INPUT);
        }
    }

    @Test
    void an_unscheduled_reception_is_on_the_day_it_is_needed() {
        LocalDate saturday = LocalDate.parse("2026-11-21");
        fixture()
                .givenNoPriorActivity()
                .when(plan(saturday, UnscheduledGround.COMPLEX))
                .expectEvents(planned(saturday, saturday, UnscheduledGround.COMPLEX));
    }

    @Test
    void a_day_is_held_in_person_delegated_or_missed_and_the_last_word_counts() {
        SittingPlanned planned = planned(TUESDAY, TUESDAY, null);
        SittingHeld held = new SittingHeld(DAY, true);
        given(planned).when(new HoldSitting(DAY, null, null, true, CLERK)).expectEvents(held);
        given(planned).when(new HoldSitting(DAY, LEADER, null, false, CLERK)).expectEvents(new SittingHeld(DAY, false));
        given(planned, held)
                .when(new HoldSitting(DAY, DEPUTY, "đi công tác", false, CLERK))
                .expectEvents(new SittingDelegated(DAY, DEPUTY, "đi công tác", false));
        given(planned).when(new MissSitting(DAY, "bão", CLERK)).expectEvents(new SittingMissed(DAY, "bão"));
        refused(given(planned).when(new HoldSitting(DAY, DEPUTY, null, false, CLERK)), Reason.INVALID_INPUT);
    }

    @Test
    void nothing_is_held_before_its_day() {
        LocalDate friday = LocalDate.parse("2026-11-20");
        SittingPlanned planned = planned(friday, friday, null);
        refused(given(planned).when(new HoldSitting(DAY, null, null, false, CLERK)), Reason.IN_THE_FUTURE);
        refused(given(planned).when(new MissSitting(DAY, "x", CLERK)), Reason.IN_THE_FUTURE);
        clock.moveTo(OffsetDateTime.parse("2026-11-20T00:00:00+07:00").toInstant());
        given(planned).when(new HoldSitting(DAY, null, null, false, CLERK)).expectEvents(new SittingHeld(DAY, false));
    }

    @Test
    void a_day_is_moved_or_taken_off_until_it_is_settled() {
        SittingPlanned planned = planned(TUESDAY, TUESDAY, null);
        LocalDate saturday = LocalDate.parse("2026-11-21");
        given(planned)
                .when(new MoveSitting(DAY, saturday, "họp", CLERK))
                .expectEvents(new SittingMoved(DAY, saturday, LocalDate.parse("2026-11-23"), "họp"));
        given(planned).when(new CancelSitting(DAY, "nhầm", CLERK)).expectEvents(new SittingCancelled(DAY, "nhầm"));
        SittingHeld held = new SittingHeld(DAY, false);
        refused(given(planned, held).when(new MoveSitting(DAY, saturday, "họp", CLERK)), Reason.SITTING_SETTLED);
        refused(given(planned, held).when(new CancelSitting(DAY, "nhầm", CLERK)), Reason.SITTING_SETTLED);
        refused(
                given(planned, new SittingCancelled(DAY, "nhầm")).when(new HoldSitting(DAY, null, null, false, CLERK)),
                Reason.SITTING_SETTLED);
    }

    @Test
    void only_clerks_and_heads_of_the_unit_keep_the_rota() {
        SittingPlanned planned = planned(TUESDAY, TUESDAY, null);
        refused(given(planned).when(new MissSitting(DAY, "x", Actor.of("o", "A", Role.OFFICER))), Reason.NOT_ALLOWED);
        refused(given(planned).when(new MissSitting(DAY, "x", Actor.of("h", "B", Role.HEAD))), Reason.NOT_ALLOWED);
    }

    @Test
    void required_days_follow_the_rule_of_each_month_D45_D46_D47() {
        ReceptionRules rules = ReceptionRules.shipped();
        LocalDate january = LocalDate.parse("2026-01-01");
        assertThat(required("2026-07-01", "2026-11-18", Office.COMMUNE_HEAD)).isEqualTo(10);
        assertThat(required("2026-06-01", "2026-06-30", Office.COMMUNE_HEAD)).isEqualTo(5);
        assertThat(required("2026-06-15", "2026-07-01", Office.COMMUNE_HEAD)).isEqualTo(7);
        assertThat(RequiredDays.between(january, january.plusMonths(3), Office.PROVINCE_HEAD, rules))
                .isEqualTo(4);
        assertThat(required("2026-07-02", "2026-07-01", Office.COMMUNE_HEAD)).isZero();
    }

    private static int required(String from, String to, Office office) {
        return RequiredDays.between(LocalDate.parse(from), LocalDate.parse(to), office, ReceptionRules.shipped());
    }

    private AggregateTestFixture<Sitting> fixture() {
        AggregateTestFixture<Sitting> fixture = new AggregateTestFixture<>(Sitting.class);
        fixture.registerInjectableResource(clock);
        fixture.registerInjectableResource(WorkingCalendar.vietnam());
        return fixture;
    }

    private org.axonframework.test.aggregate.TestExecutor<Sitting> given(SittingEvent... past) {
        return fixture().given((Object[]) past);
    }

    private static PlanSitting plan(LocalDate day, @Nullable UnscheduledGround ground) {
        return new PlanSitting(
                DAY,
                WARD,
                LEADER,
                Office.COMMUNE_HEAD,
                day,
                LocalTime.of(8, 0),
                LocalTime.of(11, 0),
                "Phòng tiếp dân",
                false,
                ground,
                CLERK);
    }

    private static SittingPlanned planned(LocalDate wanted, LocalDate day, @Nullable UnscheduledGround ground) {
        return new SittingPlanned(
                DAY,
                WARD,
                LEADER,
                Office.COMMUNE_HEAD,
                wanted,
                day,
                LocalTime.of(8, 0),
                LocalTime.of(11, 0),
                "Phòng tiếp dân",
                false,
                ground);
    }

    private static void refused(ResultValidator<Sitting> result, Reason reason) {
        result.expectNoEvents().expectException(Matchers.predicate(thrown -> {
            assertThat(((Refusal) thrown).reason()).isEqualTo(reason);
            return true;
        }));
    }
}
