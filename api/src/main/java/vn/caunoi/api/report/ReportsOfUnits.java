package vn.caunoi.api.report;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.report.ReportColumn;
import vn.caunoi.core.report.ReportTable;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.report.ReportFacts;

/** The numbers of a report as they are counted now, unit by unit. */
@Component
public class ReportsOfUnits {
    private final ReportFacts facts;
    private final Directory directory;

    ReportsOfUnits(ReportFacts facts, Directory directory) {
        this.facts = facts;
        this.directory = directory;
    }

    /** By unit in the order of the tree, then by table and column; what is not there is 0. */
    public Map<UnitId, Map<String, Long>> of(Which which) {
        Map<UnitId, Map<String, Long>> all = new LinkedHashMap<>();
        directory.units().stream()
                .map(Directory.Unit::id)
                .filter(which.units()::contains)
                .forEach(unit -> all.put(unit, new LinkedHashMap<>()));
        Map<ReportColumn, ReportFacts.Found> live = facts.found(which.columns(), which.scope());
        for (ReportTable table : which.definition().tables()) {
            for (ReportColumn column : table.columns()) {
                ReportFacts.Found found = live.get(column);
                if (found == null) continue;
                found.byUnit().forEach((unit, value) -> all.computeIfAbsent(unit, first -> new LinkedHashMap<>())
                        .put(key(table.id(), column.id()), value));
            }
        }
        return all;
    }

    /**
     * A unit with what a table counts for it.
     *
     * @param values by column; what is not there is 0
     */
    @Schema(name = "ReportLineOfUnit")
    public record Line(UnitId unit, String name, Map<String, Long> values) {}

    /** One table, unit by unit in the order of the tree. */
    public List<Line> of(Which which, ReportTable table) {
        Map<ReportColumn, ReportFacts.Found> live = facts.found(counted(table), which.scope());
        Map<UnitId, Map<String, Long>> values = new HashMap<>();
        live.forEach((column, found) -> found.byUnit()
                .forEach((unit, value) ->
                        values.computeIfAbsent(unit, first -> new HashMap<>()).put(column.id(), value)));
        return directory.units().stream()
                .filter(unit -> which.units().contains(unit.id()))
                .map(unit -> new Line(unit.id(), unit.name(), values.getOrDefault(unit.id(), Map.of())))
                .toList();
    }

    /** Those numbers of a table that have a list behind them. */
    public static List<ReportColumn> counted(ReportTable table) {
        return table.columns().stream()
                .filter(column -> !column.any().isEmpty())
                .toList();
    }

    public static String key(String table, String column) {
        return table + " " + column;
    }
}
