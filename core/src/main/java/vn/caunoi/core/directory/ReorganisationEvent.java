package vn.caunoi.core.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.ledger.StoredAs;

/** The life of a reorganisation (sắp xếp đơn vị): planned, altered or withdrawn until its day, then carried out. */
public sealed interface ReorganisationEvent {

    ReorganisationId reorganisation();

    /** @param on the day it takes effect */
    @StoredAs("reorganisation.planned")
    record ReorganisationPlanned(
            ReorganisationId reorganisation,
            String title,
            @Nullable String basis,
            LocalDate on,
            List<UnitChange> changes)
            implements ReorganisationEvent {}

    /** Planned otherwise; what it was before stands in the events before. */
    @StoredAs("reorganisation.altered")
    record ReorganisationAltered(
            ReorganisationId reorganisation,
            String title,
            @Nullable String basis,
            LocalDate on,
            List<UnitChange> changes)
            implements ReorganisationEvent {}

    @StoredAs("reorganisation.withdrawn")
    record ReorganisationWithdrawn(ReorganisationId reorganisation, String reason) implements ReorganisationEvent {}

    /** From here on it cannot be altered any more: units change, then open cases follow. */
    @StoredAs("reorganisation.begun")
    record ReorganisationBegun(ReorganisationId reorganisation) implements ReorganisationEvent {}

    /** @param cases how many open cases were handed over */
    @StoredAs("reorganisation.completed")
    record ReorganisationCompleted(ReorganisationId reorganisation, int cases) implements ReorganisationEvent {}
}
