package vn.caunoi.processes.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt from the past.
 *
 * @param ways of past cases
 * @param lines by their id
 */
public record Learned(List<Way> ways, Map<String, Line> lines) {

    /**
     * People who do the same.
     *
     * @param people how many there are, at least one
     * @param places tasks they work at at once, all of them together
     */
    public record Line(int people, int places) {

        /** Of other people, each of whom works at as many. */
        int places(int others) {
            return Math.max(others == 0 ? 0 : 1, (int) Math.round((double) places * others / people));
        }
    }

    /**
     * A step that was not there.
     *
     * @param after the steps it comes after
     * @param role the word of who does it, in the unit that did the step before
     * @param share of the cases that come to it, 0 to 1
     * @param length about how long it takes; half of that to half as much again
     */
    public record Added(String step, List<String> after, String role, double share, double length) {
        public Added {
            after = List.copyOf(after);
        }
    }

    /**
     * What is different.
     *
     * @param people of lines, where not as they are; never none
     * @param lengths of steps, about, where not as they were
     * @param allowed for each case; null as it was
     * @param left steps that are left out
     */
    public record Change(
            Map<String, Integer> people,
            Map<String, Double> lengths,
            @Nullable Double allowed,
            List<Added> added,
            List<String> left) {
        public static final Change NONE = new Change(Map.of(), Map.of(), null, List.of(), List.of());

        public Change {
            people = Map.copyOf(people);
            lengths = Map.copyOf(lengths);
            added = List.copyOf(added);
            left = List.copyOf(left);
        }
    }

    public Learned {
        ways = List.copyOf(ways);
        lines = Map.copyOf(lines);
    }

    /** In the middle of what the step took; 0 when it was never done. */
    public double median(String step) {
        double[] lengths = ways.stream()
                .flatMap(way -> way.works().stream())
                .filter(work -> work.step().equals(step))
                .mapToDouble(Work::length)
                .sorted()
                .toArray();
        return lengths.length == 0 ? 0 : Outcome.quantile(lengths, 0.5);
    }

    /** The world as it would be. @param seed for which cases come to steps that are new */
    public World world(Change change, List<Double> rates, int filling, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Double> medians = new HashMap<>();
        change.lengths().keySet().forEach(step -> medians.put(step, median(step)));
        List<Way> changed = ways.stream()
                .map(way -> new Way(
                        works(way.works(), change, medians, random),
                        way.tail(),
                        change.allowed() == null ? way.allowed() : change.allowed(),
                        way.took()))
                .toList();
        Map<String, Integer> places = new TreeMap<>();
        lines.forEach(
                (line, known) -> places.put(line, known.places(change.people().getOrDefault(line, known.people()))));
        return new World(changed, rates, filling, places);
    }

    private static List<Work> works(
            List<Work> works, Change change, Map<String, Double> medians, SplittableRandom random) {
        List<Work> all = new ArrayList<>();
        int[] places = new int[works.size()];
        for (int place = 0; place < works.size(); place++) {
            Work work = works.get(place);
            int after = work.after() < 0 ? -1 : places[work.after()];
            all.add(changed(work, change, medians).following(after, work.lag()));
            places[place] = all.size() - 1;
            for (Added added : change.added()) {
                if (!added.after().contains(work.step()) || random.nextDouble() >= added.share()) continue;
                double length = added.length() * (0.5 + random.nextDouble());
                all.add(new Work(added.step(), lineOf(work, added.role()), places[place], 0, length));
                places[place] = all.size() - 1;
            }
        }
        return all;
    }

    private static String lineOf(Work before, String role) {
        int slash = before.line().lastIndexOf('/');
        return slash < 0 ? Work.NOBODY : before.line().substring(0, slash + 1) + role;
    }

    private static Work changed(Work work, Change change, Map<String, Double> medians) {
        if (change.left().contains(work.step())) return work.left();
        Double wanted = change.lengths().get(work.step());
        if (wanted == null) return work;
        double median = medians.getOrDefault(work.step(), 0.0);
        return work.lasting(median == 0 ? wanted : work.length() * wanted / median);
    }
}
