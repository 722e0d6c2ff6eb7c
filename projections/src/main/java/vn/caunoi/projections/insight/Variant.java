package vn.caunoi.projections.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way that cases went.
 *
 * @param steps ids of the steps in their order
 * @param end id of the end reached; null when it was ended from outside
 * @param cases how many went it, {@code late} of them with a deadline missed
 * @param length from the beginning to the end
 */
public record Variant(List<String> steps, @Nullable String end, long cases, long late, Spread length) {
    public Variant {
        steps = List.copyOf(steps);
    }

    private record Way(List<String> steps, @Nullable String end) {}

    /** Those most cases went first. */
    public static List<Variant> of(List<Gone> runs, WorkingTime time) {
        Map<Way, List<Gone>> ways = new LinkedHashMap<>();
        runs.forEach(run -> ways.computeIfAbsent(new Way(run.steps(), run.end()), first -> new ArrayList<>())
                .add(run));
        List<Variant> variants = new ArrayList<>();
        ways.forEach((way, went) -> variants.add(of(way, went, time)));
        variants.sort(Comparator.comparingLong(Variant::cases)
                .reversed()
                .thenComparing(variant -> String.join(" ", variant.steps())));
        return variants;
    }

    private static Variant of(Way way, List<Gone> went, WorkingTime time) {
        Lengths lengths = new Lengths();
        went.forEach(run -> lengths.add(time.between(run.started(), run.ended())));
        long late = went.stream().filter(Gone::late).count();
        Spread length = lengths.spread();
        if (length == null) throw new IllegalStateException("a way that nobody went");
        return new Variant(way.steps(), way.end(), went.size(), late, length);
    }
}
