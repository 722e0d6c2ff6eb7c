package vn.caunoi.projections.inbox;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.OnePlan;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.casefile.TaskPlan;

/**
 * The SQL behind a page of tasks; each shape walks indexes in due order and stops at the limit. Values are given by
 * place, columns are read by place: a page takes a tenth of a millisecond, of which names would be a good part. The
 * limit is part of the text, for the plan follows from it.
 *
 * @param onePlan whether it walks the same indexes whatever the values are
 */
record InboxQuery(String sql, @Nullable Object[] values, boolean onePlan) {

    /** With more pairs of role and unit than this, walking all tasks by due and leaving out rows is cheaper. */
    private static final int PAIRS = 24;

    private static final String OF_GROUPS = "role = any(?) and unit = any(?)";

    /** What always holds asks for the order of all tasks, which no other list may walk. */
    private static final String OF_ALL = OF_GROUPS + " and version >= 0";

    private static final Set<Role> CASE_WORK = Set.of(Role.CLERK, Role.OFFICER, Role.HEAD);

    private static final String SHOWN =
            "select id, petition, code, key, name, unit, role, assignee, due, kind, subject, case_stage, urged, legal, own, asleep, awaited, woken from views.task";

    /** Of the days before this one all open tasks are overdue; of this day those are counted one by one. */
    private static final String COUNTS = """
            with about_me as (
                select coalesce(t.legal, t.due) as due, t.assignee from views.accused a join views.task t on t.petition = a.petition
                 where a.officer = ? and t.role = any(?) and t.unit = any(?)),
              mine as (
                select count(*) filter (where asleep is null) as held,
                       count(*) filter (where asleep is null and coalesce(legal, due) < ?) as late,
                       count(*) filter (where asleep is not null) as asleep
                  from views.task where assignee = ?),
              today as (
                select count(*) as late from views.task
                 where role = any(?) and unit = any(?) and due >= ? and due < ? and legal is null),
              dated as (
                select count(*) as late from views.task
                 where role = any(?) and unit = any(?) and legal >= ? and legal < ?)
            select (select held from mine) as mine, (select late from mine) as mine_overdue,
                   coalesce(sum(open), 0) - (select count(*) from about_me) as unit,
                   coalesce(sum(open) filter (where day < ?), 0) + (select late from today) + (select late from dated)
                     - (select count(*) from about_me where due < ?) as unit_overdue,
                   coalesce(sum(unclaimed), 0) - (select count(*) from about_me where assignee is null) as unclaimed,
                   (select asleep from mine) as asleep
              from views.task_count where role = any(?) and unit = any(?)""";

    static InboxQuery counts(Actor actor, Instant now) {
        String[] roles = names(actor.roles());
        String[] units = units(actor.covers());
        Object[] values = {
            actor.id().value(),
            roles,
            units,
            time(now),
            actor.id().value(),
            roles,
            units,
            time(Counted.dayBegan(now)),
            time(now),
            roles,
            units,
            time(Counted.dayBegan(now)),
            time(now),
            Counted.day(now),
            time(now),
            roles,
            units
        };
        return new InboxQuery(COUNTS, values, true);
    }

    <T> List<T> ask(JdbcTemplate jdbc, RowMapper<T> rows) {
        return onePlan ? OnePlan.query(jdbc, sql, rows, values) : jdbc.query(sql, rows, values);
    }

    static InboxQuery of(Inbox.Filter filter, Cursor after, int limit, Instant now) {
        Building page = new Building(filter, after, limit, now);
        String own = own(filter.scope());
        if (own != null) {
            page.add(own, filter.actor().id().value());
            return page.done(filter.petition() == null);
        }
        Set<Role> roles =
                filter.scope() == Inbox.Scope.TEAM ? CASE_WORK : filter.actor().roles();
        Set<UnitId> units = filter.actor().covers();
        if (filter.petition() != null || roles.size() * units.size() > PAIRS || roles.isEmpty() || units.isEmpty()) {
            page.add(filter.petition() == null ? OF_ALL : OF_GROUPS, names(roles), units(units));
            return page.done(false);
        }
        for (String role : names(roles)) {
            for (String unit : units(units)) page.add("role = ? and unit = ?", role, unit);
        }
        return page.done(true);
    }

    /** Of what somebody holds. */
    private static @Nullable String own(Inbox.Scope scope) {
        return switch (scope) {
            case MINE -> "assignee = ? and asleep is null";
            case ASLEEP -> "assignee = ? and asleep is not null";
            case HELD -> "assignee = ?";
            case UNIT, TEAM -> null;
        };
    }

    /** Several lists in one order: the database merges them as it reads, and reads no more than the page. */
    private static final class Building {
        private final Inbox.Filter filter;
        private final Cursor after;
        private final int limit;
        private final Instant now;
        private final List<String> lists = new ArrayList<>();
        private final List<@Nullable Object> values = new ArrayList<>();

        Building(Inbox.Filter filter, Cursor after, int limit, Instant now) {
            this.filter = filter;
            this.after = after;
            this.limit = limit;
            this.now = now;
        }

        void add(String condition, Object... of) {
            StringBuilder sql = new StringBuilder(SHOWN).append(" where ").append(condition);
            values.addAll(List.of(of));
            sql.append(" and petition not in (select petition from views.accused where officer = ?)");
            values.add(filter.actor().id().value());
            narrow(sql);
            if (!after.equals(Cursor.START)) {
                sql.append(" and (due, id) > (?, ?)");
                values.add(time(after.at()));
                values.add(after.id());
            }
            lists.add(sql.append(" order by due, id limit ").append(limit).toString());
        }

        private void narrow(StringBuilder sql) {
            if (filter.overdue() != null) {
                sql.append(filter.overdue() ? " and due < ? and (legal is null or legal < ?)" : " and due >= ?");
                values.add(time(now));
                if (filter.overdue()) values.add(time(now));
            }
            if (filter.held() != null) sql.append(" and assignee is ").append(filter.held() ? "not null" : "null");
            if (filter.petition() != null) {
                sql.append(" and petition = ?");
                values.add(filter.petition().value());
            }
            if (filter.key() != null) {
                sql.append(" and key = ?");
                values.add(filter.key());
            }
        }

        InboxQuery done(boolean onePlan) {
            if (lists.size() == 1) return new InboxQuery(lists.getFirst(), values.toArray(), onePlan);
            String sql = "(" + String.join(") union all (", lists) + ") order by due, id limit " + limit;
            return new InboxQuery(sql, values.toArray(), onePlan);
        }
    }

    static String[] names(Collection<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    static String[] units(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).sorted().toArray(String[]::new);
    }

    static Inbox.Entry entry(ResultSet row, Instant now) throws SQLException {
        String assignee = row.getString(8);
        Instant legal = time(row, 14);
        Instant due = Tables.finite(legal == null ? time(row, 9) : legal);
        String kind = row.getString(10);
        return new Inbox.Entry(
                new TaskId(row.getString(1)),
                new PetitionId(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                new UnitId(row.getString(6)),
                Role.valueOf(row.getString(7)).group(),
                assignee == null ? null : new OfficerId(assignee),
                due,
                due != null && due.isBefore(now),
                kind == null ? null : Kind.valueOf(kind),
                row.getString(11),
                Stage.valueOf(row.getString(12)),
                row.getObject(13, LocalDate.class),
                TaskPlan.read(row, 15));
    }

    static Inbox.Task task(TaskRow task, String code, Form form, Instant now) {
        return new Inbox.Task(
                new TaskId(task.id()),
                new PetitionId(task.petition()),
                code,
                task.process(),
                task.key(),
                task.name(),
                task.unit(),
                Role.valueOf(task.role()),
                task.assignee(),
                task.due(),
                task.isOpen() && task.due() != null && task.due().isBefore(now),
                task.state(),
                task.outcome(),
                task.ended(),
                task.plan(),
                form);
    }
}
