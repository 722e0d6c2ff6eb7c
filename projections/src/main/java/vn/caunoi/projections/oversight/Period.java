package vn.caunoi.projections.oversight;

import java.time.Instant;
import java.time.LocalDate;
import vn.caunoi.core.deadline.DueDate;

/** Whole days in Asia/Ho_Chi_Minh. */
record Period(LocalDate from, LocalDate last) {
    Instant start() {
        return from.atStartOfDay(DueDate.ZONE).toInstant();
    }

    Instant end() {
        return last.plusDays(1).atStartOfDay(DueDate.ZONE).toInstant();
    }
}
