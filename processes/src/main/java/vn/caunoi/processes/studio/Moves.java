package vn.caunoi.processes.studio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import vn.caunoi.processes.studio.Diagram.Flow;
import vn.caunoi.processes.studio.Diagram.Step;

/**
 * How tokens move through a diagram, by every choice there is. A marking is the sorted list of its tokens: the id of the
 * flow on which one stands, or the mark of a subprocess that is at work.
 */
final class Moves {

    private static final String INSIDE = "in ";
    /** Beyond, only single ways of an inclusive gateway and all of them together are tried. */
    private static final int MOST_SUBSETS = 5;

    private final Diagram diagram;
    private final Map<String, Flow> flows = new HashMap<>();
    private final Map<String, Set<String>> leadingTo = new HashMap<>();

    Moves(Diagram diagram) {
        this.diagram = diagram;
        diagram.flows().forEach(flow -> flows.put(flow.id(), flow));
    }

    static boolean isInside(String token) {
        return token.startsWith(INSIDE);
    }

    static String subprocess(String token) {
        return token.substring(INSIDE.length());
    }

    /** Where a process or a subprocess begins. */
    List<String> begin(String scope) {
        return sorted(out(diagram.starts(scope).getFirst()));
    }

    /** All markings that one move leads to; none when nothing can move any more. */
    List<List<String>> from(List<String> marking) {
        List<List<String>> next = new ArrayList<>();
        String before = null;
        for (String token : marking) {
            if (token.equals(before)) continue;
            before = token;
            if (isInside(token)) leave(marking, token, next);
            else arrive(marking, flow(token), next);
        }
        return next;
    }

    private void arrive(List<String> marking, Flow flow, List<List<String>> next) {
        Step step = step(flow.to());
        switch (step.tag().name()) {
            case "bpmn:exclusiveGateway", "bpmn:eventBasedGateway" ->
                diagram.from(step).forEach(way -> next.add(moved(marking, List.of(flow.id()), List.of(way.id()))));
            case "bpmn:parallelGateway" -> join(marking, step, next);
            case "bpmn:inclusiveGateway" -> gather(marking, step, next);
            case "bpmn:endEvent" -> end(marking, flow, step, next);
            case "bpmn:subProcess" -> {
                List<String> entered = new ArrayList<>(begin(step.id()));
                entered.add(INSIDE + step.id());
                next.add(moved(marking, List.of(flow.id()), entered));
            }
            default -> work(marking, List.of(flow.id()), step, next);
        }
    }

    /** Done, or cut short by an interrupting event, or with one that runs beside. */
    private void work(List<String> marking, List<String> taken, Step step, List<List<String>> next) {
        next.add(moved(marking, taken, out(step)));
        for (Step event : diagram.attachedTo(step)) {
            List<String> put = new ArrayList<>(out(event));
            if ("false".equals(event.tag().get("cancelActivity"))) put.addAll(out(step));
            next.add(moved(marking, taken, put));
        }
    }

    private void join(List<String> marking, Step gateway, List<List<String>> next) {
        List<String> arriving = diagram.into(gateway).stream().map(Flow::id).toList();
        if (marking.containsAll(arriving)) next.add(moved(marking, arriving, out(gateway)));
    }

    /** An inclusive gateway waits as long as another token may still come to it. */
    private void gather(List<String> marking, Step gateway, List<List<String>> next) {
        List<String> arrived = diagram.into(gateway).stream()
                .map(Flow::id)
                .filter(marking::contains)
                .toList();
        Set<String> leading = leadingTo.computeIfAbsent(gateway.id(), any -> leadingTo(gateway));
        boolean more = marking.stream()
                .filter(token -> !arrived.contains(token))
                .anyMatch(token -> leading.contains(
                        isInside(token) ? subprocess(token) : flow(token).to()));
        if (!more) subsets(out(gateway)).forEach(ways -> next.add(moved(marking, arrived, ways)));
    }

    private static List<List<String>> subsets(List<String> ways) {
        List<List<String>> subsets = new ArrayList<>();
        if (ways.size() > MOST_SUBSETS) {
            ways.forEach(way -> subsets.add(List.of(way)));
            subsets.add(ways);
            return subsets;
        }
        for (int chosen = 1; chosen < 1 << ways.size(); chosen++) {
            List<String> subset = new ArrayList<>();
            for (int i = 0; i < ways.size(); i++) if ((chosen & 1 << i) != 0) subset.add(ways.get(i));
            subsets.add(subset);
        }
        return subsets;
    }

    private void end(List<String> marking, Flow flow, Step end, List<List<String>> next) {
        boolean all = end.tag().first("bpmn:terminateEventDefinition") != null;
        List<String> gone = all
                ? marking.stream().filter(token -> isWithin(token, end.scope())).toList()
                : List.of(flow.id());
        next.add(moved(marking, gone, List.of()));
    }

    /** A subprocess is left when nothing is at work in it, or cut short. */
    private void leave(List<String> marking, String token, List<List<String>> next) {
        Step step = step(subprocess(token));
        List<String> gone = new ArrayList<>(List.of(token));
        marking.stream().filter(other -> isWithin(other, step.id())).forEach(gone::add);
        if (gone.size() == 1) {
            work(marking, gone, step, next);
            return;
        }
        for (Step event : diagram.attachedTo(step)) {
            if (!"false".equals(event.tag().get("cancelActivity"))) next.add(moved(marking, gone, out(event)));
        }
    }

    private boolean isWithin(String token, String scope) {
        Step at = isInside(token) ? step(subprocess(token)) : step(flow(token).to());
        for (Step each = at; each != null; each = diagram.step(each.scope())) {
            if (each.scope().equals(scope)) return true;
        }
        return false;
    }

    private Set<String> leadingTo(Step gateway) {
        Set<String> seen = new HashSet<>();
        Deque<Step> left = new ArrayDeque<>();
        before(gateway).forEach(left::add);
        while (!left.isEmpty()) {
            Step step = left.removeFirst();
            if (seen.add(step.id())) before(step).forEach(left::add);
        }
        return seen;
    }

    private Stream<Step> before(Step step) {
        Stream<String> along = diagram.into(step).stream().map(Flow::from);
        String holder = step.tag().get("attachedToRef");
        return Stream.concat(along, Stream.ofNullable(holder)).map(this::step);
    }

    private List<String> out(Step step) {
        return diagram.from(step).stream().map(Flow::id).toList();
    }

    private static List<String> moved(List<String> marking, Collection<String> taken, Collection<String> put) {
        List<String> moved = new ArrayList<>(marking);
        taken.forEach(moved::remove);
        moved.addAll(put);
        return sorted(moved);
    }

    private static List<String> sorted(List<String> tokens) {
        List<String> sorted = new ArrayList<>(tokens);
        Collections.sort(sorted);
        return List.copyOf(sorted);
    }

    private Flow flow(String id) {
        return Objects.requireNonNull(flows.get(id), id);
    }

    private Step step(String id) {
        return Objects.requireNonNull(diagram.step(id), id);
    }
}
