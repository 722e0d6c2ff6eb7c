package vn.caunoi.processes.studio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.processes.studio.Diagram.Flow;
import vn.caunoi.processes.studio.Diagram.Step;
import vn.caunoi.processes.studio.Told.What;

/** Ways between steps that both diagrams have; a way that now leads over a new step is told with that step. */
final class WayChanges {

    private record Way(String from, String to) {}

    private final Diagram before;
    private final Diagram now;
    private final List<Told> told = new ArrayList<>();

    private WayChanges(Diagram before, Diagram now) {
        this.before = before;
        this.now = now;
    }

    static List<Told> between(Diagram before, Diagram now) {
        WayChanges changes = new WayChanges(before, now);
        Map<Way, Flow> was = ways(before);
        Map<Way, Flow> is = ways(now);
        is.forEach((way, flow) -> changes.compare(way, was.get(way), flow));
        was.forEach((way, flow) -> {
            if (!is.containsKey(way) && changes.isInBoth(way) && !leads(now, before, way))
                changes.tell(What.WAY_REMOVED, before, flow, List.of());
        });
        return changes.told;
    }

    /** How a way is taken: what is written at it, or its condition; empty where it is taken without asking. */
    static String when(Diagram diagram, Flow flow) {
        Step from = diagram.step(flow.from());
        if (from != null && flow.id().equals(from.tag().get("default"))) return "";
        if (!flow.name().isBlank()) return flow.name();
        return flow.condition() == null ? "" : flow.condition().replaceAll("^\\$\\{|\\}$", "");
    }

    private void compare(Way way, @Nullable Flow was, Flow is) {
        if (!isInBoth(way)) return;
        if (was == null) {
            if (!leads(before, now, way)) tell(What.WAY_ADDED, now, is, List.of(when(now, is)));
            return;
        }
        String old = condition(before, was);
        String next = condition(now, is);
        if (!old.equals(next)) tell(What.CONDITION, now, is, List.of(old, next));
    }

    private static String condition(Diagram diagram, Flow flow) {
        Step from = diagram.step(flow.from());
        if (from != null && flow.id().equals(from.tag().get("default"))) return "";
        return flow.condition() == null ? "" : flow.condition().replaceAll("^\\$\\{|\\}$", "");
    }

    private void tell(What what, Diagram diagram, Flow flow, List<String> more) {
        Step from = diagram.step(flow.from());
        Step to = diagram.step(flow.to());
        if (from == null || to == null) return;
        Around around = new Around(diagram);
        List<String> values = new ArrayList<>(List.of(around.nameOrBefore(from), around.nameOrAfter(to)));
        values.addAll(more);
        told.add(new Told(what, flow.id(), flow.name(), values));
    }

    private boolean isInBoth(Way way) {
        return before.step(way.from()) != null
                && before.step(way.to()) != null
                && now.step(way.from()) != null
                && now.step(way.to()) != null;
    }

    /** Whether one leads to the other over nothing but steps that the other diagram does not have. */
    private static boolean leads(Diagram diagram, Diagram other, Way way) {
        Set<String> seen = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(way.from()));
        while (!ahead.isEmpty()) {
            Step step = diagram.step(ahead.remove());
            if (step == null) continue;
            for (Flow flow : diagram.from(step)) {
                if (flow.to().equals(way.to())) return true;
                if (other.step(flow.to()) == null && seen.add(flow.to())) ahead.add(flow.to());
            }
        }
        return false;
    }

    private static Map<Way, Flow> ways(Diagram diagram) {
        Map<Way, Flow> ways = new LinkedHashMap<>();
        diagram.flows().forEach(flow -> ways.putIfAbsent(new Way(flow.from(), flow.to()), flow));
        return ways;
    }
}
