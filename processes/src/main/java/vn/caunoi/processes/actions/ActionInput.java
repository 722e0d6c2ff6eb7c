package vn.caunoi.processes.actions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.caunoi.processes.actions.ActionProblem.Why;

/**
 * One input of an action: a constant of the diagram.
 *
 * @param options the words it may be; empty when any text or number will do
 * @param number whether it is a whole number from 1
 */
public record ActionInput(String name, boolean required, List<String> options, boolean number) {
    private static final int LONGEST = 200;

    public ActionInput {
        options = List.copyOf(options);
    }

    static ActionInput oneOf(String name, Set<String> options) {
        return new ActionInput(name, true, options.stream().sorted().toList(), false);
    }

    static ActionInput text(String name) {
        return new ActionInput(name, true, List.of(), false);
    }

    static ActionInput number(String name) {
        return new ActionInput(name, true, List.of(), true);
    }

    ActionInput optional() {
        return new ActionInput(name, false, options, number);
    }

    Optional<ActionProblem> problemWith(String value) {
        if (!options.isEmpty() && !options.contains(value)) {
            return Optional.of(ActionProblem.of(Why.ONE_OF, name, String.join(", ", options)));
        }
        if (number && !value.matches("[1-9]\\d?")) return Optional.of(ActionProblem.of(Why.NUMBER, name));
        if (value.isBlank() || value.length() > LONGEST) {
            return Optional.of(ActionProblem.of(Why.LENGTH, name, String.valueOf(LONGEST)));
        }
        return Optional.empty();
    }
}
