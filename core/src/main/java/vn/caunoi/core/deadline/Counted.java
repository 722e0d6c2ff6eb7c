package vn.caunoi.core.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A due date and how it came about.
 *
 * @param last the last day of the limit, Asia/Ho_Chi_Minh
 * @param due the last second of that day
 * @param explanation every day from the event day to the last, without gaps
 */
public record Counted(LocalDate last, Instant due, List<CountedDay> explanation) {

    public Counted {
        explanation = List.copyOf(explanation);
    }

    static Counted ending(LocalDate last, List<CountedDay> explanation) {
        return new Counted(last, DueDate.endOf(last), explanation);
    }
}
