package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.projections.Asked;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFiles.Entry;
import vn.caunoi.projections.casefile.CaseFiles.MyCase;
import vn.caunoi.projections.casefile.CaseFiles.Section;

/**
 * The SQL behind an officer's cases. What is to do follows from the tasks the officer holds, as the inbox has them; all
 * else from the parts of cases that are not to do.
 */
final class MyCases {
    private static final String TASK =
            "t.id as task, t.name as task_name, t.role as task_role, t.assignee as holder, t.due as task_due,"
                    + " (select w.form ->> 'id' from views.task_form w where w.hash = t.form) as task_form";

    private static final String UNHIDDEN =
            "petition not in (select petition from views.accused where officer = :reader)";

    private static final String TO_DO = """
            select %s, mine.*, task_due as at
              from (select distinct on (t.petition) t.petition, %s from views.task t
                     where t.assignee = :me and %s order by t.petition, t.due, t.id) mine
              join views.case_file on case_file.id = mine.petition
             where (:all or unit = any(:units)) and (task_due, petition) > (:at, :after)
             order by task_due, petition limit :rows""".formatted(CaseQuery.COLUMNS, TASK, UNHIDDEN);

    private static final String OTHERS = """
            select %s, open.*, mine.received as at
              from (select petition, received from views.case_part
                     where officer = :me and section = :section and (:all or unit = any(:units)) and %s
                       and petition not in (select petition from views.task where assignee = :me)
                       and (received, petition) > (:at, :after)
                     order by received, petition limit :rows) mine
              join views.case_file on case_file.id = mine.petition
              left join lateral (select %s from views.task t where t.petition = mine.petition
                                  order by t.due, t.id limit 1) open on true
             order by mine.received, mine.petition""".formatted(CaseQuery.COLUMNS, UNHIDDEN, TASK);

    private MyCases() {}

    static Asked of(OfficerId me, Section section, Visibility to, @Nullable String cursor, int rows) {
        Cursor after = cursor == null ? Cursor.START : Cursor.parse(cursor);
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("me", me.value());
        params.put("all", to.all());
        params.put("units", to.unitNames());
        params.put("reader", to.readerName());
        params.put("at", time(after.at()));
        params.put("after", after.id());
        params.put("rows", rows);
        if (section == Section.TO_DO) return new Asked(TO_DO, params);
        params.put("section", section.name());
        return new Asked(OTHERS, params);
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
        if (task == null) return new MyCase(entry, section, null, null, null, null, null, entry.due());
        String holder = row.getString("holder");
        return new MyCase(
                entry,
                section,
                new TaskId(task),
                row.getString("task_name"),
                row.getString("task_form"),
                Role.valueOf(row.getString("task_role")),
                holder == null ? null : new OfficerId(holder),
                Tables.finite(time(row, "task_due")));
    }
}
