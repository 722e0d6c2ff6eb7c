package vn.caunoi.processes.actions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Basis;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.processes.actions.ActionProblem.Why;

/**
 * All that a service task of a diagram may do, by its topic. Closed: a diagram that asks for anything else is refused
 * when it is checked, and stuck when it runs.
 */
public final class ActionCatalogue {

    /** Stage words of the deadline table. */
    public static final Set<String> STAGES = Set.of(
            "process",
            "accept_1",
            "settle_1",
            "send_1",
            "accept_2",
            "settle_2",
            "send_2",
            "publish",
            "answer",
            "settle",
            "transfer",
            "progress",
            "initial",
            "reply_sender",
            "notify_accept",
            "send_stop",
            "send_conclusion",
            "handle_conclusion",
            "protection",
            "onward_review",
            "overdue_report");

    /** What a limit of a diagram may be counted after. */
    private static final Set<String> BASES =
            names(EnumSet.complementOf(EnumSet.of(Basis.ORDERED)).toArray(Basis[]::new));

    /** @param topic permanent word, in the diagram the topic of an external task */
    public record Action(String topic, List<ActionInput> inputs) {
        public Action {
            inputs = List.copyOf(inputs);
        }
    }

    private static final List<Action> ACTIONS = List.of(
            new Action("set-deadline", List.of(ActionInput.oneOf("stage", STAGES), ActionInput.oneOf("basis", BASES))),
            new Action("close-petition", List.of(ActionInput.oneOf("ground", names(ClosingGround.values())))),
            new Action(
                    "escalate",
                    List.of(
                            ActionInput.number("level"),
                            ActionInput.text("cause").optional())),
            new Action("route", List.of()),
            new Action("limit-supplement", List.of()),
            new Action("notify", List.of(ActionInput.text("template"), ActionInput.text("to"))));

    private ActionCatalogue() {}

    public static List<Action> actions() {
        return ACTIONS;
    }

    /** What is wrong with a use of an action, in the order of its inputs; empty when nothing is. */
    public static List<ActionProblem> problems(String topic, Map<String, String> inputs) {
        Optional<Action> action =
                ACTIONS.stream().filter(known -> known.topic().equals(topic)).findFirst();
        return action.map(known -> problems(known, inputs))
                .orElseGet(() -> List.of(ActionProblem.of(Why.NO_ACTION, topic)));
    }

    private static List<ActionProblem> problems(Action action, Map<String, String> inputs) {
        List<ActionProblem> problems = new ArrayList<>();
        Set<String> known = action.inputs().stream().map(ActionInput::name).collect(Collectors.toSet());
        inputs.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> problems.add(ActionProblem.of(Why.NO_INPUT, action.topic(), name)));
        action.inputs().stream()
                .flatMap(input -> problems(input, inputs.get(input.name())))
                .forEach(problems::add);
        return problems;
    }

    private static Stream<ActionProblem> problems(ActionInput input, @Nullable String value) {
        if (value != null) return input.problemWith(value).stream();
        return input.required() ? Stream.of(ActionProblem.of(Why.MISSING, input.name())) : Stream.empty();
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}
