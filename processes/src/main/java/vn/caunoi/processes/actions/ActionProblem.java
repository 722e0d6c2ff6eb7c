package vn.caunoi.processes.actions;

import java.text.MessageFormat;
import java.util.List;

/**
 * What is wrong with a use of an action.
 *
 * @param values what it names, in its order
 */
public record ActionProblem(Why why, List<String> values) {

    /** In English with {@code {0}} for what it names. */
    public enum Why {
        NO_ACTION("There is no action \"{0}\""),
        NO_INPUT("Action {0} has no input \"{1}\""),
        MISSING("Input \"{0}\" is missing"),
        ONE_OF("Input \"{0}\" is one of {1}"),
        NUMBER("Input \"{0}\" is a number from 1 to 99"),
        LENGTH("Input \"{0}\" has 1 to {1} characters");

        private final String english;

        Why(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    public ActionProblem {
        values = List.copyOf(values);
    }

    static ActionProblem of(Why why, String... values) {
        return new ActionProblem(why, List.of(values));
    }

    public String english() {
        return MessageFormat.format(why.english(), values.toArray());
    }
}
