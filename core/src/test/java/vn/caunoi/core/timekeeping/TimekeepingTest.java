package vn.caunoi.core.timekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.CalendarDay.What;
import vn.caunoi.core.deadline.DayMark;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.timekeeping.TimekeepingCommand.*;
import vn.caunoi.core.timekeeping.TimekeepingEvent.*;

/** Changes of the calendar and of the limits of the law; it is Wednesday, 18 November 2026. */
class TimekeepingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    private final AggregateTestFixture<Timekeeping> fixture = new AggregateTestFixture<>(Timekeeping.class);

    @BeforeEach
    void today() {
        fixture.registerInjectableResource(CLOCK);
    }

    private static DayChange holiday(LocalDate day) {
        return new DayChange(day, What.HOLIDAY, "Ngày hội", "NQ 1", "S");
    }

    private static TimeChange days(int number, DayChange... days) {
        return new TimeChange(number, List.of(days), null, false, false, "Nghị quyết mới");
    }

    private static AmendedRule amended(int edition, LocalDate from, @Nullable LocalDate to) {
        return new AmendedRule("D04", edition, Limit.workingDays(10), true, "Luật mới", "S", from, to);
    }

    private static TimeChange rule(int number, AmendedRule rule) {
        return new TimeChange(number, List.of(), rule, false, false, "Luật mới");
    }

    @Test
    void a_change_is_proposed_by_a_designer_or_an_administrator_and_has_a_number() {
        for (Actor by : List.of(DESIGNER, ADMIN)) {
            fixture.given(new ChangeProposed(days(1, holiday(TODAY))))
                    .when(new ProposeChange(days(0, holiday(DAY)), by))
                    .expectResultMessagePayload(2)
                    .expectEvents(new ChangeProposed(days(2, holiday(DAY))));
        }
        refused(
                fixture.givenNoPriorActivity().when(new ProposeChange(days(0, holiday(DAY)), HEAD)),
                Reason.NOT_ALLOWED);
    }

    @Test
    void a_change_is_of_days_or_of_a_row_and_has_a_reason_and_no_day_twice() {
        var both = new TimeChange(0, List.of(holiday(DAY)), amended(0, TODAY, null), false, false, "r");
        var blank = new TimeChange(0, List.of(holiday(DAY)), null, false, false, " ");
        for (TimeChange wrong : List.of(both, blank, days(0), days(0, holiday(DAY), holiday(DAY)))) {
            refused(fixture.givenNoPriorActivity().when(new ProposeChange(wrong, ADMIN)), Reason.INVALID_INPUT);
        }
    }

    @Test
    void what_was_looked_at_is_confirmed_once_and_only_if_nothing_else_came_into_force_meanwhile() {
        var first = new ChangeProposed(days(1, holiday(DAY)));
        var second = new ChangeProposed(days(2, holiday(DAY.plusDays(1))));
        var confirmed = new ChangeConfirmed(days(1, holiday(DAY)));
        fixture.given(first, second).when(new ConfirmChange(1, 0, ADMIN)).expectEvents(confirmed);
        refused(fixture.given(first, second, confirmed).when(new ConfirmChange(2, 0, ADMIN)), Reason.CHANGED_MEANWHILE);
        refused(fixture.given(first, confirmed).when(new ConfirmChange(1, 1, ADMIN)), Reason.NO_SUCH_CHANGE);
        refused(
                fixture.given(first, new ChangeWithdrawn(1)).when(new ConfirmChange(1, 0, ADMIN)),
                Reason.NO_SUCH_CHANGE);
    }

    @Test
    void editions_of_a_row_do_not_share_a_day_but_an_open_one_gives_way_to_a_later_one() {
        var open = new ChangeConfirmed(rule(1, amended(2, LocalDate.of(2026, 12, 1), null)));
        var later = amended(0, LocalDate.of(2027, 1, 1), LocalDate.of(2027, 6, 30));
        fixture.given(open)
                .when(new ProposeChange(rule(0, later), ADMIN))
                .expectEvents(new ChangeProposed(rule(2, amended(3, later.validFrom(), later.validTo()))));
        var limited = new ChangeConfirmed(rule(1, amended(2, TODAY, LocalDate.of(2026, 12, 31))));
        var within = amended(0, LocalDate.of(2026, 12, 31), null);
        refused(fixture.given(limited).when(new ProposeChange(rule(0, within), ADMIN)), Reason.INVALID_INPUT);
        var around = amended(0, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31));
        refused(fixture.given(limited).when(new ProposeChange(rule(0, around), ADMIN)), Reason.INVALID_INPUT);
        var backwards = amended(0, DAY, TODAY);
        refused(
                fixture.givenNoPriorActivity().when(new ProposeChange(rule(0, backwards), ADMIN)),
                Reason.INVALID_INPUT);
    }

    @Test
    void an_edition_that_has_not_begun_is_replaced_by_another_of_the_same_day() {
        var mistaken = new ChangeConfirmed(rule(1, amended(2, DAY, null)));
        fixture.given(mistaken)
                .when(new ProposeChange(rule(0, amended(0, DAY, null)), ADMIN))
                .expectEvents(new ChangeProposed(rule(2, amended(3, DAY, null))));
        TimeInForce time = TimeInForce.NONE.after(mistaken).after(new ChangeConfirmed(rule(2, amended(3, DAY, null))));
        assertThat(time.editions("D04")).containsExactly(amended(3, DAY, null));
    }

    @Test
    void the_row_of_the_day_answers_with_the_edition_that_is_in_force_then() {
        var row = new DeadlineRule("D04", "deadlines@1", "accept_1", Limit.calendarDays(10), true, "LKN", "S", null);
        LocalDate to = LocalDate.of(2026, 12, 31);
        TimeInForce time = TimeInForce.NONE.after(new ChangeConfirmed(rule(7, amended(2, DAY, to))));
        assertThat(time.amended(row, TODAY)).isEqualTo(row);
        assertThat(time.amended(row, to.plusDays(1))).isEqualTo(row);
        DeadlineRule changed = time.amended(row, DAY);
        assertThat(changed.id()).isEqualTo("D04.2");
        assertThat(AmendedRule.rowOf(changed.id())).isEqualTo("D04");
        assertThat(changed.version()).isEqualTo("deadlines@1+7");
        assertThat(changed.limit()).isEqualTo(Limit.workingDays(10));
    }

    @Test
    void days_are_put_and_taken_back_and_what_was_proposed_is_decided() {
        WorkingCalendar base = WorkingCalendar.vietnam();
        LocalDate swap = LocalDate.of(2026, 8, 31);
        LocalDate culture = LocalDate.of(2026, 11, 24);
        TimeInForce time = TimeInForce.NONE
                .after(new ChangeConfirmed(days(1, holiday(DAY), new DayChange(swap, What.SWAP_OFF, "n", "s", "S"))))
                .after(new ChangeConfirmed(days(2, new DayChange(culture, null, "", "NQ", "S"))));
        WorkingCalendar calendar = time.calendar(base);
        assertThat(calendar.version()).isEqualTo(base.version() + "+2");
        assertThat(calendar.dayOff(DAY)).contains(DayMark.HOLIDAY);
        assertThat(calendar.dayOff(swap)).contains(DayMark.SWAP_OFF);
        assertThat(calendar.proposed()).noneMatch(day -> day.date().equals(swap));
        assertThat(calendar.isWorkingDay(culture)).isTrue();
        assertThat(time.owing()).hasSize(2);
        assertThat(time.after(new DeadlinesRecounted(1, 5, 0)).owing())
                .extracting(TimeChange::number)
                .containsExactly(2);
    }

    @Test
    void a_row_for_deadlines_to_come_owes_no_counting() {
        assertThat(TimeInForce.NONE
                        .after(new ChangeConfirmed(rule(1, amended(2, TODAY, null))))
                        .owing())
                .isEmpty();
    }

    private static void refused(ResultValidator<Timekeeping> result, Reason reason) {
        result.expectNoEvents()
                .expectException(
                        Matchers.predicate(thrown -> thrown instanceof Refusal refusal && refusal.reason() == reason));
    }
}
