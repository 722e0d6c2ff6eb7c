package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.Asked;
import vn.caunoi.projections.CategorySql;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.WordKeys;
import vn.caunoi.projections.casefile.CaseFiles.Entry;
import vn.caunoi.projections.casefile.CaseFiles.Sort;

/** The SQL behind lists of cases. */
final class CaseQuery {
    /** As {@link #entry} reads them. */
    static final String COLUMNS =
            "case_file.id, code, kind, stage, status, unit, case_file.assignee, category, channel, place,"
                    + " case_file.received, closed, next_due,"
                    + " escalated, waiting, subject";

    /** From about here on walking is faster: as many as the root of a page times a million. */
    private static final int FEW = 5_000;

    private final StringBuilder where = new StringBuilder("true");
    private final StringBuilder found = new StringBuilder();
    private final Map<String, @Nullable Object> params = new HashMap<>();

    private final WordKeys keys;
    private final boolean identities;

    private CaseQuery(WordKeys keys, boolean identities) {
        this.keys = keys;
        this.identities = identities;
    }

    /** @param taken whether cases of the unit asked for were taken over by others: they are found by its old code too */
    static CaseQuery of(
            CaseFiles.Filter f, Visibility to, Instant now, boolean taken, WordKeys keys, CategoryTree tree) {
        CaseQuery query = new CaseQuery(keys, to.identities());
        if (taken) query.onceAt(Objects.requireNonNull(f.unit()), to);
        else query.visible(to, f.unit());
        query.equal("stage", f.stage() == null ? null : f.stage().name());
        query.equal("kind", f.kind() == null ? null : f.kind().name());
        query.equal("status", f.status() == null ? null : f.status().name());
        query.equal("assignee", f.assignee() == null ? null : f.assignee().value());
        query.about(f.category(), tree, DueDate.dayOf(now));
        query.equal("channel", f.channel() == null ? null : f.channel().name());
        query.equal("place", f.place());
        query.equal("escalated", f.escalated());
        query.waiting(f.waiting());
        query.overdue(f.overdue(), now);
        if (f.from() != null) query.and("received >= :from", "from", startOf(f.from()));
        if (f.to() != null) query.and("received < :to", "to", startOf(f.to().plusDays(1)));
        query.found(f.q(), f.name());
        return query;
    }

    private void visible(Visibility to, @Nullable UnitId unit) {
        if (!to.all() && (unit == null || !to.sees(unit))) {
            String[] units = unit == null ? to.unitNames() : new String[0];
            if (units.length == 1) equal("unit", units[0]);
            else and("unit = any(:units)", "units", units);
        } else {
            equal("unit", unit == null ? null : unit.value());
        }
        if (to.reader() != null)
            and("id not in (select petition from views.accused where officer = :reader)", "reader", to.readerName());
    }

    private void onceAt(UnitId unit, Visibility to) {
        visible(to, null);
        and(
                "(unit = :once or id in (select petition from views.taken_over where from_unit = :once))",
                "once",
                unit.value());
    }

    /** The category asked for, and all that stands below it. */
    private void about(@Nullable String category, CategoryTree tree, LocalDate today) {
        Optional<String> id = tree.meant(category);
        if (id.isEmpty()) {
            equal("category", category);
            return;
        }
        CategorySql about = CategorySql.of("category", tree.below(id.get(), today), tree, "category");
        where.append(" and ").append(about.condition());
        params.putAll(about.params());
    }

    private void waiting(@Nullable String word) {
        if (word == null) return;
        switch (word) {
            case "true" -> where.append(" and waiting in ('citizen', 'suspended')");
            case "false" -> where.append(" and (waiting is null or waiting not in ('citizen', 'suspended'))");
            default -> equal("waiting", word);
        }
    }

    private void overdue(@Nullable Boolean overdue, Instant now) {
        if (overdue == null) return;
        String late = "(status <> 'CLOSED' and next_due < :now)";
        and(overdue ? late : "not " + late, "now", Objects.requireNonNull(time(now)));
    }

    /** All words must be found; what has no word in it is found nowhere. */
    private void found(@Nullable String typed, @Nullable String name) {
        String text = typed == null ? "" : anyOf(WordKeys.Of.TEXT, meanings(typed));
        String named = name == null ? "" : anyOf(WordKeys.Of.NAME, List.of(WordKeys.asked(name)));
        found.append(text)
                .append(text.isEmpty() || named.isEmpty() ? "" : " and ")
                .append(named);
        if (found.isEmpty() && (typed != null || name != null)) where.append(" and false");
    }

    private String anyOf(WordKeys.Of of, List<List<String>> meanings) {
        String any = meanings.stream()
                .filter(words -> !words.isEmpty())
                .map(words -> allOf(of, words))
                .collect(Collectors.joining(") or ("));
        return any.isEmpty() ? "" : "((" + any + "))";
    }

    private String allOf(WordKeys.Of of, List<String> words) {
        return words.stream().map(word -> has(of, word)).collect(Collectors.joining(" and "));
    }

    private String has(WordKeys.Of of, String word) {
        String parameter = "word" + params.size();
        params.put(parameter, either(of, word));
        return "keys && :" + parameter;
    }

    /**
     * Few cases are looked up one by one; of many the first are walked in the order of the list. The database does not
     * know how rare a word is that few have, and would walk a million cases for the only one.
     */
    CaseQuery settled(JdbcClient jdbc) {
        if (found.isEmpty()) return this;
        long some = jdbc.sql("select count(*) from (select 1 from views.found_by where " + found + " limit :few) s")
                .params(params)
                .param("few", FEW + 1)
                .query(Long.class)
                .single();
        return few(some <= FEW);
    }

    CaseQuery few(boolean few) {
        String petitions = "select petition from views.found_by where " + found;
        where.append(few ? " and id = any(array(" + petitions + "))" : " and id in (" + petitions + ")");
        return this;
    }

    /** A whole code is looked up as it was meant, whatever was misread; one name of thirty as long reads as a code too. */
    private static List<List<String>> meanings(String typed) {
        List<String> words = WordKeys.asked(typed);
        if (!PetitionCode.isValid(typed)) return List.of(words);
        return List.of(words, WordKeys.asked(PetitionCode.parse(typed).value()));
    }

    /** What is sealed is found by those who may know it. */
    private Long[] either(WordKeys.Of of, String word) {
        long open = keys.of(of, word);
        return identities ? new Long[] {open, keys.of(of.sealed(), word)} : new Long[] {open};
    }

    private void equal(String column, @Nullable Object value) {
        if (value != null) and(column + " = :" + column, column, value);
    }

    private void and(String condition, String name, Object value) {
        where.append(" and ").append(condition);
        params.put(name, value);
    }

    private static Object startOf(LocalDate day) {
        return Objects.requireNonNull(time(day.atStartOfDay(DueDate.ZONE).toInstant()));
    }

    long count(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from views.case_file where " + where)
                .params(params)
                .query(Long.class)
                .single();
    }

    /** @param most how far is counted */
    long countUpTo(JdbcClient jdbc, int most) {
        return jdbc.sql("select count(*) from (select 1 from views.case_file where " + where + " limit :most) found")
                .params(params)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    Asked page(Sort sort, @Nullable String cursor, int rows) {
        String order =
                switch (sort) {
                    case NEWEST -> "received desc, id desc";
                    case OLDEST -> "received, id";
                    case DUE -> "next_due, id";
                };
        if (cursor != null) after(sort, Cursor.parse(cursor));
        params.put("rows", rows);
        return new Asked(
                "select " + COLUMNS + " from views.case_file where " + where + " order by " + order + " limit :rows",
                params);
    }

    private void after(Sort sort, Cursor cursor) {
        params.put("at", time(cursor.at()));
        params.put("after", cursor.id());
        where.append(
                switch (sort) {
                    case NEWEST -> " and (received, id) < (:at, :after)";
                    case OLDEST -> " and (received, id) > (:at, :after)";
                    case DUE -> " and (next_due, id) > (:at, :after)";
                });
    }

    static Entry entry(ResultSet row, Instant now) throws SQLException {
        String kind = row.getString("kind");
        String assignee = row.getString("assignee");
        Status status = Status.valueOf(row.getString("status"));
        Instant due = Tables.finite(time(row, "next_due"));
        return new Entry(
                new PetitionId(row.getString("id")),
                row.getString("code"),
                kind == null ? null : Kind.valueOf(kind),
                Stage.valueOf(row.getString("stage")),
                status,
                new UnitId(row.getString("unit")),
                assignee == null ? null : new OfficerId(assignee),
                row.getString("subject"),
                row.getString("category"),
                Channel.valueOf(row.getString("channel")),
                row.getString("place"),
                Objects.requireNonNull(time(row, "received")),
                time(row, "closed"),
                due,
                status != Status.CLOSED && due != null && due.isBefore(now),
                row.getBoolean("escalated"),
                row.getString("waiting"));
    }
}
