package vn.caunoi.core.report;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table of a report.
 *
 * @param id as the circular numbers it: {@code 01/XLD}
 * @param mark how sure its definition is
 */
public record ReportTable(String id, String vi, String en, String mark, List<ReportColumn> columns) {
    public ReportTable {
        columns = List.copyOf(columns);
        Set<String> ids = new HashSet<>();
        for (ReportColumn column : columns) {
            if (!ids.add(column.id())) throw new IllegalArgumentException(id + " has two numbers " + column.id());
        }
        for (ReportColumn column : columns) {
            boolean known = ids.containsAll(column.over()) && ids.containsAll(column.under());
            if (!known) throw new IllegalArgumentException(id + " " + column.id() + " is a share of unknown numbers");
        }
    }

    public Optional<ReportColumn> column(String wanted) {
        return columns.stream().filter(column -> column.id().equals(wanted)).findFirst();
    }
}
