package vn.caunoi.api.report;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.report.Term;
import vn.caunoi.projections.report.Submission;

/**
 * A report as somebody sees it: frozen while it stands submitted, else as it is now.
 *
 * @param whole with the units below
 * @param tablesOnly whether the tables go up without a report in words
 * @param over whether the period is over, so that it can be submitted
 * @param copy whether small figures of denunciations are withheld, for a copy that others read
 * @param proven of a submitted one: its numbers and cases have the hash that stands in its event
 * @param submissions all of them, the last first; without their numbers
 */
@Schema(name = "PeriodicReport")
public record Report(
        UnitId unit,
        boolean whole,
        int year,
        Term term,
        LocalDate from,
        LocalDate last,
        boolean tablesOnly,
        boolean over,
        boolean copy,
        String edition,
        String source,
        boolean proven,
        List<Sent> submissions,
        List<Table> tables) {

    /** The head of a submission. */
    @Schema(name = "ReportSent")
    public record Sent(
            int time,
            Instant at,
            String by,
            String sha256,
            @Nullable String reason,
            @Nullable Instant recalledAt,
            @Nullable String recalledBy,
            @Nullable String recallReason) {

        static Sent of(Submission one) {
            Submission.Recall recall = one.recalled();
            return new Sent(
                    one.time(),
                    one.at(),
                    one.by().value(),
                    one.sha256(),
                    one.reason(),
                    recall == null ? null : recall.at(),
                    recall == null ? null : recall.by().value(),
                    recall == null ? null : recall.reason());
        }

        public boolean stands() {
            return recalledAt == null;
        }
    }

    /** @param mark how sure its definition is */
    @Schema(name = "TableOfReport")
    public record Table(String id, String vi, String en, String mark, List<Number> numbers) {}

    /**
     * @param no its column, from 1
     * @param value what is counted or typed; of a share what stands above the line; null for what nobody typed, and for
     *     what is withheld
     * @param of of a share what stands below the line
     * @param now the same as it is counted now, where the report is frozen and that differs
     * @param withheld of a copy: too small to be told
     * @param correctable counted, and who submits may put something else with a reason; {@code corrected} that they did
     * @param rounded of a copy: to the nearest five, so that nothing withheld can be reckoned
     */
    @Schema(name = "NumberOfReport")
    public record Number(
            String id,
            int no,
            String vi,
            String en,
            String mark,
            @Nullable Long value,
            @Nullable Long of,
            boolean share,
            boolean typed,
            @Nullable Long now,
            boolean withheld,
            boolean rounded,
            boolean correctable,
            boolean corrected) {

        /** The share, from 0 to 1; null when there is none. */
        public @Nullable Double part() {
            if (!share || value == null || of == null || of == 0) return null;
            return (double) value / of;
        }

        Number withhold() {
            return new Number(id, no, vi, en, mark, null, null, share, typed, null, true, false, false, false);
        }

        Number round() {
            Long near = value == null ? null : Math.round(value / 5.0) * 5;
            return new Number(id, no, vi, en, mark, near, of, share, typed, null, false, true, false, corrected);
        }

        Number alone() {
            return new Number(id, no, vi, en, mark, value, of, share, typed, null, false, false, false, corrected);
        }
    }

    /** The submission that stands, if one does. */
    public @Nullable Sent submitted() {
        return submissions.isEmpty() || !submissions.getFirst().stands() ? null : submissions.getFirst();
    }
}
