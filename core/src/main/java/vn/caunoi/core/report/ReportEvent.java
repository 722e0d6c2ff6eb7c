package vn.caunoi.core.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.StoredAs;

/** What happened to the report of a unit about a period. */
public sealed interface ReportEvent {

    ReportId report();

    /**
     * The numbers with their cases, as they were submitted. They tell of petitions by their ids only.
     *
     * @param time the how-manieth submission, from 1
     * @param whole with the units below
     * @param term a word of {@link Term}
     * @param edition of the definitions
     * @param units that were counted
     * @param sha256 of numbers and cases, see {@link FrozenHash}
     * @param reason why it was submitted again, in clear and without personal data
     */
    @StoredAs("report.submitted")
    record ReportSubmitted(
            ReportId report,
            int time,
            UnitId unit,
            boolean whole,
            int year,
            Term term,
            LocalDate from,
            LocalDate last,
            String edition,
            List<UnitId> units,
            List<Figure> figures,
            List<Listed> cases,
            String sha256,
            OfficerId by,
            @Nullable String reason)
            implements ReportEvent {}

    /** @param reason in clear and without personal data */
    @StoredAs("report.recalled")
    record ReportRecalled(ReportId report, int time, UnitId unit, OfficerId by, String reason) implements ReportEvent {}
}
