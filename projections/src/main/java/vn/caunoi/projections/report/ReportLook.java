package vn.caunoi.projections.report;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.report.ReportFacts.Behind;
import vn.caunoi.projections.report.ReportFacts.Item;
import vn.caunoi.projections.report.ReportFacts.Sort;

/** How what was counted looks to somebody. */
record ReportLook(JdbcClient jdbc, Visibility sight) {

    private static final String PETITIONS = """
            select id, code, kind, unit, status, received from views.oversight_case where id = any(:ids)""";
    private static final String VISITS = "select visit, unit, happened from views.visit where visit = any(:ids)";
    private static final String SITTINGS = "select sitting, unit, day from views.sitting where sitting = any(:ids)";

    List<Behind> at(List<Item> items) {
        Map<String, Behind> known = new HashMap<>();
        ask(PETITIONS, items, Sort.PETITION, known);
        ask(VISITS, items, Sort.VISIT, known);
        ask(SITTINGS, items, Sort.SITTING, known);
        return items.stream()
                .map(item -> weighed(known.get(item.subject()), item))
                .toList();
    }

    private static Behind weighed(@Nullable Behind found, Item item) {
        if (found == null)
            return new Behind(item.subject(), item.sort(), item.weight(), null, null, null, null, null, false);
        return new Behind(
                found.subject(),
                found.sort(),
                item.weight(),
                found.code(),
                found.kind(),
                found.unit(),
                found.status(),
                found.day(),
                found.open());
    }

    private void ask(String sql, List<Item> items, Sort sort, Map<String, Behind> into) {
        String[] ids = items.stream()
                .filter(item -> item.sort() == sort)
                .map(Item::subject)
                .toArray(String[]::new);
        if (ids.length == 0) return;
        jdbc.sql(sql)
                .param("ids", ids)
                .query((row, n) -> read(row, sort))
                .list()
                .forEach(one -> into.put(one.subject(), one));
    }

    private Behind read(ResultSet row, Sort sort) throws SQLException {
        String id = row.getString(1);
        UnitId unit = new UnitId(row.getString("unit"));
        boolean open = sight.sees(unit);
        return switch (sort) {
            case PETITION -> {
                String kind = row.getString("kind");
                yield new Behind(
                        id,
                        sort,
                        1,
                        row.getString("code"),
                        kind == null ? null : Kind.valueOf(kind),
                        open ? unit : null,
                        open ? Status.valueOf(row.getString("status")) : null,
                        DueDate.dayOf(Objects.requireNonNull(time(row, "received"))),
                        open);
            }
            case VISIT ->
                new Behind(
                        id,
                        sort,
                        1,
                        null,
                        null,
                        unit,
                        null,
                        DueDate.dayOf(Objects.requireNonNull(time(row, "happened"))),
                        open);
            case SITTING ->
                new Behind(id, sort, 1, null, null, unit, null, row.getObject("day", LocalDate.class), open);
        };
    }

    Set<String> hidden(Collection<String> subjects) {
        if (sight.reader() == null && sight.all() || subjects.isEmpty()) return Set.of();
        String gone = (sight.reader() == null ? "false" : "exists " + ReportSql.about("s.petition"))
                + (sight.all() ? "" : " or exists " + ReportSql.secret("s.petition"));
        String sql = """
                with s as (
                    select given.id, coalesce(v.petition, given.id) as petition
                      from unnest(:ids::text[]) as given(id) left join views.visit v on v.visit = given.id)
                select s.id from s where """ + " " + gone;
        return new HashSet<>(jdbc.sql(sql)
                .param("ids", subjects.toArray(String[]::new))
                .param("reader", sight.readerName())
                .param("sees", sight.unitNames())
                .query(String.class)
                .list());
    }
}
