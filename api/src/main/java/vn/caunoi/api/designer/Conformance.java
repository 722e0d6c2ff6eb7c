package vn.caunoi.api.designer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.processes.studio.Ways;
import vn.caunoi.projections.insight.Gone;

/**
 * Whether the recorded steps of cases are a way of the model that they followed last.
 *
 * @param cases runs that ended in the period, {@code along} of them along a way of the model
 * @param reasons what may have led a case elsewhere, with counts
 * @param partings where the others left it, most cases first
 */
public record Conformance(
        InsightDesk.View view,
        long cases,
        long along,
        List<Reason> reasons,
        List<Parting> partings,
        Map<String, String> names) {

    private static final int MOST_EXAMPLES = 10;
    private static final int MOST_PARTINGS = 50;

    public Conformance {
        reasons = List.copyOf(reasons);
        partings = List.copyOf(partings);
        names = Map.copyOf(names);
    }

    /** What may lead a case off the ways of its model. */
    public enum Cause {
        /** A head sent it back to a step. */
        SENT_BACK,
        /** An event that the process could not follow was left out. */
        SKIPPED,
        /** It was moved to another version on its way. */
        MIGRATED,
        /** It came from a former register. */
        MOVED_IN,
        /** The process was ended without an end of its own. */
        ENDED_FROM_OUTSIDE,
        /** None of these. */
        UNEXPLAINED
    }

    public record Example(PetitionId petition, String code) {}

    /**
     * @param cases with this cause, {@code outside} of them off the ways of the model
     * @param examples at most 10, those outside first
     */
    public record Reason(Cause cause, long cases, long outside, List<Example> examples) {
        public Reason {
            examples = List.copyOf(examples);
        }
    }

    /** @param step the first that nothing before leads to */
    public record Parting(int version, String step, long cases, List<Example> examples) {
        public Parting {
            examples = List.copyOf(examples);
        }
    }

    /** Null when no case ended. */
    public @Nullable Double share() {
        return cases == 0 ? null : (double) along / cases;
    }

    private record Way(
            int version, List<String> steps, @Nullable String end) {}

    static Conformance of(
            InsightDesk.View view, List<Gone> runs, IntFunction<Optional<Ways>> models, Map<String, String> names) {
        Map<Way, Optional<String>> judged = new HashMap<>();
        Map<Cause, Count> causes = new EnumMap<>(Cause.class);
        Map<String, Count> partings = new TreeMap<>();
        long along = 0;
        for (Gone run : runs) {
            Optional<String> off =
                    judged.computeIfAbsent(new Way(run.version(), run.steps(), run.end()), way -> judge(way, models));
            if (off.isEmpty()) along++;
            else
                partings.computeIfAbsent(run.version() + " " + off.get(), first -> new Count())
                        .add(run, true);
            for (Cause cause : causes(run, off.isPresent()))
                causes.computeIfAbsent(cause, first -> new Count()).add(run, off.isPresent());
        }
        return new Conformance(view, runs.size(), along, reasons(causes), partings(partings), names);
    }

    private static Optional<String> judge(Way way, IntFunction<Optional<Ways>> models) {
        return models.apply(way.version()).flatMap(model -> Optional.ofNullable(model.outside(way.steps(), way.end())));
    }

    private static Set<Cause> causes(Gone run, boolean outside) {
        List<Cause> causes = new ArrayList<>();
        if (run.back() > 0) causes.add(Cause.SENT_BACK);
        if (run.skipped() > 0) causes.add(Cause.SKIPPED);
        if (run.migratedFrom() != null) causes.add(Cause.MIGRATED);
        if (run.movedIn()) causes.add(Cause.MOVED_IN);
        if (run.end() == null) causes.add(Cause.ENDED_FROM_OUTSIDE);
        if (causes.isEmpty() && outside) causes.add(Cause.UNEXPLAINED);
        return Set.copyOf(causes);
    }

    private static List<Reason> reasons(Map<Cause, Count> causes) {
        return causes.entrySet().stream()
                .map(one -> new Reason(
                        one.getKey(),
                        one.getValue().cases,
                        one.getValue().outside,
                        one.getValue().examples()))
                .toList();
    }

    private static List<Parting> partings(Map<String, Count> partings) {
        return partings.entrySet().stream()
                .map(one -> {
                    String[] where = one.getKey().split(" ", 2);
                    return new Parting(
                            Integer.parseInt(where[0]),
                            where[1],
                            one.getValue().cases,
                            one.getValue().examples());
                })
                .sorted(Comparator.comparingLong(Parting::cases).reversed())
                .limit(MOST_PARTINGS)
                .toList();
    }

    private static final class Count {
        private long cases;
        private long outside;
        private final List<Example> off = new ArrayList<>();
        private final List<Example> on = new ArrayList<>();

        void add(Gone run, boolean isOutside) {
            cases++;
            if (isOutside) outside++;
            List<Example> of = isOutside ? off : on;
            if (of.size() < MOST_EXAMPLES) of.add(new Example(new PetitionId(run.petition()), run.code()));
        }

        List<Example> examples() {
            List<Example> all = new ArrayList<>(off);
            all.addAll(on);
            return all.subList(0, Math.min(MOST_EXAMPLES, all.size()));
        }
    }
}
