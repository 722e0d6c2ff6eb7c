package vn.caunoi.processes.studio;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Facts;
import vn.caunoi.processes.engine.Condition;
import vn.caunoi.processes.engine.NotACondition;
import vn.caunoi.processes.studio.Diagram.Flow;
import vn.caunoi.processes.studio.Diagram.Step;

/**
 * What a diagram leads to when a step is done with an outcome, told from its flows. What other facts than the outcome decide
 * stays open: then every way is told.
 */
public final class WhatFollows {

    /** Where a way comes to rest. */
    public enum Rest {
        /** Somebody has to do something. */
        TASK,
        /** It is waited for something that is reported, or for another way. */
        WAIT,
        /** What came in between is done: the case goes on where it stood, or where events have led it. */
        BACK,
        /** The process is over. */
        END
    }

    /**
     * @param form id of the form of a task; {@code group} the word of who does it, as in the diagram
     * @param name as in the diagram
     */
    public record Next(
            Rest rest,
            String id,
            String name,
            @Nullable String form,
            @Nullable String group) {}

    /** An action on the way: its word in the catalogue, and what it is given. */
    public record Done(String action, Map<String, String> given) {}

    /**
     * @param next all places a way may come to rest, in the order of the diagram
     * @param done what happens on every way
     * @param several whether facts decide between ways, so that only one of {@code next} comes
     */
    public record Following(List<Next> next, List<Done> done, boolean several) {

        public static final Following NOTHING = new Following(List.of(), List.of(), false);
    }

    private final Diagram diagram;
    private final Map<String, Object> facts;
    private final Map<String, Next> next = new LinkedHashMap<>();
    private final List<List<Done>> ways = new ArrayList<>();
    private boolean several;

    private WhatFollows(Diagram diagram, String outcome) {
        this.diagram = diagram;
        this.facts = Map.of("outcome", outcome);
    }

    /** {@link Following#NOTHING} for a step the diagram does not have. */
    static Following after(Diagram diagram, String step, String outcome) {
        Step from = diagram.step(step);
        if (from == null) return Following.NOTHING;
        WhatFollows walk = new WhatFollows(diagram, outcome);
        walk.leave(from, List.of(), Set.of());
        return new Following(List.copyOf(walk.next.values()), walk.always(), walk.several);
    }

    private List<Done> always() {
        return ways.isEmpty()
                ? List.of()
                : ways.getFirst().stream()
                        .filter(one -> ways.stream().allMatch(way -> way.contains(one)))
                        .distinct()
                        .toList();
    }

    private void leave(Step step, List<Done> done, Set<String> gone) {
        List<Flow> out = step.is("exclusiveGateway") ? open(step) : diagram.from(step);
        if (step.is("exclusiveGateway") && out.size() > 1) several = true;
        if (step.is("eventBasedGateway")) several = true;
        if (out.isEmpty()) outOf(step, done, gone);
        for (Flow flow : out) {
            Step to = diagram.step(flow.to());
            if (to != null) reach(to, done, gone);
        }
    }

    /** The end of a subprocess goes on where the subprocess does. */
    private void outOf(Step end, List<Done> done, Set<String> gone) {
        Step around = diagram.step(end.scope());
        if (around == null) rest(Rest.END, end, done);
        else if (around.isEventSubprocess()) rest(Rest.BACK, end, done);
        else leave(around, done, gone);
    }

    private void reach(Step step, List<Done> done, Set<String> before) {
        if (before.contains(step.id())) return;
        Set<String> gone = new HashSet<>(before);
        gone.add(step.id());
        if (step.is("userTask")) rest(Rest.TASK, step, done);
        else if (waits(step)) rest(Rest.WAIT, step, done);
        else if (step.is("subProcess")) begin(step, done, gone);
        else if (step.is("serviceTask")) leave(step, and(done, step), gone);
        else leave(step, done, gone);
    }

    private boolean waits(Step step) {
        boolean joins = step.is("parallelGateway") && diagram.into(step).size() > 1;
        return joins || step.is("intermediateCatchEvent") || step.is("receiveTask");
    }

    private void begin(Step subprocess, List<Done> done, Set<String> gone) {
        diagram.steps("startEvent")
                .filter(start -> start.scope().equals(subprocess.id()))
                .forEach(start -> leave(start, done, gone));
    }

    private void rest(Rest rest, Step step, List<Done> done) {
        next.putIfAbsent(
                step.id(),
                new Next(
                        rest,
                        step.id(),
                        step.name(),
                        step.tag().get("camunda:formKey"),
                        step.tag().get("camunda:candidateGroups")));
        ways.add(done);
    }

    private static List<Done> and(List<Done> done, Step action) {
        List<Done> more = new ArrayList<>(done);
        more.add(new Done(action.tag().get("camunda:topic", ""), Diagram.inputs(action)));
        return more;
    }

    /** The ways out of a choice that the outcome leaves open; one when it decides. */
    private List<Flow> open(Step choice) {
        String otherwise = choice.tag().get("default", "");
        List<Flow> possible = new ArrayList<>();
        Flow byDefault = null;
        for (Flow flow : diagram.from(choice)) {
            if (flow.id().equals(otherwise) || flow.condition() == null) {
                byDefault = flow;
                continue;
            }
            Boolean holds = holds(flow.condition());
            if (Boolean.TRUE.equals(holds)) return with(possible, flow);
            if (holds == null) possible.add(flow);
        }
        return byDefault == null ? possible : with(possible, byDefault);
    }

    private static List<Flow> with(List<Flow> possible, Flow last) {
        List<Flow> all = new ArrayList<>(possible);
        all.add(last);
        return all;
    }

    /** Null where other facts decide. */
    private @Nullable Boolean holds(String text) {
        try {
            Condition condition = Condition.parse(
                    text.substring(2, text.length() - 1), Facts.none().asMap());
            return facts.keySet().containsAll(condition.names()) ? condition.holds(facts) : null;
        } catch (NotACondition | IndexOutOfBoundsException e) {
            return null;
        }
    }
}
