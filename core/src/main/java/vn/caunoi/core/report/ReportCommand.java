package vn.caunoi.core.report;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;

/** What can be done with the report of a unit about a period. Heads of the unit, or of one above, may. */
public sealed interface ReportCommand {

    ReportId report();

    Actor by();

    /**
     * Freezes the numbers with their cases. Answers the how-manieth submission it is.
     *
     * @param edition of the definitions
     * @param units that were counted
     * @param sha256 of the numbers and their cases
     * @param reason why it is submitted again; needed from the second time on
     */
    record SubmitReport(
            @TargetAggregateIdentifier ReportId report,
            UnitId unit,
            boolean whole,
            ReportPeriod period,
            String edition,
            List<UnitId> units,
            List<Figure> figures,
            List<Listed> cases,
            String sha256,
            @Nullable String reason,
            Actor by)
            implements ReportCommand {}

    /** Takes a submitted report back, so that it can be submitted anew. What was submitted stays on record. */
    record RecallReport(@TargetAggregateIdentifier ReportId report, UnitId unit, String reason, Actor by)
            implements ReportCommand {}
}
