package vn.caunoi.api.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.report.FrozenHash;
import vn.caunoi.core.report.ReportColumn;
import vn.caunoi.core.report.ReportDefinition;
import vn.caunoi.core.report.ReportTable;
import vn.caunoi.projections.report.ReportFacts;
import vn.caunoi.projections.report.Submission;
import vn.caunoi.projections.report.Submissions;

/** Reads reports: as submitted while they stand, else as they are now. */
@Component
public class ReportReading {
    private final ReportFacts facts;
    private final Submissions submissions;
    private final ReportFinder finder;

    ReportReading(ReportFacts facts, Submissions submissions, ReportFinder finder) {
        this.facts = facts;
        this.submissions = submissions;
        this.finder = finder;
    }

    /** @param copy whether others are to read it: small figures of denunciations are withheld */
    public Report report(Which which, boolean copy) {
        List<Report.Sent> sent =
                submissions.of(which.id()).stream().map(Report.Sent::of).toList();
        Optional<Submission> stands = standing(which);
        Which by = stands.map(one -> asSubmitted(which, one)).orElse(which);
        Standing frozen = stands.map(one -> Standing.of(one, facts, which)).orElse(null);
        Map<ReportColumn, ReportFacts.Found> live = facts.found(by.columns(), by.scope());
        List<Report.Table> tables = by.definition().tables().stream()
                .map(table -> table(table, live, frozen))
                .toList();
        return new Report(
                which.unit(),
                which.whole(),
                which.period().year(),
                which.period().term(),
                which.period().from(),
                which.period().last(),
                which.period().tablesOnly(),
                which.period().isOver(finder.today()),
                copy,
                by.definition().edition(),
                by.definition().source(),
                stands.filter(ReportReading::isProven).isPresent(),
                sent,
                copy ? SmallFigures.withheld(tables, by.definition()) : tables);
    }

    private static boolean isProven(Submission one) {
        return FrozenHash.of(one.figures(), one.cases()).equals(one.sha256());
    }

    /** The submission that stands, with its cases. */
    Optional<Submission> standing(Which which) {
        return submissions.of(which.id()).stream()
                .findFirst()
                .filter(Submission::stands)
                .flatMap(head -> submissions.find(head.report(), head.time()));
    }

    /** By the edition and the units that were counted then. */
    Which asSubmitted(Which which, Submission submission) {
        ReportDefinition edition =
                finder.definitions().edition(submission.edition()).orElse(which.definition());
        return which.as(edition, submission.units());
    }

    private static Report.Table table(
            ReportTable table, Map<ReportColumn, ReportFacts.Found> live, @Nullable Standing frozen) {
        Map<String, Long> now = new HashMap<>();
        for (ReportColumn column : table.columns()) {
            ReportFacts.Found found = live.get(column);
            if (found != null) now.put(column.id(), found.count());
        }
        Map<String, Long> told = frozen == null ? now : told(table, frozen);
        List<Report.Number> numbers = new ArrayList<>();
        for (ReportColumn column : table.columns()) {
            boolean corrected = frozen != null && frozen.isCorrected(table, column);
            numbers.add(number(table, column, numbers.size() + 1, told, now, corrected));
        }
        return new Report.Table(table.id(), table.vi(), table.en(), table.mark(), numbers);
    }

    private static Map<String, Long> told(ReportTable table, Standing frozen) {
        Map<String, Long> values = new HashMap<>();
        for (ReportColumn column : table.columns()) {
            Long value = column.isShare() ? null : frozen.value(table, column);
            if (value != null) values.put(column.id(), value);
        }
        return values;
    }

    private static Report.Number number(
            ReportTable table,
            ReportColumn column,
            int no,
            Map<String, Long> told,
            Map<String, Long> now,
            boolean corrected) {
        boolean share = column.isShare();
        Long value = share ? Long.valueOf(Shares.sum(column.over(), told)) : told.get(column.id());
        Long today = now.get(column.id());
        return new Report.Number(
                column.id(),
                no,
                column.vi(),
                column.en(),
                Objects.requireNonNullElse(column.mark(), table.mark()),
                value,
                share ? Long.valueOf(Shares.sum(column.under(), told)) : null,
                share,
                column.isWritten(),
                today == null || today.equals(value) ? null : today,
                false,
                false,
                column.isCorrectable(),
                corrected);
    }
}
