package vn.caunoi.projections.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.report.ReportColumn;
import vn.caunoi.projections.report.ReportFacts.Item;
import vn.caunoi.projections.report.ReportFacts.Scope;
import vn.caunoi.projections.report.ReportFacts.Sort;

/** Counts and lists what a column of a report counts; something counted in several ways counts once. */
record ReportQuery(JdbcClient jdbc) {

    long count(ReportColumn column, Scope scope, Instant now) {
        ReportSql sql = new ReportSql(column, scope, now);
        String counted = "select coalesce(sum(weight), 0) from (select subject, max(weight) as weight from ("
                + sql.found(column) + ") found group by subject) once";
        return jdbc.sql(counted).params(sql.params).query(Long.class).single();
    }

    Map<UnitId, Long> byUnit(ReportColumn column, Scope scope, Instant now) {
        ReportSql sql = new ReportSql(column, scope, now);
        String counted = "select unit, sum(weight) as n from (select unit, subject, max(weight) as weight from ("
                + sql.found(column) + ") found group by unit, subject) once group by unit";
        Map<UnitId, Long> counts = new TreeMap<>(Comparator.comparing(UnitId::value));
        jdbc.sql(counted).params(sql.params).query(row -> {
            counts.put(new UnitId(row.getString("unit")), row.getLong("n"));
        });
        return counts;
    }

    List<Item> items(ReportColumn column, Scope scope, Instant now) {
        return list(column, scope, now, "", Integer.MAX_VALUE);
    }

    List<Item> page(ReportColumn column, Scope scope, Instant now, String after, int rows) {
        return list(column, scope, now, after, rows);
    }

    private List<Item> list(ReportColumn column, Scope scope, Instant now, String after, int rows) {
        ReportSql sql = new ReportSql(column, scope, now);
        sql.params.put("after", after);
        sql.params.put("rows", rows);
        String listed = "select subject, max(sort) as sort, max(weight) as weight from (" + sql.found(column)
                + ") found where subject > :after group by subject order by subject limit :rows";
        return jdbc.sql(listed)
                .params(sql.params)
                .query((row, n) ->
                        new Item(row.getString("subject"), Sort.valueOf(row.getString("sort")), row.getInt("weight")))
                .list();
    }
}
