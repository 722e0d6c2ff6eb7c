package vn.caunoi.processes.studio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.petition.Facts;
import vn.caunoi.processes.engine.Condition;
import vn.caunoi.processes.studio.Diagram.Flow;
import vn.caunoi.processes.studio.Diagram.Step;

/**
 * Looks for a way through a sound diagram on which a legal step is not done. Conditions are judged by what is known of the
 * case and by the outcome that was chosen last; of others both are possible. Where ways run side by side, a step on any of
 * them is done.
 */
final class LegalWays {

    /** Beyond, nothing is proven. */
    private static final int MOST = 60_000;

    private static final Pattern COMPARED = Pattern.compile("outcome\\s*[!=]=\\s*['\"]([^'\"]*)['\"]");
    private static final String UNKNOWN = "?";

    /** A step that is reached after an outcome, or where one is not known. */
    private record At(String step, String outcome) {}

    private final Diagram diagram;
    private final Doing doing;
    private final Map<String, Optional<Condition>> conditions = new HashMap<>();
    private final Set<String> compared = new HashSet<>();

    LegalWays(Diagram diagram, Doing doing) {
        this.diagram = diagram;
        this.doing = doing;
        diagram.flows().map(Flow::condition).filter(Objects::nonNull).forEach(condition -> {
            Matcher matcher = COMPARED.matcher(condition);
            while (matcher.find()) compared.add(matcher.group(1));
        });
    }

    /** Too large to be looked through. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Where a way comes to without the step; empty when every way has it.
     *
     * @throws TooMany when there are too many to tell
     */
    Optional<Step> without(LegalStep legal) {
        Search search = new Search(legal);
        return search.begin().stream().filter(search::avoids).findFirst().flatMap(search::reached);
    }

    private final class Search {

        private final LegalStep legal;
        private final Map<At, List<At>> next = new LinkedHashMap<>();
        private final Map<At, List<At>> before = new HashMap<>();
        private final Set<At> avoiding = new HashSet<>();

        Search(LegalStep legal) {
            this.legal = legal;
            Deque<At> left = new ArrayDeque<>(begin());
            while (!left.isEmpty()) {
                At at = left.removeFirst();
                if (next.containsKey(at)) continue;
                if (next.size() > MOST) throw new TooMany();
                List<At> following = isTarget(at) ? List.of() : following(at);
                next.put(at, following);
                following.forEach(one ->
                        before.computeIfAbsent(one, any -> new ArrayList<>()).add(at));
                left.addAll(following);
            }
            spread();
        }

        boolean avoids(At at) {
            return avoiding.contains(at);
        }

        /** Backwards from where ways end: what leads there, side by side only if all of it does. */
        private void spread() {
            Map<At, Set<At>> open = new HashMap<>();
            Deque<At> left = new ArrayDeque<>();
            next.keySet().stream().filter(this::isTarget).forEach(left::add);
            while (!left.isEmpty()) {
                At at = left.removeFirst();
                if (!avoiding.add(at)) continue;
                for (At one : before.getOrDefault(at, List.of())) {
                    if (!step(one).is("parallelGateway")) {
                        left.add(one);
                        continue;
                    }
                    Set<At> still = open.computeIfAbsent(one, any -> new HashSet<>(following(one)));
                    still.remove(at);
                    if (still.isEmpty()) left.add(one);
                }
            }
        }

        /** The first target that such a way comes to. */
        Optional<Step> reached(At from) {
            Set<At> seen = new HashSet<>();
            Deque<At> left = new ArrayDeque<>(List.of(from));
            while (!left.isEmpty()) {
                At at = left.removeFirst();
                if (!seen.add(at) || !avoiding.contains(at)) continue;
                if (isTarget(at)) return Optional.of(step(at));
                left.addAll(next.getOrDefault(at, List.of()));
            }
            return Optional.empty();
        }

        List<At> begin() {
            if (legal.after().equals(List.of("start"))) {
                return diagram.starts(diagram.key()).stream()
                        .map(start -> new At(start.id(), UNKNOWN))
                        .toList();
            }
            List<At> begin = new ArrayList<>();
            diagram.steps().forEach(step -> {
                if (isOneOf(doing.words(step), legal.after())) begin.addAll(leaving(step, "", Map.of()));
                doing.outcomes(step).stream()
                        .filter(outcome -> isOneOf(Doing.words(outcome), legal.after()))
                        .forEach(outcome -> begin.addAll(leaving(step, kept(outcome), legal.where())));
            });
            return begin;
        }

        private boolean isTarget(At at) {
            Step step = step(at);
            if (legal.before().equals(List.of("end"))) return step.is("endEvent") && !isWithin(step);
            return doing.outcomes(step).stream().anyMatch(outcome -> isOneOf(Doing.words(outcome), legal.before()));
        }

        private List<At> following(At at) {
            Step step = step(at);
            List<At> following = new ArrayList<>();
            diagram.attachedTo(step).forEach(event -> {
                boolean beside = "false".equals(event.tag().get("cancelActivity"));
                if (!beside && !isDone(event)) following.addAll(leaving(event, "", legal.where()));
            });
            if (isDone(step)) return following;
            List<Outcome> outcomes = doing.outcomes(step);
            outcomes.stream()
                    .filter(outcome -> !isOneOf(Doing.words(outcome), legal.by()))
                    .forEach(outcome -> following.addAll(leaving(step, kept(outcome), legal.where())));
            if (!outcomes.isEmpty()) return following;
            if (step.is("subProcess")) {
                diagram.starts(step.id()).forEach(start -> following.add(new At(start.id(), at.outcome())));
            } else if (step.is("endEvent")) {
                Step around = diagram.step(step.scope());
                if (around != null) following.addAll(leaving(around, at.outcome(), legal.where()));
            } else {
                boolean waits =
                        step.tag().name().endsWith("CatchEvent") || step.is("receiveTask") || step.is("userTask");
                following.addAll(leaving(step, waits ? "" : at.outcome(), legal.where()));
            }
            return following;
        }

        private boolean isDone(Step step) {
            return isOneOf(doing.words(step), legal.by());
        }
    }

    private static boolean isOneOf(Set<String> words, List<String> wanted) {
        return wanted.stream().anyMatch(words::contains);
    }

    /** Outcomes that no condition asks for are all alike. */
    private String kept(Outcome outcome) {
        return compared.contains(outcome.id()) ? outcome.id() : "";
    }

    private Step step(At at) {
        return Objects.requireNonNull(diagram.step(at.step()));
    }

    /** Inside of a subprocess that is a step of a way. */
    private boolean isWithin(Step end) {
        Step around = diagram.step(end.scope());
        return around != null && !around.isEventSubprocess();
    }

    private List<At> leaving(Step step, String outcome, Map<String, Object> where) {
        List<Flow> out = diagram.from(step);
        boolean chooses = step.is("exclusiveGateway") || step.is("inclusiveGateway");
        List<Flow> ways = chooses && out.size() > 1 ? chosen(step, out, known(outcome, where)) : out;
        return ways.stream().map(flow -> new At(flow.to(), outcome)).toList();
    }

    private static Map<String, Object> known(String outcome, Map<String, Object> where) {
        if (outcome.equals(UNKNOWN)) return where;
        Map<String, Object> known = new HashMap<>(where);
        known.put("outcome", outcome);
        return Collections.unmodifiableMap(known);
    }

    private List<Flow> chosen(Step gateway, List<Flow> out, Map<String, Object> known) {
        String otherwise = gateway.tag().get("default", "");
        List<Flow> ways = new ArrayList<>();
        for (Flow flow : out) {
            if (flow.id().equals(otherwise)) continue;
            @Nullable Boolean holds =
                    condition(flow).map(condition -> condition.judge(known)).orElse(null);
            if (Boolean.FALSE.equals(holds)) continue;
            ways.add(flow);
            if (Boolean.TRUE.equals(holds) && gateway.is("exclusiveGateway")) return ways;
        }
        out.stream().filter(flow -> flow.id().equals(otherwise)).forEach(ways::add);
        return ways;
    }

    private Optional<Condition> condition(Flow flow) {
        return conditions.computeIfAbsent(flow.id(), id -> {
            String text = flow.condition();
            return text == null || text.length() < 3
                    ? Optional.empty()
                    : Optional.of(Condition.parse(
                            text.substring(2, text.length() - 1), Facts.none().asMap()));
        });
    }
}
