package vn.caunoi.projections.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;

/** The SQL behind what citizens say of their own cases. */
record RatingQuery(JdbcClient jdbc) {

    private static final String RATED =
            " and exists (select from views.report_fact r where r.petition = x.petition and r.what = 'RATED' and r.stands"
                    + " and r.day >= :first)";

    List<RatingLine> lines(Period period, Visibility to, Instant now) {
        Map<String, @Nullable Object> params = MonthQuery.params(period, now);
        params.put("first", period.from());
        String sql = """
                select x.unit, count(*) as closed, count(r.score) as rated, avg(r.score) as mean
                  from (%s) x
                  left join (
                    select distinct on (s.petition) s.petition, s.detail::int as score from views.report_fact s
                     where s.what = 'RATED' and s.stands and s.day >= :first order by s.petition, s.no desc) r
                    on r.petition = x.petition
                 where true""".formatted(MonthFigure.CLOSED.found) + MonthQuery.seen(to, params)
                + " group by x.unit order by x.unit";
        return jdbc.sql(sql).params(params).query((row, n) -> line(row)).list();
    }

    private static RatingLine line(ResultSet row) throws SQLException {
        double mean = row.getDouble("mean");
        Double known = row.wasNull() ? null : mean;
        return new RatingLine(row.getString("unit"), row.getLong("closed"), row.getLong("rated"), known);
    }

    Page<Oversight.Case> cases(
            boolean rated,
            @Nullable String unit,
            Period period,
            Visibility to,
            Instant now,
            @Nullable String cursor,
            int limit) {
        Map<String, @Nullable Object> params = MonthQuery.params(period, now);
        params.put("first", period.from());
        String more = rated ? RATED : "";
        if (unit != null) {
            more += " and x.unit = :who";
            params.put("who", unit);
        }
        return new MonthQuery(jdbc).page(MonthFigure.CLOSED.found, more, params, to, now, cursor, limit);
    }
}
