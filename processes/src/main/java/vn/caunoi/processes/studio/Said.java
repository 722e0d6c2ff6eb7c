package vn.caunoi.processes.studio;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.processes.actions.ActionProblem;
import vn.caunoi.processes.engine.NotACondition;

/**
 * A sentence with what it names.
 *
 * @param values in its order, in English where one is a sentence itself
 * @param last the last value, where that is a sentence itself; else null
 */
public record Said(
        Sentence sentence, List<String> values, @Nullable Said last) {

    /** A sentence about a form is within one about the model; a file of a stranger does not decide how deep it goes. */
    private static final int DEEPEST = 3;

    /** Those that begin with words of their own come first, then those that say most: {@code {0}: {1}} fits much. */
    private static final List<Sentence> ALL = Arrays.stream(Sentence.values())
            .filter(sentence -> sentence != Sentence.AS_SAID)
            .sorted(Comparator.comparing(Sentence::beginsWithValue)
                    .thenComparing(Sentence::length, Comparator.reverseOrder()))
            .toList();

    public Said {
        values = List.copyOf(values);
        if (values.size() != sentence.size())
            throw new IllegalArgumentException(sentence + " names " + sentence.size() + ", not " + values.size());
    }

    /** Why a condition is none. */
    static Said of(NotACondition why) {
        return new Said(Sentence.about(why.why()), why.values(), null);
    }

    /** What is wrong with a use of an action. */
    static Said of(ActionProblem problem) {
        return new Said(Sentence.about(problem.why()), problem.values(), null);
    }

    public String english() {
        return sentence.english(values);
    }

    /**
     * What was written down in English, or is told by who knows no sentences: a cause that stands in the log, a form that
     * cannot be filled in. {@link Sentence#AS_SAID} for what is none of them.
     */
    public static Said known(String english) {
        return known(english, DEEPEST);
    }

    private static Said known(String english, int deep) {
        for (Sentence sentence : ALL) {
            List<String> values = sentence.values(english);
            if (values != null) return new Said(sentence, values, within(values, deep - 1));
        }
        // what stops a process has no full stop where a check has one
        if (deep == DEEPEST && !english.endsWith(".")) {
            Said stopped = known(english + ".", deep);
            if (stopped.sentence() != Sentence.AS_SAID) return stopped;
        }
        return Sentence.AS_SAID.of(english);
    }

    private static @Nullable Said within(List<String> values, int deep) {
        if (values.isEmpty() || deep == 0) return null;
        Said last = known(values.getLast(), deep);
        return last.sentence() == Sentence.AS_SAID ? null : last;
    }
}
