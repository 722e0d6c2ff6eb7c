package vn.caunoi.api.report;

import java.util.List;
import java.util.Set;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.report.ReportColumn;
import vn.caunoi.core.report.ReportDefinition;
import vn.caunoi.core.report.ReportId;
import vn.caunoi.core.report.ReportPeriod;
import vn.caunoi.core.report.ReportTable;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.report.ReportFacts.Scope;

/**
 * Which report somebody asks for.
 *
 * @param units those counted in it
 * @param sight what the reader may see
 */
public record Which(
        UnitId unit,
        boolean whole,
        ReportPeriod period,
        ReportDefinition definition,
        Set<UnitId> units,
        Visibility sight) {

    /** A number of it. */
    public record Place(ReportTable table, ReportColumn column) {}

    public ReportId id() {
        return ReportId.of(unit, whole, period.year(), period.term());
    }

    List<ReportColumn> columns() {
        return definition.tables().stream()
                .flatMap(table -> table.columns().stream())
                .toList();
    }

    Scope scope() {
        return new Scope(period, units, sight);
    }

    /** The same for the record: whatever anybody may see. */
    Which ofAll() {
        return new Which(unit, whole, period, definition, units, Visibility.everything());
    }

    /** The same by what it was submitted with. */
    Which as(ReportDefinition edition, Set<UnitId> counted) {
        return new Which(unit, whole, period, edition, counted, sight);
    }
}
