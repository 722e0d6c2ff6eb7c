package vn.caunoi.processes.place;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.core.ledger.StreamLocks.Look;

/**
 * Where processes stand, beside the engine: a cache of what follows from the events. A unit of work keeps what it has
 * read of a petition, and what it changed, until it writes all of it in one round trip; its petitions must be locked.
 */
public final class Places {

    /** @param since sequence of the event that started it */
    public record Running(String process, int version, String instance, long since) {}

    public record OpenTask(String task, String instance, String activityInstance) {}

    public record RunningTimer(String timer, String process, String activity, String job) {}

    /** An event that came before the process was ready for it; only the latest of each name counts. */
    public record Kept(String process, String event) {}

    private static final String KEY = "places";

    private final JdbcTemplate jdbc;
    private final PlaceTable table;

    public Places(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.table = new PlaceTable(jdbc);
    }

    /** All of it, and the engine's; waits until nobody else is at it, and keeps all others out to the transaction's end. */
    public void clear() {
        String tables = jdbc.queryForObject("""
                select string_agg('engine.' || quote_ident(tablename), ', ' order by tablename) from pg_tables
                where schemaname = 'engine' and (tablename like 'act\\_r%' or tablename in
                  ('act_ge_bytearray', 'instance', 'deployed', 'running', 'place', 'unit_parent', 'due'))""", String.class);
        jdbc.update("truncate " + tables);
    }

    /** Reads the places of petitions in the round trip that locks them. */
    public List<Look> looks(List<String> petitions) {
        Map<String, Place> read = known();
        petitions.forEach(petition -> read.put(petition, new Place()));
        return List.of(
                new Look(PlaceTable.PLACES, row -> PlaceTable.place(row, read)),
                new Look(PlaceTable.RUNNING, row -> PlaceTable.running(row, read)));
    }

    /** All that run of the petitions that were read. */
    public List<String> instances() {
        return known().values().stream()
                .flatMap(place -> place.running.values().stream())
                .map(Running::instance)
                .toList();
    }

    /** To be called when what {@link #looks} ask was answered. */
    public void looked() {
        known().values().forEach(Place::stored);
    }

    private static Map<String, Place> known() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(KEY, none -> new LinkedHashMap<>());
    }

    private Place of(String petition) {
        return CurrentUnitOfWork.isStarted() ? known().computeIfAbsent(petition, table::read) : table.read(petition);
    }

    private Place changing(String petition) {
        Place place = of(petition);
        place.changed();
        return place;
    }

    /** The petition was never followed: there is nothing to read. */
    public void begin(String petition) {
        known().put(petition, new Place());
    }

    /** What was changed and not written, was rolled back. */
    public void forget(String petition) {
        known().remove(petition);
    }

    public void forgetAll() {
        known().clear();
    }

    /** All that changed. */
    public void write(Together together) {
        table.write(known(), together);
    }

    /** What changed of one petition. */
    public void write(String petition, Together together) {
        table.write(Map.of(petition, of(petition)), together);
    }

    public List<Running> running(String petition) {
        return List.copyOf(of(petition).running.values());
    }

    public Optional<Running> running(String petition, String process) {
        return Optional.ofNullable(of(petition).running.get(process));
    }

    /** A page of those that run on a version, by petition, after the one given. */
    public Map<String, Running> on(String process, int version, String after, int most) {
        return table.on(process, version, after, most);
    }

    /** How many run on a version. */
    public int count(String process, int version) {
        return table.count(process, version);
    }

    public void started(String petition, Running running) {
        changing(petition).running.put(running.process(), running);
    }

    public void migrated(String petition, String process, int to) {
        changing(petition)
                .running
                .computeIfPresent(
                        process, (key, before) -> new Running(process, to, before.instance(), before.since()));
    }

    public void ended(String petition, String process) {
        Place place = changing(petition);
        place.running.remove(process);
        place.kept.keySet().removeIf(kept -> kept.process().equals(process));
    }

    /** Counts an activity that was reached; answers how often it was by now. */
    public int reached(String petition, String activity) {
        return changing(petition).reached.merge(activity, 1, Integer::sum);
    }

    /** In the order in which they were opened. */
    public List<OpenTask> openTasks(String petition) {
        return List.copyOf(of(petition).tasks.values());
    }

    /** The open task that waits there. */
    public Optional<OpenTask> taskAt(String petition, String instance, String activityInstance) {
        return of(petition).taskAt(instance, activityInstance);
    }

    public void opened(String petition, OpenTask task) {
        changing(petition).tasks.put(task.task(), task);
    }

    /** Takes an open task away; empty when it is not open any more. */
    public Optional<OpenTask> takeTask(String petition, String task) {
        return of(petition).tasks.containsKey(task)
                ? Optional.ofNullable(changing(petition).tasks.remove(task))
                : Optional.empty();
    }

    public Optional<OpenTask> takeTask(String petition, String instance, String activityInstance) {
        return of(petition).taskAt(instance, activityInstance).flatMap(found -> takeTask(petition, found.task()));
    }

    /** In the order of their ids. */
    public List<RunningTimer> timers(String petition) {
        return List.copyOf(of(petition).timers.values());
    }

    public void set(String petition, RunningTimer timer) {
        changing(petition).timers.put(timer.timer(), timer);
    }

    public Optional<RunningTimer> takeTimer(String petition, String timer) {
        return of(petition).timers.containsKey(timer)
                ? Optional.ofNullable(changing(petition).timers.remove(timer))
                : Optional.empty();
    }

    public void keep(String petition, Kept kept, long sequence) {
        changing(petition).kept.put(kept, sequence);
    }

    /** In the order they came. */
    public List<Kept> kept(String petition) {
        return of(petition).keptInOrder();
    }

    public void forget(String petition, Kept kept) {
        changing(petition).kept.remove(kept);
    }

    /** Sequence of the event the petition is stuck at, if it is. */
    public Optional<Long> parked(String petition) {
        return Optional.ofNullable(of(petition).parked);
    }

    public void park(String petition, long sequence) {
        changing(petition).parked = sequence;
    }

    public void unpark(String petition) {
        changing(petition).parked = null;
    }
}
