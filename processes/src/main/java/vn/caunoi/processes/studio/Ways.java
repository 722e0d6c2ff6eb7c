package vn.caunoi.processes.studio;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.processes.studio.Diagram.Step;

/**
 * Whether steps that were recorded are a way of a diagram. What is recorded are tasks, times that had come, and the end; every
 * choice counts as possible, and what stands side by side may come in any order.
 */
public final class Ways {

    /**
     * @param next what can be recorded next
     * @param again what of it can come more than once, for what leads there does not end what goes on
     */
    private record Ahead(Set<String> next, Set<String> again) {
        Ahead() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    private final Diagram diagram;
    private final Map<String, Ahead> known = new HashMap<>();
    private final Ahead first = new Ahead();

    Ways(Diagram diagram) {
        this.diagram = diagram;
        diagram.starts(diagram.key()).forEach(start -> leave(start, first, false, new HashSet<>()));
        aside(diagram.key(), first);
    }

    /**
     * @param steps ids in the order in which they were recorded
     * @param end id of the end; null when it is not asked for
     * @return the first of them that nothing before leads to; null when all are a way of the diagram
     */
    public synchronized @Nullable String outside(List<String> steps, @Nullable String end) {
        Set<String> ahead = new HashSet<>(first.next());
        Set<String> again = new HashSet<>(first.again());
        for (String id : steps) {
            Step step = diagram.step(id);
            if (step == null || !ahead.contains(id)) return id;
            if (!again.contains(id) && !isForSeveral(step)) ahead.remove(id);
            Ahead then = known.computeIfAbsent(id, any -> after(step));
            ahead.addAll(then.next());
            again.addAll(then.again());
        }
        return end == null || ahead.contains(end) ? null : end;
    }

    /** What can be recorded next after a step: tasks, times and ends. */
    public synchronized Set<String> next(String id) {
        Step step = diagram.step(id);
        return step == null
                ? Set.of()
                : Set.copyOf(known.computeIfAbsent(id, any -> after(step)).next());
    }

    private static boolean isForSeveral(Step step) {
        return step.tag().first("bpmn:multiInstanceLoopCharacteristics") != null;
    }

    private Ahead after(Step step) {
        Ahead ahead = new Ahead();
        Set<String> gone = new HashSet<>();
        leave(step, ahead, false, gone);
        attached(step, ahead, gone);
        return ahead;
    }

    private void leave(Step step, Ahead ahead, boolean again, Set<String> gone) {
        var out = diagram.from(step);
        if (out.isEmpty()) outOf(step, ahead, again, gone);
        out.stream()
                .flatMap(flow -> Stream.ofNullable(diagram.step(flow.to())))
                .forEach(to -> reach(to, ahead, again, gone));
    }

    /** The end of a subprocess goes on where the subprocess does. */
    private void outOf(Step end, Ahead ahead, boolean again, Set<String> gone) {
        Step around = diagram.step(end.scope());
        if (around == null) note(end, ahead, again);
        else if (!around.isEventSubprocess()) leave(around, ahead, again, gone);
        else if (around.scope().equals(diagram.key())) note(end, ahead, again);
    }

    private void reach(Step step, Ahead ahead, boolean again, Set<String> gone) {
        if (!gone.add(step.id() + again)) return;
        if (step.is("userTask") || isTime(step)) {
            note(step, ahead, again);
            attached(step, ahead, gone);
        } else if (step.is("subProcess")) {
            diagram.starts(step.id()).forEach(start -> leave(start, ahead, again, gone));
            attached(step, ahead, gone);
            aside(step.id(), ahead);
        } else {
            attached(step, ahead, gone);
            leave(step, ahead, again, gone);
        }
    }

    /** What is attached can come as long as the step lasts. */
    private void attached(Step step, Ahead ahead, Set<String> gone) {
        for (Step event : diagram.attachedTo(step)) {
            boolean goesOn = "false".equals(event.tag().get("cancelActivity"));
            if (isTime(event)) note(event, ahead, goesOn);
            else leave(event, ahead, goesOn, gone);
        }
    }

    /** Subprocesses that an event begins, whatever else goes on. */
    private void aside(String scope, Ahead ahead) {
        diagram.steps("subProcess")
                .filter(step -> step.scope().equals(scope) && step.isEventSubprocess())
                .flatMap(step -> diagram.starts(step.id()).stream())
                .forEach(start -> {
                    boolean goesOn = "false".equals(start.tag().get("isInterrupting"));
                    if (isTime(start)) note(start, ahead, goesOn);
                    else leave(start, ahead, goesOn, new HashSet<>());
                });
    }

    private static void note(Step step, Ahead ahead, boolean again) {
        ahead.next().add(step.id());
        if (again) ahead.again().add(step.id());
    }

    private static boolean isTime(Step step) {
        return step.tag().first("bpmn:timerEventDefinition") != null;
    }
}
