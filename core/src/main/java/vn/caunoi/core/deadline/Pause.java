package vn.caunoi.core.deadline;

import java.time.LocalDate;

/**
 * A suspension that does not count in the limit (tạm đình chỉ, Law 136/2025). The day of the suspension no
 * longer counts, the day of the resumption counts again; resumed on the same day, nothing is lost.
 */
public record Pause(LocalDate suspendedOn, LocalDate resumedOn) {

    public Pause {
        if (resumedOn.isBefore(suspendedOn)) {
            throw new IllegalArgumentException("resumed on " + resumedOn + ", before " + suspendedOn);
        }
    }
}
