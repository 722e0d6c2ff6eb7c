package vn.caunoi.core.petition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.FlowEvent.*;

/**
 * Where a petition is in its process, as the driver reported.
 *
 * @param process key of the running process, if one runs
 * @param beside keys of processes that run beside it
 * @param steps completed in the present process, oldest first
 * @param reached milestones since the last completed step
 * @param timers activity by timer
 * @param incidents sequence number of the event by open incident
 * @param incidentsSoFar how many there ever were
 */
record Course(
        @Nullable String process,
        int version,
        SortedSet<String> beside,
        List<Step> steps,
        Set<Milestone> reached,
        SortedMap<String, String> timers,
        SortedMap<Integer, Long> incidents,
        int incidentsSoFar) {

    /** What is not a part of the settling, and is neither sent back nor reopened with it. */
    private static final Set<String> BESIDE = Set.of("protection", "onward-denunciation");

    static final Course NONE =
            new Course(null, 0, new TreeSet<>(), List.of(), Set.of(), new TreeMap<>(), new TreeMap<>(), 0);

    /** @param reached what completing it brought about */
    record Step(String key, @Nullable Stage stage, Set<Milestone> reached) {}

    Course after(FlowEvent event) {
        return switch (event) {
            case ProcessStarted e when isBeside(e.process()) -> beside(e.process(), true);
            case ProcessEnded e when isBeside(e.process()) -> beside(e.process(), false);
            case ProcessStarted e -> in(e.process(), e.version(), List.of(), Set.of());
            case ProcessEnded e -> in(null, 0, List.of(), Set.of());
            case ProcessMigrationOrdered e -> this;
            case ProcessMigrated e when isBeside(e.process()) -> this;
            case ProcessMigrated e -> in(e.process(), e.to(), renamed(e.mapping()), reached);
            case TimerSet e -> with(put(timers, e.timer(), e.activity()), incidents, incidentsSoFar);
            case TimerFired e -> with(without(timers, e.timer()), incidents, incidentsSoFar);
            case TimerCancelled e -> with(without(timers, e.timer()), incidents, incidentsSoFar);
            case IncidentOpened e -> with(timers, put(incidents, e.incident(), e.sequence()), e.incident());
            case IncidentRetried e -> with(timers, without(incidents, e.incident()), incidentsSoFar);
            case IncidentSkipped e -> with(timers, without(incidents, e.incident()), incidentsSoFar);
            case NoticeRequested e -> this;
        };
    }

    /** What was done counts as done at the step that it has become, so that a case can be sent back there. */
    private List<Step> renamed(@Nullable Map<String, String> mapping) {
        if (mapping == null) return steps;
        return steps.stream()
                .map(step -> {
                    String now = mapping.getOrDefault(step.key(), "");
                    return now.isEmpty() ? step : new Step(now, step.stage(), step.reached());
                })
                .toList();
    }

    Course reaching(Milestone milestone) {
        var all = EnumSet.of(milestone);
        all.addAll(reached);
        return in(process, version, steps, all);
    }

    Course completing(String key, @Nullable Stage stage) {
        var all = new ArrayList<>(steps);
        all.add(new Step(key, stage, reached));
        return in(process, version, all, Set.of());
    }

    Course backAt(String key) {
        return in(process, version, steps.subList(0, first(key).orElse(steps.size())), Set.of());
    }

    boolean runs(String key, int number) {
        return key.equals(process) && number == version || beside.contains(key);
    }

    boolean runs(String key) {
        return key.equals(process) || beside.contains(key);
    }

    static boolean isBeside(String key) {
        return BESIDE.contains(key);
    }

    private Course beside(String key, boolean runs) {
        var now = new TreeSet<>(beside);
        if (runs) now.add(key);
        else now.remove(key);
        return new Course(process, version, now, steps, reached, timers, incidents, incidentsSoFar);
    }

    Optional<Step> step(String key) {
        return first(key).map(steps::get);
    }

    /** What the step and all after it have brought about. */
    Set<Milestone> reachedSince(String key) {
        var all = EnumSet.noneOf(Milestone.class);
        all.addAll(reached);
        steps.stream().skip(first(key).orElse(steps.size())).map(Step::reached).forEach(all::addAll);
        return all;
    }

    private Optional<Integer> first(String key) {
        for (int at = 0; at < steps.size(); at++) if (steps.get(at).key().equals(key)) return Optional.of(at);
        return Optional.empty();
    }

    private Course in(@Nullable String key, int number, List<Step> done, Collection<Milestone> since) {
        return new Course(key, number, beside, List.copyOf(done), Set.copyOf(since), timers, incidents, incidentsSoFar);
    }

    private Course with(SortedMap<String, String> newTimers, SortedMap<Integer, Long> newIncidents, int soFar) {
        return new Course(process, version, beside, steps, reached, newTimers, newIncidents, soFar);
    }

    private static <K, V> SortedMap<K, V> put(Map<K, V> map, K key, V value) {
        var more = new TreeMap<>(map);
        more.put(key, value);
        return more;
    }

    private static <K, V> SortedMap<K, V> without(Map<K, V> map, K key) {
        var fewer = new TreeMap<>(map);
        fewer.remove(key);
        return fewer;
    }
}
