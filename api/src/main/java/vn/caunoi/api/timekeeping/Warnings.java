package vn.caunoi.api.timekeeping;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.CalendarDay.What;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.timekeeping.AmendedRule;
import vn.caunoi.core.timekeeping.DayChange;
import vn.caunoi.core.timekeeping.TimeChange;

/** What is allowed in a change but hardly meant, or has a consequence worth a second look. */
final class Warnings {

    /**
     * @param code {@code past-day, weekend-holiday, swap-without-effect, swap-alone, past-rule, later-rule, shorter}
     *     or {@code overdue-at-once}
     */
    @Schema(name = "TimeChangeWarning")
    public record Warning(String code, @Nullable LocalDate day) {}

    private final LocalDate today;
    private final WorkingCalendar calendar;
    private final List<Warning> found = new ArrayList<>();

    /** @param calendar without the change */
    Warnings(LocalDate today, WorkingCalendar calendar) {
        this.today = today;
        this.calendar = calendar;
    }

    /** @param before what the row says on the first day of a rule; null when that is no limit of days */
    List<Warning> of(TimeChange change, @Nullable Limit before, int overdueAtOnce) {
        for (DayChange day : change.days()) of(day);
        if (count(change, What.SWAP_OFF) != count(change, What.SWAP_WORKING))
            found.add(new Warning("swap-alone", null));
        AmendedRule rule = change.rule();
        if (rule != null) of(rule, change.running(), before);
        if (overdueAtOnce > 0) found.add(new Warning("overdue-at-once", null));
        return List.copyOf(found);
    }

    private void of(DayChange day) {
        boolean weekend = calendar.weekend().contains(DayOfWeek.from(day.date()));
        if (!day.date().isAfter(today)) found.add(new Warning("past-day", day.date()));
        if (day.what() == What.HOLIDAY && weekend) found.add(new Warning("weekend-holiday", day.date()));
        boolean idle = day.what() == What.SWAP_OFF && weekend || day.what() == What.SWAP_WORKING && !weekend;
        if (idle) found.add(new Warning("swap-without-effect", day.date()));
    }

    private void of(AmendedRule rule, boolean running, @Nullable Limit before) {
        if (rule.validFrom().isBefore(today)) found.add(new Warning("past-rule", rule.validFrom()));
        if (running && rule.validFrom().isAfter(today)) found.add(new Warning("later-rule", rule.validFrom()));
        boolean shorter = before != null
                && before.unit() == rule.limit().unit()
                && rule.limit().amount() < before.amount();
        if (shorter) found.add(new Warning("shorter", null));
    }

    private static long count(TimeChange change, What what) {
        return change.days().stream().filter(day -> day.what() == what).count();
    }
}
