package vn.caunoi.projections.insight;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.projections.Asked;
import vn.caunoi.projections.Conditions;

/** The SQL behind how cases go. What is over is read newest first, so that a limit leaves out what lies longest ago. */
record PassageQuery(JdbcClient jdbc) {

    /** @param step told of each step with its open stays, those past their moment, and when the first began */
    void standing(Scope scope, Instant now, Standing step) {
        standing(scope, now).of(jdbc).query(row -> {
            step.take(
                    row.getString("step"),
                    row.getBoolean("timer"),
                    row.getLong("cases"),
                    row.getLong("late"),
                    time(row, "oldest"));
        });
    }

    static Asked standing(Scope scope, Instant now) {
        Conditions which = of(scope, "p").seenBy(scope.sight(), "p.unit", "p.petition");
        Map<String, @Nullable Object> params = new HashMap<>(which.params());
        params.put("now", time(now));
        String sql = """
                select p.step, bool_or(p.timer) as timer, count(distinct p.petition) as cases,
                       count(distinct p.petition) filter (where not p.timer and p.due < :now) as late,
                       min(p.entered) as oldest
                  from views.passage p where p.ended is null and %s group by p.step order by p.step""".formatted(which.sql());
        return new Asked(sql, params);
    }

    interface Standing {
        void take(String step, boolean timer, long cases, long late, @Nullable Instant oldest);
    }

    /** Stays that ended between two moments. @return how many there were */
    int stays(Scope scope, Instant from, Instant end, int most, Consumer<Stay> each) {
        try (Stream<Stay> stays = ended(scope, from, end, most).of(jdbc).query(PassageQuery::stay).stream()) {
            int[] taken = new int[1];
            stays.forEach(stay -> {
                taken[0]++;
                each.accept(stay);
            });
            return taken[0];
        }
    }

    static Asked ended(Scope scope, Instant from, Instant end, int most) {
        Conditions which = of(scope, "p").seenBy(scope.sight(), "p.unit", "p.petition");
        Map<String, @Nullable Object> params = new HashMap<>(which.params());
        params.put("from", time(from));
        params.put("end", time(end));
        params.put("most", most);
        String sql = """
                select p.petition, p.run, p.step, p.unit, p.role, p.entered, p.began, p.ended, p.outcome, p.due
                  from views.passage p
                 where p.ended >= :from and p.ended < :end and %s order by p.ended desc limit :most""".formatted(which.sql());
        return new Asked(sql, params);
    }

    /** Stays of runs that ended in the period, whenever they were. */
    List<Stay> staysOfGone(Scope scope, int most) {
        Conditions which = of(scope, "r").seenBy(scope.sight(), "p.unit", "p.petition");
        Map<String, @Nullable Object> params = new HashMap<>(which.params());
        params.put("from", time(scope.start()));
        params.put("end", time(scope.end()));
        params.put("most", most);
        return jdbc.sql("""
                        select p.petition, p.run, p.step, p.unit, p.role, p.entered, p.began, p.ended, p.outcome, p.due
                          from views.process_run r join views.passage p on p.petition = r.petition and p.run = r.run
                         where p.ended is not null and r.ended >= :from and r.ended < :end and %s
                         order by r.ended desc limit :most""".formatted(which.sql()))
                .params(params)
                .query(PassageQuery::stay)
                .list();
    }

    private static Stay stay(ResultSet row, int number) throws SQLException {
        return new Stay(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Objects.requireNonNull(time(row, 6)),
                time(row, 7),
                Objects.requireNonNull(time(row, 8)),
                row.getString(9),
                time(row, 10));
    }

    List<Gone> gone(Scope scope, int most) {
        Conditions which = of(scope, "r").seenBy(scope.sight(), "c.unit", "r.petition");
        Map<String, @Nullable Object> params = new HashMap<>(which.params());
        params.put("from", time(scope.start()));
        params.put("end", time(scope.end()));
        params.put("most", most);
        return jdbc.sql("""
                        select r.*, c.code, m.petition is not null as moved_in,
                               (select string_agg(p.step, ' ' order by p.no) from views.passage p
                                 where p.petition = r.petition and p.run = r.run
                                   and (not p.timer or p.outcome is not null)) as steps
                          from views.process_run r
                          join views.oversight_case c on c.id = r.petition
                          left join views.moved_in m on m.petition = r.petition
                         where r.ended >= :from and r.ended < :end and %s
                         order by r.ended desc, r.petition, r.run limit :most""".formatted(which.sql()))
                .params(params)
                .query(PassageQuery::gone)
                .list();
    }

    private static Gone gone(ResultSet row, int number) throws SQLException {
        String steps = row.getString("steps");
        return new Gone(
                row.getString("petition"),
                row.getLong("run"),
                row.getString("code"),
                row.getInt("version"),
                Objects.requireNonNull(time(row, "started")),
                Objects.requireNonNull(time(row, "ended")),
                steps == null ? List.of() : List.of(steps.split(" ")),
                row.getString("reached"),
                row.getBoolean("late"),
                row.getInt("back"),
                row.getInt("skipped"),
                row.getObject("migrated", Integer.class),
                row.getBoolean("moved_in"));
    }

    /** When runs began, of all that are over or go on. */
    List<Instant> starts(Scope scope) {
        Conditions which = of(scope, "r").seenBy(scope.sight(), "c.unit", "r.petition");
        Map<String, @Nullable Object> params = new HashMap<>(which.params());
        params.put("from", time(scope.start()));
        params.put("end", time(scope.end()));
        return jdbc.sql("""
                        select r.started from views.process_run r join views.oversight_case c on c.id = r.petition
                         where r.started >= :from and r.started < :end and %s order by r.started""".formatted(which.sql()))
                .params(params)
                .query((row, n) -> Objects.requireNonNull(time(row, 1)))
                .list();
    }

    private static Conditions of(Scope scope, String table) {
        return new Conditions()
                .and(table + ".process = :process", "process", scope.process())
                .equal(table + ".version", "version", scope.version());
    }
}
