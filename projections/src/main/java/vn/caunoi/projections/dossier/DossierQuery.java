package vn.caunoi.projections.dossier;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.dossier.Fate;
import vn.caunoi.core.dossier.Retention;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.dossier.Dossiers.Dossier;
import vn.caunoi.projections.dossier.Dossiers.Which;

/** The SQL behind the list of dossiers. */
record DossierQuery(JdbcClient jdbc) {

    private static final String FROM = """
            select d.petition, d.ground, d.closed_on, c.code, c.unit, p.place, p.lent_to, p.lent_since, p.back_by,
                   coalesce(p.for_good, false) as for_good, p.fate, p.number, p.decided_on, p.kept_until
              from views.dossier_case d join views.oversight_case c on c.id = d.petition
              left join views.dossier_papers p on p.petition = d.petition
             where d.ground is not null and (:all or c.unit = any(:units)) and not exists (
               select from views.accused a where a.officer = :reader and a.petition = d.petition)""";

    Optional<Dossier> find(PetitionId petition, Visibility to) {
        return jdbc.sql(FROM + " and d.petition = :petition")
                .params(params(to))
                .param("petition", petition.value())
                .query(DossierQuery::read)
                .optional();
    }

    Page<Dossier> list(
            Which which, List<Retention> times, LocalDate today, Visibility to, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        Map<String, @Nullable Object> params = params(to);
        String sql = FROM + condition(which, times, today, params) + after(cursor, params)
                + " order by d.closed_on, d.petition limit :rows";
        params.put("rows", limit + 1);
        List<Dossier> rows =
                jdbc.sql(sql).params(params).query(DossierQuery::read).list();
        return Page.of(
                rows,
                limit,
                last -> new Cursor(
                        DueDate.endOf(last.closedOn()), last.petition().value()));
    }

    private static Map<String, @Nullable Object> params(Visibility to) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("all", to.all());
        params.put("units", to.unitNames());
        params.put("reader", to.readerName());
        return params;
    }

    private static String after(@Nullable String cursor, Map<String, @Nullable Object> params) {
        if (cursor == null) return "";
        Cursor place = Cursor.parse(cursor);
        params.put("on", DueDate.dayOf(place.at()));
        params.put("after", place.id());
        return " and (d.closed_on, d.petition) > (:on, :after)";
    }

    private static String condition(
            Which which, List<Retention> times, LocalDate today, Map<String, @Nullable Object> params) {
        return switch (which) {
            case ALL -> "";
            case LENT -> " and p.lent_to is not null";
            case DUE -> {
                params.put("today", today);
                yield " and not coalesce(p.for_good, false) and (p.fate is null or p.fate = 'KEEP_LONGER')"
                        + " and case when p.kept_until is not null then p.kept_until < :today else ("
                        + over(times, today, params) + ") end";
            }
        };
    }

    /** Of several rows that fit the first one counts, as in the table. */
    private static String over(List<Retention> times, LocalDate today, Map<String, @Nullable Object> params) {
        if (times.isEmpty()) return "false";
        List<String> cases = new ArrayList<>();
        for (int at = 0; at < times.size(); at++) {
            Retention row = times.get(at);
            params.put("grounds" + at, row.grounds().stream().map(Enum::name).toArray(String[]::new));
            params.put("from" + at, row.from() == null ? LocalDate.of(1, 1, 1) : row.from());
            params.put("to" + at, row.to() == null ? LocalDate.of(9999, 1, 1) : row.to());
            params.put("before" + at, today.minusYears(row.years()));
            cases.add("when d.ground = any(:grounds" + at + ") and d.closed_on between :from" + at + " and :to" + at
                    + " then d.closed_on < :before" + at);
        }
        return "case " + String.join(" ", cases) + " else false end";
    }

    private static Dossier read(ResultSet row, int n) throws SQLException {
        String fate = row.getString("fate");
        return new Dossier(
                new PetitionId(row.getString("petition")),
                row.getString("code"),
                new UnitId(row.getString("unit")),
                ClosingGround.valueOf(row.getString("ground")),
                row.getObject("closed_on", LocalDate.class),
                row.getString("place"),
                row.getString("lent_to"),
                time(row, "lent_since"),
                row.getObject("back_by", LocalDate.class),
                row.getBoolean("for_good"),
                fate == null ? null : Fate.valueOf(fate),
                row.getString("number"),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("kept_until", LocalDate.class));
    }
}
