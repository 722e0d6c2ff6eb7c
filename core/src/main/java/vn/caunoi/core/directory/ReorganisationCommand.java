package vn.caunoi.core.directory;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be ordered of a reorganisation. Whether units are there is for the caller to see to. */
public sealed interface ReorganisationCommand {

    /**
     * Plans it, or plans it otherwise while it has not begun.
     *
     * @param on the day it takes effect, Asia/Ho_Chi_Minh; not before today
     * @param basis number of the resolution or decision that orders it
     */
    record PlanReorganisation(
            @TargetAggregateIdentifier ReorganisationId reorganisation,
            String title,
            @Nullable String basis,
            LocalDate on,
            List<UnitChange> changes,
            Actor by)
            implements ReorganisationCommand {}

    record WithdrawReorganisation(@TargetAggregateIdentifier ReorganisationId reorganisation, String reason, Actor by)
            implements ReorganisationCommand {}

    /** On its day, by the machine; repeated, it changes nothing. */
    record BeginReorganisation(@TargetAggregateIdentifier ReorganisationId reorganisation)
            implements ReorganisationCommand {}

    /** When nothing open is left at the old units, by the machine. @param cases that were handed over */
    record CompleteReorganisation(@TargetAggregateIdentifier ReorganisationId reorganisation, int cases)
            implements ReorganisationCommand {}
}
