package vn.caunoi.projections.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.projections.Tables;

/** By how much a batch changes the numbers of open tasks: per group and legal day of the due moment. */
final class Counted {
    /** The day of a task that nothing limits; PostgreSQL's {@code infinity}. */
    private static final String NEVER = "infinity";

    /** A row that comes to nothing goes, all others change or begin; several fillings of a rebuild may begin one. */
    private static final String WRITE = """
            with change as materialized (
                select * from unnest(?::text[], ?::text[], ?::date[], ?::int[], ?::int[])
                    as c(role, unit, day, open, unclaimed)),
              gone as (
                delete from views.task_count n using change c
                 where n.role = c.role and n.unit = c.unit and n.day = c.day and n.open + c.open = 0
                returning n.role, n.unit, n.day),
              moved as (
                update views.task_count n set open = n.open + c.open, unclaimed = n.unclaimed + c.unclaimed
                  from change c
                 where n.role = c.role and n.unit = c.unit and n.day = c.day and n.open + c.open <> 0
                returning n.role, n.unit, n.day)
            insert into views.task_count as n (role, unit, day, open, unclaimed)
            select * from change
             where (role, unit, day) not in (select * from gone union all select * from moved)
             order by role, unit, day
            on conflict (role, unit, day) do update set open = n.open + excluded.open,
                unclaimed = n.unclaimed + excluded.unclaimed""";

    private record Key(String role, String unit, String day) implements Comparable<Key> {
        static Key of(TaskRow task) {
            return new Key(task.role(), task.unit().value(), day(task.due()));
        }

        private static String day(@Nullable Instant due) {
            return due == null
                    ? NEVER
                    : LocalDate.ofInstant(due, BusinessClock.ZONE).toString();
        }

        @Override
        public int compareTo(Key other) {
            int order = role.compareTo(other.role);
            if (order == 0) order = unit.compareTo(other.unit);
            return order == 0 ? day.compareTo(other.day) : order;
        }
    }

    private record Change(int open, int unclaimed) {
        Change plus(Change other) {
            return new Change(open + other.open, unclaimed + other.unclaimed);
        }

        boolean isNone() {
            return open == 0 && unclaimed == 0;
        }
    }

    private final Map<Key, Change> changes = new TreeMap<>();

    /** A task was in the first state and is now in the second. */
    void moved(@Nullable TaskRow before, TaskRow after) {
        if (before != null && before.isOpen()) add(before, -1);
        if (after.isOpen()) add(after, 1);
    }

    private void add(TaskRow task, int by) {
        changes.merge(Key.of(task), new Change(by, task.assignee() == null ? by : 0), Change::plus);
    }

    void flush(Tables tables) {
        List<Map.Entry<Key, Change>> all = changes.entrySet().stream()
                .filter(change -> !change.getValue().isNone())
                .toList();
        if (!all.isEmpty())
            tables.update(
                    WRITE,
                    all.stream().map(of -> of.getKey().role()).toArray(String[]::new),
                    all.stream().map(of -> of.getKey().unit()).toArray(String[]::new),
                    all.stream().map(of -> of.getKey().day()).toArray(String[]::new),
                    all.stream().map(of -> of.getValue().open()).toArray(Integer[]::new),
                    all.stream().map(of -> of.getValue().unclaimed()).toArray(Integer[]::new));
        changes.clear();
    }

    /** The legal day of a moment. */
    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, BusinessClock.ZONE);
    }

    /** When the legal day of a moment began. */
    static Instant dayBegan(Instant moment) {
        return LocalDate.ofInstant(moment, BusinessClock.ZONE)
                .atStartOfDay(BusinessClock.ZONE)
                .toInstant();
    }
}
