package vn.caunoi.core.timekeeping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.caunoi.core.deadline.CalendarDay;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.WorkingCalendar;

/**
 * All changes in force, in the order they were confirmed.
 *
 * @param owing those after which deadlines still have to be counted anew
 */
public record TimeInForce(List<TimeChange> changes, List<TimeChange> owing) {

    public static final TimeInForce NONE = new TimeInForce(List.of(), List.of());

    public TimeInForce {
        changes = List.copyOf(changes);
        owing = List.copyOf(owing);
    }

    public TimeInForce after(TimekeepingEvent event) {
        return switch (event) {
            case TimekeepingEvent.ChangeConfirmed e -> with(e.change());
            case TimekeepingEvent.DeadlinesRecounted e -> new TimeInForce(changes, but(owing, e.number()));
            case TimekeepingEvent.ChangeProposed e -> this;
            case TimekeepingEvent.ChangeWithdrawn e -> this;
        };
    }

    /** The same with one change more, as for a preview. */
    public TimeInForce with(TimeChange change) {
        List<TimeChange> all = new ArrayList<>(changes);
        all.add(change);
        List<TimeChange> due = new ArrayList<>(owing);
        if (change.recounts()) due.add(change);
        return new TimeInForce(all, due);
    }

    /** The calendar with all days that were changed. */
    public WorkingCalendar calendar(WorkingCalendar base) {
        Map<LocalDate, DayChange> last = new TreeMap<>();
        int version = 0;
        for (TimeChange change : changes) {
            for (DayChange day : change.days()) last.put(day.date(), day);
            if (!change.days().isEmpty()) version = change.number();
        }
        if (last.isEmpty()) return base;
        return base.changed(base.version() + "+" + version, put(last.values()), gone(last.values()));
    }

    private static List<CalendarDay> put(Collection<DayChange> days) {
        return days.stream()
                .filter(day -> day.what() != null)
                .map(DayChange::row)
                .toList();
    }

    private static Set<LocalDate> gone(Collection<DayChange> days) {
        return days.stream()
                .filter(day -> day.what() == null)
                .map(DayChange::date)
                .collect(Collectors.toSet());
    }

    /** What the table answered, or what was published in its place for that day. */
    public DeadlineRule amended(DeadlineRule answer, LocalDate on) {
        return of(answer.id(), on)
                .map(rule -> rule.rule(version(answer.version()), answer.stage()))
                .orElse(answer);
    }

    /** What was published of a row and applies on that day. */
    public Optional<AmendedRule> of(String row, LocalDate on) {
        return editions(row).stream()
                .filter(rule -> rule.isInForce(on))
                .max(Comparator.comparing(AmendedRule::validFrom).thenComparing(AmendedRule::edition));
    }

    /** All that was published of a row, by the day it begins; what was put in place of another before that one began is left out. */
    public List<AmendedRule> editions(String row) {
        Map<LocalDate, AmendedRule> editions = new TreeMap<>();
        for (TimeChange change : changes) {
            AmendedRule rule = change.rule();
            if (rule != null && rule.row().equals(row)) editions.put(rule.validFrom(), rule);
        }
        return List.copyOf(editions.values());
    }

    /** The highest edition there ever was of a row; 1 is in the table itself. */
    int highest(String row) {
        return changes.stream()
                .map(TimeChange::rule)
                .filter(rule -> rule != null && rule.row().equals(row))
                .mapToInt(AmendedRule::edition)
                .max()
                .orElse(1);
    }

    /** Of the table, with what was published since. */
    public String version(String table) {
        return table + "+" + changes.getLast().number();
    }

    private static List<TimeChange> but(List<TimeChange> changes, int number) {
        return changes.stream().filter(change -> change.number() != number).toList();
    }
}
