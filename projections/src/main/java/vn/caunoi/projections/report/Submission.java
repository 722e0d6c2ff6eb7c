package vn.caunoi.projections.report;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.report.Figure;
import vn.caunoi.core.report.Listed;
import vn.caunoi.core.report.ReportId;
import vn.caunoi.core.report.ReportPeriod;

/**
 * A report as it was submitted.
 *
 * @param time the how-manieth submission
 * @param units that were counted
 * @param cases what was counted; empty where only the head of a submission was asked for
 * @param reason why it was submitted again
 * @param recalled null while it stands
 */
public record Submission(
        ReportId report,
        int time,
        UnitId unit,
        boolean whole,
        ReportPeriod period,
        String edition,
        Set<UnitId> units,
        List<Figure> figures,
        List<Listed> cases,
        String sha256,
        Instant at,
        OfficerId by,
        @Nullable String reason,
        @Nullable Recall recalled) {

    /** Why, when and by whom it was taken back. */
    public record Recall(Instant at, OfficerId by, String reason) {}

    public boolean stands() {
        return recalled == null;
    }
}
