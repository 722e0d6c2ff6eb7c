package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;

/**
 * A task out of its holder's list.
 *
 * @param until when it wakes by itself
 * @param due its legal moment when it was put to sleep
 */
public record Sleep(
        Instant until, @Nullable Awaited awaited, @Nullable Instant due) {

    /** How many working days before its legal moment a task is awake again. */
    public static final int DAYS_AHEAD = 2;

    /** How long a task without a legal moment sleeps at the most. */
    static final int LONGEST_DAYS = 90;

    private static final String STAGE = "sleep/";

    /** The first day on which a task with that legal moment has to be awake, whoever asks on whatever day. */
    public static LocalDate lastDay(@Nullable Instant due, LocalDate today, WorkingCalendar calendar) {
        if (due == null) return today.plusDays(LONGEST_DAYS);
        LocalDate day = DueDate.dayOf(due);
        for (int left = DAYS_AHEAD; left > 0; ) {
            day = day.minusDays(1);
            if (calendar.isWorkingDay(day)) left--;
        }
        LocalDate longest = today.plusDays(LONGEST_DAYS);
        return day.isAfter(longest) ? longest : day;
    }

    /** The morning of a day. */
    static Instant morningOf(LocalDate day) {
        return day.atStartOfDay(DueDate.ZONE).toInstant();
    }

    boolean isShortenedBy(@Nullable Instant moved) {
        return moved != null && (due == null || moved.isBefore(due));
    }

    /** Under which word it is looked after. */
    public static String stage(TaskId task) {
        return STAGE + task.value();
    }

    static Optional<TaskId> ofStage(String stage) {
        return stage.startsWith(STAGE) ? Optional.of(new TaskId(stage.substring(STAGE.length()))) : Optional.empty();
    }
}
