package vn.caunoi.processes.driver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.processes.actions.Superiors;

/** Where processes stand, in the driver's own tables beside the engine's: a cache of what follows from the events. */
final class Places implements Superiors {

    /** @param since sequence of the event that started it */
    record Running(String process, int version, String instance, long since) {}

    record OpenTask(String task, String instance, String activityInstance) {}

    record RunningTimer(String timer, String process, String activity, String job) {}

    record Kept(String process, String event) {}

    private final JdbcClient jdbc;

    Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of it, and the engine's; waits until nobody else is at it, and keeps all others out to the transaction's end. */
    void clear() {
        String tables = jdbc.sql("""
                        select string_agg('engine.' || quote_ident(tablename), ', ' order by tablename) from pg_tables
                        where schemaname = 'engine' and (tablename like 'act\\_r%' or tablename in ('act_ge_bytearray',
                          'deployed', 'running', 'course', 'task', 'timer', 'kept_event', 'unit_parent', 'due'))""").query(String.class).single();
        jdbc.sql("truncate " + tables).update();
    }

    /** Reads what the petitions of a batch usually need, all of them at once; they must be locked. */
    void look(UnitOfWork<?> batch, List<String> petitions) {
        BatchView view = BatchView.begin(batch);
        String[] wanted = petitions.stream().distinct().toArray(String[]::new);
        view.running.fill(petitions, group("""
                select petition, process, version, instance, since from engine.running
                where petition = any(?) order by process""", wanted, Running.class), List.of());
        view.kept.fill(petitions, group("""
                select petition, process, event from engine.kept_event
                where petition = any(?) order by sequence, process""", wanted, Kept.class), List.of());
        view.timers.fill(petitions, group("""
                select petition, timer, process, activity, job from engine.timer
                where petition = any(?) order by timer""", wanted, RunningTimer.class), List.of());
        Map<String, Optional<Long>> parked = new HashMap<>();
        jdbc.sql("select petition, parked from engine.course where petition = any(?) and parked is not null")
                .param(wanted)
                .query(row -> {
                    parked.put(row.getString("petition"), Optional.of(row.getLong("parked")));
                });
        view.parked.fill(petitions, parked, Optional.empty());
    }

    private <T> Map<String, List<T>> group(String sql, String[] petitions, Class<T> type) {
        RowMapper<T> mapper = DataClassRowMapper.newInstance(type);
        Map<String, List<T>> found = new HashMap<>();
        jdbc.sql(sql)
                .param(petitions)
                .query((row, number) -> {
                    found.computeIfAbsent(row.getString("petition"), first -> new ArrayList<>())
                            .add(mapper.mapRow(row, number));
                    return number;
                })
                .list();
        return found;
    }

    Optional<String> definition(String process, int version) {
        return jdbc.sql("select definition from engine.deployed where process = ? and version = ?")
                .params(process, version)
                .query(String.class)
                .optional();
    }

    /** Lets one at a time deploy, over all nodes. */
    void lockDeployment() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('engine.deployed', 0))")
                .query((row, number) -> true)
                .single();
    }

    void deployed(String process, int version, String definition) {
        jdbc.sql("insert into engine.deployed values (?, ?, ?)")
                .params(process, version, definition)
                .update();
    }

    List<Running> running(String petition) {
        return BatchView.current()
                .map(view -> view.running.of(petition, this::readRunning))
                .orElseGet(() -> readRunning(petition));
    }

    private List<Running> readRunning(String petition) {
        return jdbc.sql(
                        "select process, version, instance, since from engine.running where petition = ? order by process")
                .param(petition)
                .query(Running.class)
                .list();
    }

    Optional<Running> running(String petition, String process) {
        return running(petition).stream()
                .filter(running -> running.process().equals(process))
                .findFirst();
    }

    /** A page of those that run on a version, by petition, after the one given. */
    Map<String, Running> on(String process, int version, String after, int most) {
        Map<String, Running> page = new LinkedHashMap<>();
        jdbc.sql("""
                        select petition, instance, since from engine.running
                        where process = ? and version = ? and petition > ? order by petition limit ?""").params(process, version, after, most).query(row -> {
            page.put(
                    row.getString("petition"),
                    new Running(process, version, row.getString("instance"), row.getLong("since")));
        });
        return page;
    }

    void started(String petition, Running running) {
        BatchView.current().ifPresent(view -> view.running.changed(petition));
        jdbc.sql("insert into engine.running values (?, ?, ?, ?, ?)")
                .params(petition, running.process(), running.version(), running.instance(), running.since())
                .update();
    }

    void migrated(String petition, String process, int to) {
        BatchView.current().ifPresent(view -> view.running.changed(petition));
        jdbc.sql("update engine.running set version = ? where petition = ? and process = ?")
                .params(to, petition, process)
                .update();
    }

    void ended(String petition, String process) {
        BatchView.current().ifPresent(view -> view.running.changed(petition));
        BatchView.current().ifPresent(view -> view.kept.changed(petition));
        jdbc.sql("delete from engine.running where petition = ? and process = ?")
                .params(petition, process)
                .update();
        jdbc.sql("delete from engine.kept_event where petition = ? and process = ?")
                .params(petition, process)
                .update();
    }

    /** Counts an activity that was reached; answers how often it was by now. */
    int reached(String petition, String activity) {
        return jdbc.sql("""
                        insert into engine.course as c (petition, reached) values (:petition, jsonb_build_object(:activity, 1))
                        on conflict (petition) do update set reached = c.reached
                          || jsonb_build_object(:activity, coalesce((c.reached ->> :activity)::int, 0) + 1)
                        returning (reached ->> :activity)::int""")
                .param("petition", petition)
                .param("activity", activity)
                .query(Integer.class)
                .single();
    }

    void opened(String petition, OpenTask task) {
        jdbc.sql("insert into engine.task (task, petition, instance, activity_instance) values (?, ?, ?, ?)")
                .params(task.task(), petition, task.instance(), task.activityInstance())
                .update();
    }

    /** Takes an open task away; empty when it is not open any more. */
    Optional<OpenTask> takeTask(String task) {
        return jdbc.sql("delete from engine.task where task = ? returning task, instance, activity_instance")
                .param(task)
                .query(OpenTask.class)
                .optional();
    }

    Optional<OpenTask> takeTask(String instance, String activityInstance) {
        return jdbc.sql("""
                        delete from engine.task where instance = ? and activity_instance = ?
                        returning task, instance, activity_instance""")
                .params(instance, activityInstance)
                .query(OpenTask.class)
                .optional();
    }

    List<RunningTimer> timers(String petition) {
        return BatchView.current()
                .map(view -> view.timers.of(petition, this::readTimers))
                .orElseGet(() -> readTimers(petition));
    }

    private List<RunningTimer> readTimers(String petition) {
        return jdbc.sql("select timer, process, activity, job from engine.timer where petition = ? order by timer")
                .param(petition)
                .query(RunningTimer.class)
                .list();
    }

    void set(String petition, RunningTimer timer) {
        BatchView.current().ifPresent(view -> view.timers.changed(petition));
        jdbc.sql("insert into engine.timer (timer, petition, process, activity, job) values (?, ?, ?, ?, ?)")
                .params(timer.timer(), petition, timer.process(), timer.activity(), timer.job())
                .update();
    }

    Optional<RunningTimer> takeTimer(String timer) {
        BatchView.current().ifPresent(view -> view.timers.changed());
        return jdbc.sql("delete from engine.timer where timer = ? returning timer, process, activity, job")
                .param(timer)
                .query(RunningTimer.class)
                .optional();
    }

    void keep(String petition, Kept kept, long sequence) {
        BatchView.current().ifPresent(view -> view.kept.changed(petition));
        jdbc.sql("""
                        insert into engine.kept_event values (?, ?, ?, ?)
                        on conflict (petition, process, event) do update set sequence = excluded.sequence""").params(petition, kept.process(), kept.event(), sequence).update();
    }

    /** In the order they came. */
    List<Kept> kept(String petition) {
        return BatchView.current()
                .map(view -> view.kept.of(petition, this::readKept))
                .orElseGet(() -> readKept(petition));
    }

    private List<Kept> readKept(String petition) {
        return jdbc.sql("select process, event from engine.kept_event where petition = ? order by sequence, process")
                .param(petition)
                .query(Kept.class)
                .list();
    }

    void forget(String petition, Kept kept) {
        BatchView.current().ifPresent(view -> view.kept.changed(petition));
        jdbc.sql("delete from engine.kept_event where petition = ? and process = ? and event = ?")
                .params(petition, kept.process(), kept.event())
                .update();
    }

    /** The event the petition is stuck at, if it is. */
    Optional<Long> parked(String petition) {
        return BatchView.current()
                .map(view -> view.parked.of(petition, this::readParked))
                .orElseGet(() -> readParked(petition));
    }

    private Optional<Long> readParked(String petition) {
        return jdbc.sql("select parked from engine.course where petition = ? and parked is not null")
                .param(petition)
                .query(Long.class)
                .optional();
    }

    void park(String petition, long sequence) {
        BatchView.current().ifPresent(view -> view.parked.changed(petition));
        jdbc.sql("""
                        insert into engine.course (petition, parked) values (?, ?)
                        on conflict (petition) do update set parked = excluded.parked""").params(petition, sequence).update();
    }

    void unpark(String petition) {
        BatchView.current().ifPresent(view -> view.parked.changed(petition));
        jdbc.sql("update engine.course set parked = null where petition = ?")
                .param(petition)
                .update();
    }

    void established(UnitId unit, @Nullable UnitId parent) {
        jdbc.sql("""
                        insert into engine.unit_parent values (:unit, :parent)
                        on conflict (unit) do update set parent = excluded.parent""")
                .param("unit", unit.value())
                .param("parent", parent == null ? null : parent.value())
                .update();
    }

    @Override
    public Optional<UnitId> above(UnitId unit) {
        return jdbc.sql("select parent from engine.unit_parent where unit = ? and parent is not null")
                .param(unit.value())
                .query(String.class)
                .optional()
                .map(UnitId::new);
    }
}
