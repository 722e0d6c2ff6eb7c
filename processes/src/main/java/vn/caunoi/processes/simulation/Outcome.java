package vn.caunoi.processes.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How late cases are, and how long they take.
 *
 * @param cases in one playing, on average
 * @param shareLate of those that had to be over within a time; null when none had
 * @param lowest share of all playings, {@code highest} the other end
 * @param median working days, {@code ninth} what nine in ten did not exceed
 * @param lateness share of the cases in each of {@link #BINS}
 * @param queues how many tasks waited at the end of each week, on average, by line
 */
public record Outcome(
        double cases,
        @Nullable Double shareLate,
        double lowest,
        double highest,
        double median,
        double ninth,
        List<Double> lateness,
        Map<String, List<Double>> queues) {

    /** Working days after the time at which each span of lateness begins; the first has no beginning. */
    public static final List<Integer> BINS = List.of(Integer.MIN_VALUE, -20, -10, -5, 0, 5, 10, 20, 40);

    private static final double MIDDLE = 0.5;
    private static final double NINTH = 0.9;

    public Outcome {
        lateness = List.copyOf(lateness);
        queues = Map.copyOf(queues);
    }

    /** What happened in truth. */
    public static Outcome ofPast(List<Way> ways) {
        Played past = new Played();
        ways.forEach(way -> {
            past.lengths.add(way.took());
            if (way.allowed() != null) past.lateness.add(way.took() - way.allowed());
        });
        return of(List.of(past));
    }

    /** Plays several times, with seeds that follow one another. */
    public static Outcome play(World world, long seed, int times) {
        List<Played> all = new ArrayList<>();
        for (int time = 0; time < times; time++) all.add(Play.once(world, seed + time));
        return of(all);
    }

    private static Outcome of(List<Played> all) {
        double[] lengths = joined(all.stream().map(one -> one.lengths).toList());
        double[] lateness = joined(all.stream().map(one -> one.lateness).toList());
        double[] shares = all.stream()
                .filter(one -> !one.lateness.isEmpty())
                .mapToDouble(one -> share(one.lateness))
                .toArray();
        return new Outcome(
                (double) lengths.length / all.size(),
                lateness.length == 0
                        ? null
                        : share(Arrays.stream(lateness).boxed().toList()),
                Arrays.stream(shares).min().orElse(0),
                Arrays.stream(shares).max().orElse(0),
                quantile(lengths, MIDDLE),
                quantile(lengths, NINTH),
                bins(lateness),
                queues(all));
    }

    private static double[] joined(List<List<Double>> lists) {
        return lists.stream()
                .flatMap(Collection::stream)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
    }

    private static double share(List<Double> lateness) {
        return (double) lateness.stream().filter(late -> late > 0).count() / lateness.size();
    }

    /** Of sorted numbers, between two of them in proportion; 0 when there are none. */
    static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) return 0;
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static List<Double> bins(double[] lateness) {
        int[] counts = new int[BINS.size()];
        for (double late : lateness) {
            int bin = BINS.size() - 1;
            while (bin > 0 && late <= BINS.get(bin)) bin--;
            counts[bin]++;
        }
        return Arrays.stream(counts)
                .mapToObj(count -> lateness.length == 0 ? 0.0 : (double) count / lateness.length)
                .toList();
    }

    /** A line that had nothing to do in one of the playings had nobody waiting there. */
    private static Map<String, List<Double>> queues(List<Played> all) {
        Map<String, List<Double>> queues = new TreeMap<>();
        Set<String> lines = new TreeSet<>();
        all.forEach(one -> lines.addAll(one.queues.keySet()));
        for (String line : lines) {
            List<List<Integer>> each = all.stream()
                    .map(one -> one.queues.getOrDefault(line, List.of()))
                    .toList();
            int most = each.stream().mapToInt(List::size).max().orElse(0);
            List<Double> weeks = new ArrayList<>();
            for (int week = 0; week < most; week++) {
                int at = week;
                weeks.add(each.stream()
                        .mapToInt(one -> at < one.size() ? one.get(at) : 0)
                        .average()
                        .orElse(0));
            }
            queues.put(line, weeks);
        }
        return queues;
    }
}
