package vn.caunoi.core.report;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Kind;

/**
 * One way to be counted.
 *
 * @param kinds of petition or matter; empty for all, also for those not classified
 * @param details any of these; of visits all of these; empty for whatever it is
 * @param categories any of these, or below one of them; empty for all
 * @param fields what the tree of categories counts as any of these; empty for all
 * @param also what must have happened as well by the end of the period; {@code not} what must not
 * @param late only what is past a limit at the end of the period
 */
public record Counted(
        Counts what,
        When when,
        List<Kind> kinds,
        List<String> details,
        List<String> categories,
        List<String> fields,
        List<Counts> also,
        List<Counts> not,
        boolean late) {

    /** When it counts for a period. */
    public enum When {
        /** It happened in the period. */
        IN,
        /** It had begun before the period and lasted into it. */
        START,
        /** It had begun by the end of the period and went on after it. */
        END
    }

    public Counted {
        if ((when == When.IN) == what.lasts()) {
            throw new IllegalArgumentException(what + " cannot be counted " + when);
        }
        kinds = some(kinds);
        details = some(details);
        categories = some(categories);
        fields = some(fields);
        also = some(also);
        not = some(not);
    }

    private static <T> List<T> some(@Nullable List<T> given) {
        return List.copyOf(Objects.requireNonNullElse(given, List.of()));
    }

    /** Whether nothing but denunciations is counted. */
    public boolean isOfDenunciations() {
        return kinds.equals(List.of(Kind.DENUNCIATION));
    }

    /** Whether denunciations are among what is counted. */
    public boolean hasDenunciations() {
        return what != Counts.SITTING && (kinds.isEmpty() || kinds.contains(Kind.DENUNCIATION));
    }
}
