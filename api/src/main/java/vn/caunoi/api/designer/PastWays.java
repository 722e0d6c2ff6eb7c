package vn.caunoi.api.designer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import vn.caunoi.processes.simulation.Capacity;
import vn.caunoi.processes.simulation.Learned;
import vn.caunoi.processes.simulation.Way;
import vn.caunoi.processes.simulation.Work;
import vn.caunoi.projections.insight.Gone;
import vn.caunoi.projections.insight.Stay;
import vn.caunoi.projections.insight.WorkingTime;

/** Tells the simulation what cases did: which task followed which, after how long, and whose work it was. */
final class PastWays {

    private record Run(String petition, long run) {}

    private final WorkingTime time;
    private final Map<Run, List<Stay>> stays = new HashMap<>();
    private final Map<String, List<Capacity.Task>> tasks = new TreeMap<>();

    /**
     * @param ofPeriod all stays of the period, from which the lines are learnt
     * @param ofRuns stays of the runs that are learnt from
     */
    PastWays(List<Stay> ofPeriod, List<Stay> ofRuns, WorkingTime time) {
        this.time = time;
        ofRuns.forEach(stay -> stays.computeIfAbsent(new Run(stay.petition(), stay.run()), first -> new ArrayList<>())
                .add(stay));
        ofPeriod.stream().filter(PastWays::isWork).forEach(stay -> tasks.computeIfAbsent(
                        line(stay), first -> new ArrayList<>())
                .add(task(stay)));
    }

    /** Times that are waited for and what was called off are gaps between the tasks. */
    private static boolean isWork(Stay stay) {
        return stay.role() != null && stay.outcome() != null && stay.unit() != null;
    }

    static String line(Stay stay) {
        return stay.unit() + "/" + stay.role();
    }

    private Capacity.Task task(Stay stay) {
        return new Capacity.Task(
                time.days(stay.entered()), days(stay.entered(), stay.begun()), days(stay.begun(), stay.ended()));
    }

    private double days(Instant from, Instant to) {
        return Math.max(0, time.days(to) - time.days(from));
    }

    /** @param people how many a line has */
    Learned learn(List<Gone> runs, ToIntFunction<String> people) {
        Map<String, Learned.Line> lines = new TreeMap<>();
        tasks.forEach((line, all) ->
                lines.put(line, new Learned.Line(Math.max(1, people.applyAsInt(line)), Capacity.fit(all))));
        return new Learned(runs.stream().map(this::way).toList(), lines);
    }

    /** How long tasks waited for somebody of each line, altogether. */
    Map<String, Double> waits() {
        Map<String, Double> waits = new TreeMap<>();
        tasks.forEach((line, all) ->
                waits.put(line, all.stream().mapToDouble(Capacity.Task::waited).sum()));
        return waits;
    }

    private Way way(Gone run) {
        List<Stay> all = stays.getOrDefault(new Run(run.petition(), run.run()), List.of());
        List<Stay> done = all.stream()
                .filter(PastWays::isWork)
                .sorted(Comparator.comparing(Stay::entered).thenComparing(Stay::ended))
                .toList();
        List<Work> works = new ArrayList<>();
        for (int place = 0; place < done.size(); place++) works.add(work(done, place, run.started()));
        Instant last =
                done.stream().map(Stay::ended).max(Comparator.naturalOrder()).orElse(run.started());
        Double allowed = allowed(all, run.started());
        return new Way(works, days(last, run.ended()), allowed, days(run.started(), run.ended()));
    }

    private Work work(List<Stay> done, int place, Instant started) {
        Stay stay = done.get(place);
        int after = before(done, place);
        Instant since = after < 0 ? started : done.get(after).ended();
        return new Work(stay.step(), line(stay), after, days(since, stay.entered()), days(stay.begun(), stay.ended()));
    }

    /** The one that was over last when this one came. */
    private static int before(List<Stay> done, int place) {
        Instant came = done.get(place).entered();
        int best = -1;
        for (int other = 0; other < place; other++) {
            if (done.get(other).ended().isAfter(came)) continue;
            if (best < 0 || done.get(other).ended().isAfter(done.get(best).ended())) best = other;
        }
        return best;
    }

    private @Nullable Double allowed(List<Stay> all, Instant started) {
        return all.stream()
                .filter(stay -> stay.role() != null)
                .map(Stay::due)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(due -> days(started, due))
                .orElse(null);
    }
}
