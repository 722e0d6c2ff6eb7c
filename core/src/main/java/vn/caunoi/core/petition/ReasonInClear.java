package vn.caunoi.core.petition;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.vault.Sealed;

/** Why data was erased: it stays readable for ever, so it must not say what is being erased. */
public final class ReasonInClear {

    /** Shorter pieces of a name or a number would be found in any sentence. */
    private static final int SHORTEST_TRACE = 6;

    private ReasonInClear() {}

    /** The reason without blanks around it; refused when it is empty or has what these people are named or reached by. */
    public static String of(String given, Stream<Person> people) {
        String reason = Words.required("reason", given);
        String plain = reason.toLowerCase(Locale.ROOT);
        boolean tells =
                people.flatMap(ReasonInClear::traces).anyMatch(trace -> plain.contains(trace.toLowerCase(Locale.ROOT)));
        if (tells) {
            throw Refusal.because(
                    Reason.INVALID_INPUT, "reason", "names-a-person", "must not contain what is to be erased");
        }
        return reason;
    }

    private static Stream<String> traces(Person person) {
        return Stream.<@Nullable Sealed>of(
                        person.fullName(), person.idNumber(), person.address(), person.phone(), person.email())
                .filter(Objects::nonNull)
                .filter(text -> !text.isErased())
                .map(text -> text.clear().strip())
                .filter(text -> text.length() >= SHORTEST_TRACE);
    }
}
