package vn.caunoi.processes.studio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.caunoi.processes.studio.Diagram.Flow;
import vn.caunoi.processes.studio.Diagram.Step;

/** Every way begins at a start, leads on, and ends at an end; ways that part say which one is taken. */
final class FlowRule implements Rule {

    @Override
    public void check(Diagram diagram, Problems problems) {
        diagram.flows().forEach(flow -> within(diagram, flow, problems));
        starts(diagram, diagram.key(), false, problems);
        diagram.steps("subProcess").forEach(s -> starts(diagram, s.id(), s.isEventSubprocess(), problems));
        diagram.steps().forEach(step -> parting(diagram, step, problems));
        if (!problems.hasErrors()) ways(diagram, problems);
    }

    private static void within(Diagram diagram, Flow flow, Problems problems) {
        Step from = diagram.step(flow.from());
        Step to = diagram.step(flow.to());
        if (from == null || to == null || !from.scope().equals(to.scope())) {
            problems.error(flow.id(), "unknown-reference", Sentence.FLOW_WITHIN.of());
        }
    }

    private static void starts(Diagram diagram, String scope, boolean byEvent, Problems problems) {
        List<Step> starts = diagram.starts(scope);
        if (starts.size() != 1) {
            problems.error(scope, "one-start", Sentence.ONE_START.of(starts.size()));
            return;
        }
        boolean waits = starts.getFirst().tag().children().stream()
                .anyMatch(t -> t.name().endsWith("EventDefinition"));
        if (waits == byEvent) return;
        problems.error(starts.getFirst().id(), "start", byEvent ? Sentence.START_EVENT.of() : Sentence.START_RULE.of());
    }

    private static void parting(Diagram diagram, Step step, Problems problems) {
        List<Flow> out = diagram.from(step);
        boolean chooses = step.is("exclusiveGateway") || step.is("inclusiveGateway");
        String otherwise = step.tag().get("default", "");
        if (chooses && out.size() > 1 && out.stream().noneMatch(f -> f.id().equals(otherwise))) {
            problems.error(
                    step.id(),
                    "no-default",
                    Sentence.NO_DEFAULT.of(),
                    out.stream()
                            .filter(flow -> flow.condition() == null)
                            .findFirst()
                            .map(flow -> new Problem.Fix(step.id(), "default", flow.id()))
                            .orElse(null));
        }
        for (Flow flow : out) {
            boolean isDefault = flow.id().equals(otherwise);
            if (chooses && out.size() > 1 && !isDefault && flow.condition() == null) {
                problems.error(flow.id(), "condition", Sentence.CONDITION_NEEDED.of());
            }
            if (flow.condition() != null && (!chooses || isDefault)) {
                problems.error(flow.id(), "condition", Sentence.CONDITION_PLACE.of());
            }
        }
    }

    private static void ways(Diagram diagram, Problems problems) {
        Set<String> reached = follow(roots(diagram).toList(), step -> next(diagram, step));
        Set<String> ending = follow(diagram.steps("endEvent").toList(), step -> before(diagram, step));
        for (Step step : diagram.steps().toList()) {
            if (!reached.contains(step.id())) {
                problems.error(step.id(), "unreachable", Sentence.UNREACHABLE.of());
            } else if (!step.is("endEvent")
                    && !step.isEventSubprocess()
                    && diagram.from(step).isEmpty()) {
                problems.error(step.id(), "dead-end", Sentence.DEAD_END.of());
            } else if (!step.isEventSubprocess() && !ending.contains(step.id())) {
                problems.error(step.id(), "no-end", Sentence.NO_END.of());
            }
        }
    }

    private static Stream<Step> roots(Diagram diagram) {
        return Stream.concat(
                diagram.starts(diagram.key()).stream(),
                diagram.steps("subProcess").filter(Step::isEventSubprocess));
    }

    private static Stream<Step> next(Diagram diagram, Step step) {
        Stream<Step> along =
                diagram.from(step).stream().map(Flow::to).map(diagram::step).filter(s -> s != null);
        Stream<Step> inside = diagram.starts(step.id()).stream();
        return Stream.concat(along, Stream.concat(inside, diagram.attachedTo(step).stream()));
    }

    private static Stream<Step> before(Diagram diagram, Step step) {
        Stream<String> along = diagram.into(step).stream().map(Flow::from);
        Stream<String> attached = Stream.ofNullable(step.tag().get("attachedToRef"));
        return Stream.concat(along, attached).map(diagram::step).filter(s -> s != null);
    }

    private static Set<String> follow(List<Step> from, Function<Step, Stream<Step>> on) {
        Set<String> seen = new HashSet<>();
        Deque<Step> left = new ArrayDeque<>(from);
        while (!left.isEmpty()) {
            Step step = left.removeFirst();
            if (seen.add(step.id())) on.apply(step).forEach(left::add);
        }
        return seen;
    }
}
