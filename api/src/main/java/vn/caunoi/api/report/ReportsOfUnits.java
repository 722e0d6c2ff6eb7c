package vn.caunoi.api.report;

import java.util.LinkedHashMap;
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

    public static String key(String table, String column) {
        return table + " " + column;
    }
}
