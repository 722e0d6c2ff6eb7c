package vn.caunoi.projections.inbox;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Tables;

/** The SQL behind a page of tasks; each shape walks one index in due order and stops at the limit. */
record InboxQuery(String sql, Map<String, @Nullable Object> params) {

    /** With more pairs of role and unit than this, walking a role's list and leaving out rows is cheaper. */
    private static final int PAIRS = 24;

    private static final Set<Role> CASE_WORK = Set.of(Role.CLERK, Role.OFFICER, Role.HEAD);

    private static final String SHOWN = """
            select t.id, t.petition, t.key, t.name, t.unit, t.role, t.assignee, t.due, c.code, c.kind, c.subject, c.stage as case_stage
              from (%s) t left join views.task_case c on c.petition = t.petition
             order by t.due, t.id""";

    /** Of the days before this one all open tasks are overdue; of this day those are counted one by one. */
    static final String COUNTS = """
            with mine as (
                select count(*) as held, count(*) filter (where due < :now) as late
                  from views.task where state = 'OPEN' and assignee = :me),
              today as (
                select count(*) as late from views.task
                 where state = 'OPEN' and role = any(:roles) and unit = any(:units) and due >= :began and due < :now)
            select (select held from mine) as mine, (select late from mine) as mine_overdue,
                   coalesce(sum(open), 0) as unit,
                   coalesce(sum(open) filter (where day < :day), 0) + (select late from today) as unit_overdue,
                   coalesce(sum(unclaimed), 0) as unclaimed
              from views.task_count where role = any(:roles) and unit = any(:units)""";

    static InboxQuery of(Inbox.Filter filter, Cursor after, int limit, Instant now) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("at", time(after.at()));
        params.put("id", after.id());
        params.put("limit", limit);
        String rest = conditions(filter, now, params);
        return new InboxQuery(SHOWN.formatted(rows(filter, rest, params)), params);
    }

    JdbcClient.StatementSpec on(JdbcClient jdbc) {
        return jdbc.sql(sql).params(params);
    }

    private static String rows(Inbox.Filter filter, String rest, Map<String, @Nullable Object> params) {
        if (filter.scope() == Inbox.Scope.MINE) {
            params.put("me", filter.actor().id().value());
            return page("assignee = :me" + rest);
        }
        Set<Role> roles =
                filter.scope() == Inbox.Scope.TEAM ? CASE_WORK : filter.actor().roles();
        params.put("roles", names(roles));
        params.put("units", units(filter.actor().covers()));
        if (filter.petition() != null || roles.size() * filter.actor().covers().size() > PAIRS) {
            return page("role = any(:roles) and unit = any(:units)" + rest);
        }
        return "select p.* from unnest(:roles::text[]) r cross join unnest(:units::text[]) u cross join lateral ("
                + page("role = r and unit = u" + rest) + ") p order by p.due, p.id limit :limit";
    }

    private static String page(String condition) {
        return "select id, petition, key, name, unit, role, assignee, due from views.task where state = 'OPEN' and "
                + condition
                + " and (due, id) > (:at, :id) order by due, id limit :limit";
    }

    private static String conditions(Inbox.Filter filter, Instant now, Map<String, @Nullable Object> params) {
        StringBuilder sql = new StringBuilder();
        if (filter.overdue() != null) {
            params.put("now", time(now));
            sql.append(filter.overdue() ? " and due < :now" : " and due >= :now");
        }
        if (filter.held() != null) sql.append(" and assignee is ").append(filter.held() ? "not null" : "null");
        if (filter.petition() != null) {
            params.put("petition", filter.petition().value());
            sql.append(" and petition = :petition");
        }
        if (filter.key() != null) {
            params.put("key", filter.key());
            sql.append(" and key = :key");
        }
        return sql.toString();
    }

    static String[] names(Collection<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    static String[] units(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).sorted().toArray(String[]::new);
    }

    static Inbox.Entry entry(ResultSet row, Instant now) throws SQLException {
        String assignee = row.getString("assignee");
        Instant due = Tables.finite(time(row, "due"));
        String kind = row.getString("kind");
        String stage = row.getString("case_stage");
        return new Inbox.Entry(
                new TaskId(row.getString("id")),
                new PetitionId(row.getString("petition")),
                Objects.requireNonNullElse(row.getString("code"), ""),
                row.getString("key"),
                row.getString("name"),
                new UnitId(row.getString("unit")),
                Role.valueOf(row.getString("role")).group(),
                assignee == null ? null : new OfficerId(assignee),
                due,
                due != null && due.isBefore(now),
                kind == null ? null : Kind.valueOf(kind),
                row.getString("subject"),
                stage == null ? Stage.RECEIPT : Stage.valueOf(stage));
    }

    static Inbox.Task task(TaskRow task, ResultSet row, Instant now) throws SQLException {
        return new Inbox.Task(
                new TaskId(task.id()),
                new PetitionId(task.petition()),
                Objects.requireNonNullElse(row.getString("code"), ""),
                task.process(),
                task.key(),
                task.name(),
                task.unit(),
                Role.valueOf(task.role()),
                task.assignee(),
                task.due(),
                overdue(task, now),
                Inbox.State.valueOf(task.state()),
                task.outcome(),
                task.ended(),
                FormJson.read(row.getString("form_json")));
    }

    private static boolean overdue(TaskRow task, Instant now) {
        return task.state().equals("OPEN") && task.due() != null && task.due().isBefore(now);
    }
}
