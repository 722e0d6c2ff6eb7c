package vn.caunoi.processes.actions;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    Optional<String> problemWith(String value) {
        if (!options.isEmpty() && !options.contains(value)) {
            return Optional.of("Input \"" + name + "\" is one of " + String.join(", ", options));
        }
        if (number && !value.matches("[1-9]\\d?"))
            return Optional.of("Input \"" + name + "\" is a number from 1 to 99");
        if (value.isBlank() || value.length() > LONGEST) {
            return Optional.of("Input \"" + name + "\" has 1 to " + LONGEST + " characters");
        }
        return Optional.empty();
    }
}
