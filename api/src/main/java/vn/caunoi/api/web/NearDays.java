package vn.caunoi.api.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.form.FieldType;

/**
 * Days that lie near for a question with a first day: today and the working day before for what has happened, working days to
 * come for what will, none after the bounds of the question or the legal date of its task.
 */
@Component("nearDays")
class NearDays {

    private static final int SOON = 1;
    private static final int IN_A_WEEK = 5;
    /** An invitation needs time to arrive. */
    private static final int AFTER_INVITATION = 3;

    private static final int MEETINGS = 3;
    private static final String MORNING = "T08:30";
    private static final int FURTHEST = 400;

    private final CalendarInForce calendar;
    private final Words say;

    NearDays(CalendarInForce calendar, Words say) {
        this.calendar = calendar;
        this.say = say;
    }

    /** In the form the input takes, each with its words; none where nothing tells which days would do. */
    public List<Choice> of(Question question, @Nullable Instant due) {
        boolean moment = question.type() == FieldType.DATETIME;
        if (!moment && question.type() != FieldType.DATE) return List.of();
        LocalDate first = day(question.min());
        if (first == null) return List.of();
        LocalDate today = say.today();
        LocalDate bound = day(question.max());
        if (bound != null && !bound.isAfter(today)) return moment ? List.of() : past(first, bound, today);
        LocalDate last = earlier(bound, due == null ? null : DueDate.dayOf(due));
        Predicate<LocalDate> fits =
                one -> !one.isBefore(first) && one.isAfter(today) && (last == null || !one.isAfter(last));
        return moment ? meetings(today, fits) : toCome(today, last, fits);
    }

    private List<Choice> past(LocalDate first, LocalDate last, LocalDate today) {
        List<Choice> days = new ArrayList<>();
        if (last.equals(today)) days.add(new Choice(today.toString(), say.text("near.today", say.day(today))));
        LocalDate before = today.minusDays(1);
        while (!calendar.calendar().isWorkingDay(before) && before.isAfter(first)) before = before.minusDays(1);
        if (!before.isBefore(first) && !before.isAfter(last)) days.add(choice(before, ""));
        return days;
    }

    private List<Choice> toCome(LocalDate today, @Nullable LocalDate last, Predicate<LocalDate> fits) {
        List<Choice> days = new ArrayList<>();
        for (int ahead : new int[] {SOON, IN_A_WEEK}) {
            LocalDate one = workingDay(today, ahead);
            if (fits.test(one)) days.add(choice(one, ""));
        }
        LocalDate latest = last == null ? null : workingDayUntil(last);
        if (latest == null || !fits.test(latest)) return days;
        String id = latest.toString();
        boolean known = days.stream().anyMatch(one -> one.id().equals(id));
        if (!known) days.add(new Choice(id, say.text("near.last", told(latest))));
        return days;
    }

    private List<Choice> meetings(LocalDate today, Predicate<LocalDate> fits) {
        for (int from : new int[] {AFTER_INVITATION, SOON}) {
            List<Choice> days = new ArrayList<>();
            for (int ahead = from; ahead < from + MEETINGS; ahead++) {
                LocalDate one = workingDay(today, ahead);
                if (fits.test(one)) days.add(choice(one, MORNING));
            }
            if (!days.isEmpty()) return days;
        }
        return List.of();
    }

    private LocalDate workingDay(LocalDate after, int ahead) {
        WorkingCalendar known = calendar.calendar();
        LocalDate day = after;
        for (int n = 0; n < ahead; n++) day = known.nextWorkingDay(day);
        return day;
    }

    private LocalDate workingDayUntil(LocalDate last) {
        LocalDate day = last;
        for (int n = 0; n < FURTHEST && !calendar.calendar().isWorkingDay(day); n++) day = day.minusDays(1);
        return day;
    }

    private Choice choice(LocalDate day, String time) {
        return new Choice(day + time, told(day) + (time.isEmpty() ? "" : ", " + time.substring(1)));
    }

    private String told(LocalDate day) {
        return say.weekday(day) + " " + say.day(day);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) return one == null ? other : one;
        return one.isBefore(other) ? one : other;
    }

    /** Of a day, or of a moment as an input has it. */
    private static @Nullable LocalDate day(@Nullable String bound) {
        if (bound == null || bound.length() < "2026-11-18".length()) return null;
        try {
            return LocalDate.parse(bound.substring(0, "2026-11-18".length()));
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
