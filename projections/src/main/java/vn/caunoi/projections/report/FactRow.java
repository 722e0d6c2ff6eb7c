package vn.caunoi.projections.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.report.Counts;

/**
 * A fact of a petition as reports count it.
 *
 * @param no its place in the petition, from 0
 * @param ends day on which what lasts ended; null while it lasts, and for what does not last
 * @param unit who was responsible then
 * @param stands false once it was undone
 */
record FactRow(
        int no,
        Counts what,
        @Nullable String detail,
        LocalDate day,
        @Nullable LocalDate ends,
        @Nullable Kind kind,
        @Nullable String category,
        String unit,
        boolean stands) {

    static FactRow read(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new FactRow(
                row.getInt("no"),
                Counts.valueOf(row.getString("what")),
                row.getString("detail"),
                row.getObject("day", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                kind == null ? null : Kind.valueOf(kind),
                row.getString("category"),
                row.getString("unit"),
                row.getBoolean("stands"));
    }

    boolean lasts() {
        return stands && what.lasts() && ends == null;
    }

    FactRow on(LocalDate corrected) {
        return new FactRow(no, what, detail, corrected, ends, kind, category, unit, stands);
    }

    FactRow ending(@Nullable LocalDate on) {
        return new FactRow(no, what, detail, day, on, kind, category, unit, stands);
    }

    FactRow undone() {
        return new FactRow(no, what, detail, day, ends, kind, category, unit, false);
    }

    FactRow of(@Nullable Kind now, @Nullable String in) {
        return new FactRow(no, what, detail, day, ends, now, in, unit, stands);
    }

    @Nullable Object[] values(String petition) {
        return new @Nullable Object[] {
            petition, no, what.name(), detail, day, ends, kind == null ? null : kind.name(), category, unit, stands
        };
    }
}
