package vn.caunoi.api.report;

import java.util.List;
import java.util.stream.Stream;
import vn.caunoi.core.report.ReportColumn;
import vn.caunoi.core.report.ReportDefinition;
import vn.caunoi.core.report.ReportTable;

/**
 * Figures from which somebody could learn of a single denunciation: in a copy for others those from 1 to 4 are not told,
 * and those that have denunciations among others are rounded, so that the former cannot be reckoned from them.
 */
final class SmallFigures {
    private static final int TOLD_FROM = 5;

    private SmallFigures() {}

    static List<Report.Table> withheld(List<Report.Table> tables, ReportDefinition definition) {
        boolean any = tables.stream()
                .anyMatch(table -> table.numbers().stream().anyMatch(number -> isSmall(number, table, definition)));
        return tables.stream()
                .map(table -> new Report.Table(
                        table.id(),
                        table.vi(),
                        table.en(),
                        table.mark(),
                        table.numbers().stream()
                                .map(number -> told(number, table, definition, any))
                                .toList()))
                .toList();
    }

    private static Report.Number told(
            Report.Number number, Report.Table table, ReportDefinition definition, boolean any) {
        if (isSmall(number, table, definition)) return number.withhold();
        ReportTable defined = definition.table(table.id()).orElseThrow();
        ReportColumn column = defined.column(number.id()).orElseThrow();
        if (number.share()) return any && has(defined, column) ? number.withhold() : number.alone();
        boolean mixed = any && column.hasDenunciations();
        return mixed ? number.round() : number.alone();
    }

    private static boolean isSmall(Report.Number number, Report.Table table, ReportDefinition definition) {
        Long value = number.value();
        boolean small = value != null && value > 0 && value < TOLD_FROM && !number.share();
        return small
                && definition
                        .table(table.id())
                        .flatMap(found -> found.column(number.id()))
                        .filter(column -> column.isOfDenunciations()
                                || column.typed() && isOfDenunciations(definition, table.id()))
                        .isPresent();
    }

    private static boolean isOfDenunciations(ReportDefinition definition, String table) {
        return definition.table(table).orElseThrow().columns().stream()
                .filter(column -> !column.any().isEmpty())
                .allMatch(ReportColumn::isOfDenunciations);
    }

    private static boolean has(ReportTable table, ReportColumn share) {
        return Stream.concat(share.over().stream(), share.under().stream())
                .map(id -> table.column(id).orElseThrow())
                .anyMatch(ReportColumn::hasDenunciations);
    }
}
