package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.projections.Asked;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFiles.Entry;
import vn.caunoi.projections.casefile.CaseFiles.MyCase;
import vn.caunoi.projections.casefile.CaseFiles.MyCounts;
import vn.caunoi.projections.casefile.CaseFiles.MyOrder;
import vn.caunoi.projections.casefile.CaseFiles.Section;

/**
 * The SQL behind an officer's cases. What is to do follows from the tasks the officer holds, as the inbox has them; all
 * else from the parts of cases that are not to do.
 */
final class MyCases {
    private static final String TASK =
            "t.id as task, t.name as task_name, t.role as task_role, t.assignee as holder, t.due as task_order,"
                    + " coalesce(t.legal, t.due) as task_due, t.own, t.asleep, t.awaited, t.woken,"
                    + " (select w.form ->> 'id' from views.task_form w where w.hash = t.form) as task_form";

    private static final String UNHIDDEN =
            "%spetition not in (select petition from views.accused where officer = :reader)";

    private static final String AWAKE =
            "select distinct on (t.petition) t.petition, %s from views.task t where t.assignee = :me and t.asleep is null"
                    + " and %s order by t.petition, t.due, t.id";

    /** Asked of one case after the other: there are few of them, and a million tasks that nobody holds. */
    private static final String COMING = """
            (p.petition in (select petition from views.task
                             where assignee = :me and asleep is not null and awaited is null)
              or coalesce((select true from views.task o where o.petition = p.petition and o.assignee is null
                              and o.role = any(:roles) and o.unit = any(:covered) limit 1), false))""";

    /** Those I have a part in. */
    private static final String PARTS =
            "p.officer = :me and (:all or p.unit = any(:units)) and " + UNHIDDEN.formatted("p.");

    private static final String NOT_TO_DO =
            "p.petition not in (select petition from views.task where assignee = :me and asleep is null)";

    private static final String TO_DO = """
            select %s, mine.*, %s as at
              from (%s) mine
              join views.case_file on case_file.id = mine.petition
             where (:all or unit = any(:units)) and (%s, petition) > (:at, :after)
             order by %s, petition limit :rows""";

    private static final String OTHERS = """
            select %s, open.*, mine.at
              from (select p.petition, %s as at from %s where %s and (%s, p.petition) %s (:at, :after)
                     order by %s limit :rows) mine
              join views.case_file on case_file.id = mine.petition
              left join lateral (select %s from views.task t where t.petition = mine.petition
                                  order by t.assignee is distinct from :me, t.due, t.id limit 1) open on true
             order by %s""";

    private static final String COUNTS =
            """
            select (select count(*) from (%s) mine join views.case_file on case_file.id = mine.petition
                     where :all or unit = any(:units)) as to_do,
                   count(*) filter (where section = 'WAITING' and not coming) as waiting,
                   count(*) filter (where section = 'WAITING' and coming) as coming,
                   count(*) filter (where section = 'DONE') as done
              from (select p.section, p.section = 'WAITING' and %s as coming from views.case_part p
                     where %s and (p.section = 'DONE' or %s)) mine""".formatted(AWAKE.formatted("true as mine", UNHIDDEN.formatted("t.")), COMING, PARTS, NOT_TO_DO);

    private MyCases() {}

    static Asked of(OfficerId me, Section section, MyOrder order, Visibility to, @Nullable String cursor, int rows) {
        Cursor start = section == Section.DONE ? Cursor.END : Cursor.START;
        Cursor after = cursor == null ? start : Cursor.parse(cursor);
        Map<String, @Nullable Object> params = params(me, to);
        params.put("at", time(after.at()));
        params.put("after", after.id());
        params.put("rows", rows);
        return new Asked(section == Section.TO_DO ? toDo(order) : others(section, order), params);
    }

    private static Map<String, @Nullable Object> params(OfficerId me, Visibility to) {
        Actor reader = to.reader();
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("me", me.value());
        params.put("all", to.all());
        params.put("units", to.unitNames());
        params.put("reader", to.readerName());
        params.put("roles", reader == null ? new String[0] : names(reader.roles(), Role::name));
        params.put("covered", reader == null ? new String[0] : names(reader.covers(), UnitId::value));
        return params;
    }

    private static <T> String[] names(Collection<T> of, Function<T, String> name) {
        return of.stream().map(name).sorted().toArray(String[]::new);
    }

    private static String toDo(MyOrder order) {
        String at = order == MyOrder.DUE ? "task_order" : "received";
        String mine = AWAKE.formatted(TASK, UNHIDDEN.formatted("t."));
        return TO_DO.formatted(CaseQuery.COLUMNS, at, mine, at, at);
    }

    private static String others(Section section, MyOrder order) {
        boolean done = section == Section.DONE;
        boolean due = order == MyOrder.DUE && !done;
        String at = due ? "f.next_due" : "p.received";
        String from = due ? "views.case_part p join views.case_file f on f.id = p.petition" : "views.case_part p";
        String which = done
                ? "p.section = 'DONE'"
                : "p.section = 'WAITING' and " + NOT_TO_DO + " and "
                        + (section == Section.COMING ? COMING : "not " + COMING);
        return OTHERS.formatted(
                CaseQuery.COLUMNS,
                at,
                from,
                PARTS + " and " + which,
                at,
                done ? "<" : ">",
                done ? at + " desc, p.petition desc" : at + ", p.petition",
                TASK,
                done ? "mine.at desc, mine.petition desc" : "mine.at, mine.petition");
    }

    static MyCounts counts(JdbcClient jdbc, OfficerId me, Visibility to) {
        return jdbc.sql(COUNTS)
                .params(params(me, to))
                .query((row, n) -> new MyCounts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    static Page<MyCase> page(JdbcClient jdbc, Asked asked, Section section, int limit, Instant now) {
        record Row(MyCase mine, Cursor place) {}
        List<Row> rows = asked.of(jdbc)
                .query((row, n) -> new Row(
                        myCase(row, section, now),
                        new Cursor(Objects.requireNonNull(time(row, "at")), row.getString("id"))))
                .list();
        return Page.of(rows, limit, Row::place).map(Row::mine);
    }

    private static MyCase myCase(ResultSet row, Section section, Instant now) throws SQLException {
        Entry entry = CaseQuery.entry(row, now);
        String task = row.getString("task");
        if (task == null) return new MyCase(entry, section, null, null, null, null, null, entry.due(), TaskPlan.NONE);
        String holder = row.getString("holder");
        return new MyCase(
                entry,
                section,
                new TaskId(task),
                row.getString("task_name"),
                row.getString("task_form"),
                Role.valueOf(row.getString("task_role")),
                holder == null ? null : new OfficerId(holder),
                Tables.finite(time(row, "task_due")),
                TaskPlan.read(row));
    }
}
