package vn.caunoi.processes.studio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.caunoi.processes.studio.Diagram.Flow;
import vn.caunoi.processes.studio.Diagram.Step;

/** What people call the steps around a step: those without a name are passed over. */
final class Around {

    private static final int MOST = 3;

    private final Diagram diagram;

    Around(Diagram diagram) {
        this.diagram = diagram;
    }

    /** Joined with {@code |}. */
    String before(Step step) {
        return String.join("|", walk(step, this::cameFrom, Told.BEGINNING));
    }

    /** Joined with {@code |}. */
    String after(Step step) {
        return String.join("|", walk(step, this::goesTo, Told.END));
    }

    /** Its own name, or what the nearest one before it is called. */
    String nameOrBefore(Step step) {
        return step.name().isBlank() ? before(step) : step.name();
    }

    /** Its own name, or what the nearest one after it is called. */
    String nameOrAfter(Step step) {
        if (!step.name().isBlank()) return step.name();
        return step.is("endEvent") ? Told.END : after(step);
    }

    private Stream<Step> cameFrom(Step step) {
        if (step.is("boundaryEvent"))
            return Stream.ofNullable(diagram.step(step.tag().get("attachedToRef", "")));
        return diagram.into(step).stream().map(Flow::from).flatMap(id -> Stream.ofNullable(diagram.step(id)));
    }

    private Stream<Step> goesTo(Step step) {
        return diagram.from(step).stream().map(Flow::to).flatMap(id -> Stream.ofNullable(diagram.step(id)));
    }

    private Set<String> walk(Step from, Function<Step, Stream<Step>> next, String edge) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>(Set.of(from.id()));
        Deque<Step> ahead = new ArrayDeque<>(next.apply(from).toList());
        while (!ahead.isEmpty() && names.size() < MOST) {
            Step step = ahead.remove();
            if (!seen.add(step.id())) continue;
            boolean passed = step.name().isBlank() || step.tag().name().endsWith("Gateway");
            if (!passed) names.add(step.name());
            List<Step> further = passed ? next.apply(step).toList() : List.of();
            if (passed && further.isEmpty()) names.add(edge);
            ahead.addAll(further);
        }
        return names.isEmpty() ? Set.of(edge) : names;
    }
}
