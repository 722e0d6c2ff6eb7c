package vn.caunoi.core.reception;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many days the holder of an office had to receive citizens. */
public final class RequiredDays {

    private RequiredDays() {}

    /**
     * Over the months that the period touches, each by the rule in force on its first day. By a rule per week, a month
     * has as many weeks as it has Mondays.
     */
    public static int between(LocalDate from, LocalDate to, Office office, ReceptionRules rules) {
        if (to.isBefore(from)) return 0;
        return Stream.iterate(YearMonth.from(from), month -> month.plusMonths(1))
                .takeWhile(month -> !month.isAfter(YearMonth.from(to)))
                .mapToInt(month -> inMonth(month, rules.find("days", office.name(), month.atDay(1))))
                .sum();
    }

    private static int inMonth(YearMonth month, @Nullable ReceptionRule rule) {
        if (rule == null) return 0;
        return switch (rule.per()) {
            case "MONTH" -> rule.amount();
            case "WEEK" -> rule.amount() * mondays(month);
            default -> throw new IllegalArgumentException("days of reception are per MONTH or WEEK: " + rule.id());
        };
    }

    private static int mondays(YearMonth month) {
        return (int) month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
                .count();
    }
}
