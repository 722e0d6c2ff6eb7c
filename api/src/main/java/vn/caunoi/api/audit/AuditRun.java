package vn.caunoi.api.audit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.casefile.CaseFiles;

/**
 * Somebody let a selection of cases be gone through: for flags, or to draw a sample.
 *
 * @param draw null when flags are raised for all
 * @param cases how many were selected; {@code done} how many of them were looked at so far
 * @param failed it ended before its end
 */
public record AuditRun(
        String id,
        OfficerId by,
        Instant begun,
        Selection selection,
        @Nullable Draw draw,
        long cases,
        long done,
        boolean over,
        boolean failed) {

    /** Which cases; null leaves open. @param from first day of receipt; {@code to} the last */
    public record Selection(
            @Nullable UnitId unit,
            @Nullable Kind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        CaseFiles.Filter filter() {
            return new CaseFiles.Filter(
                    null, kind, null, unit, null, null, null, null, null, null, null, from, to, null, null);
        }
    }

    /**
     * How a sample is drawn.
     *
     * @param size of the whole, or of each unit
     * @param seed with it, the same selection gives the same cases
     */
    public record Draw(int size, boolean ofEachUnit, String seed) {}
}
