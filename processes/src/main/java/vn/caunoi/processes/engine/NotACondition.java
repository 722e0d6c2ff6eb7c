package vn.caunoi.processes.engine;

import java.text.MessageFormat;
import java.util.List;

/** Text of a diagram that is not a {@link Condition}; the message is for its designer. */
public final class NotACondition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why it is none, in English with {@code {0}} for what that names. */
    public enum Why {
        LONG("A condition has at most {0} characters"),
        NOT_ONE("Not a condition: {0}"),
        NOT_UNDERSTOOD("Not understood from \"{0}\" on"),
        NOT_UNDERSTOOD_IN("Not understood from \"{0}\" on in: {1}"),
        PARENTHESIS("A parenthesis is not closed in: {0}"),
        FACT("There is no fact \"{0}\" in: {1}"),
        NO_FACT("There is no fact {0}"),
        SORTS("Different sorts of values are compared in: {0}"),
        ORDER("Only numbers and days have an order: {0}"),
        DAY_TEXT("A day is compared with text in: {0}"),
        DAY("Not a day (2026-12-31): {0}"),
        TRUTHS("and, or, not stand between truths only: {0}"),
        TRUTH("It must be true or false: {0}");

        private final String english;

        Why(String english) {
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    private final Why why;
    private final transient List<String> values;

    NotACondition(Why why, String... values) {
        super(MessageFormat.format(why.english(), (Object[]) values));
        this.why = why;
        this.values = List.of(values);
    }

    public Why why() {
        return why;
    }

    /** What it names, in its order. */
    public List<String> values() {
        return values;
    }
}
