package vn.caunoi.processes.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.jspecify.annotations.Nullable;

/**
 * Where each activity goes when somebody chose some of the ways: what hangs on a step, or lies in it, goes along. The
 * same definitions and choices always make the same ways, for a case that is followed again must come to the same place.
 */
final class Ways {

    private final ProcessDefinitionImpl source;
    private final ProcessDefinitionImpl target;
    private final Map<String, String> chosen;

    Ways(ProcessDefinitionImpl source, ProcessDefinitionImpl target, Map<String, String> chosen) {
        this.source = source;
        this.target = target;
        this.chosen = chosen;
    }

    Map<String, String> over(Map<String, String> equal) {
        Map<String, String> ways = new LinkedHashMap<>(equal);
        ways.keySet().removeAll(chosen.keySet());
        chosen.forEach((old, other) -> {
            if (!other.isEmpty() && source.findActivity(old) != null && target.findActivity(other) != null)
                ways.put(old, other);
        });
        while (ways.entrySet().removeIf(way -> !chosen.containsKey(way.getKey()) && !staysWithin(way, ways))) continue;
        along(source.getActivities(), ways);
        return ways;
    }

    /** What hangs on a step, or lies in a subprocess, goes only where that goes. */
    private boolean staysWithin(Map.Entry<String, String> way, Map<String, String> ways) {
        return staysWithin(source.findActivity(way.getKey()), target.findActivity(way.getValue()), ways);
    }

    private static boolean staysWithin(ActivityImpl old, ActivityImpl other, Map<String, String> ways) {
        return goes(old.getFlowScope(), other.getFlowScope(), ways)
                && goes(old.getEventScope(), other.getEventScope(), ways);
    }

    private static boolean goes(@Nullable ScopeImpl old, @Nullable ScopeImpl other, Map<String, String> ways) {
        if (old instanceof ActivityImpl from)
            return other instanceof ActivityImpl to && to.getId().equals(ways.get(from.getId()));
        return !(other instanceof ActivityImpl);
    }

    /** From outside to inside, and boundary events after the steps that they hang on. */
    private void along(List<ActivityImpl> activities, Map<String, String> ways) {
        for (ActivityImpl activity : activities) {
            if (!ways.containsKey(activity.getId()) && !chosen.containsKey(activity.getId()))
                sameAt(activity, ways).ifPresent(other -> ways.put(activity.getId(), other));
            along(activity.getActivities(), ways);
        }
    }

    /** Only what moved along with a chosen way: all else was found by its id. */
    private Optional<String> sameAt(ActivityImpl old, Map<String, String> ways) {
        boolean hangs = old.getEventScope() instanceof ActivityImpl host && chosen.containsKey(host.getId());
        if (hangs) return boundary(old, ways);
        boolean inside = old.getFlowScope() instanceof ActivityImpl;
        ActivityImpl other = target.findActivity(old.getId());
        return inside && other != null && sameSort(old, other) && staysWithin(old, other, ways)
                ? Optional.of(other.getId())
                : Optional.empty();
    }

    private Optional<String> boundary(ActivityImpl old, Map<String, String> ways) {
        List<ActivityImpl> there = every(target.getActivities())
                .filter(other -> sameSort(old, other) && sameTime(old, other) && staysWithin(old, other, ways))
                .filter(other -> isFree(other, old.getEventScope(), ways))
                .toList();
        return there.stream()
                .filter(other -> other.getId().equals(old.getId()))
                .findFirst()
                .or(() -> there.stream().findFirst())
                .map(ActivityImpl::getId);
    }

    /** Two that hang on one step become two; those of several steps that become one may become one, too. */
    private boolean isFree(ActivityImpl other, ScopeImpl host, Map<String, String> ways) {
        return ways.entrySet().stream()
                .noneMatch(way -> way.getValue().equals(other.getId())
                        && source.findActivity(way.getKey()).getEventScope() == host);
    }

    private static Stream<ActivityImpl> every(List<ActivityImpl> activities) {
        return activities.stream()
                .flatMap(activity -> Stream.concat(Stream.of(activity), every(activity.getActivities())));
    }

    private static boolean sameSort(ActivityImpl one, ActivityImpl other) {
        return Objects.equals(one.getProperty("type"), other.getProperty("type"));
    }

    private static boolean sameTime(ActivityImpl one, ActivityImpl other) {
        return Objects.equals(one.getProperty(DiagramReader.TIMER), other.getProperty(DiagramReader.TIMER));
    }
}
