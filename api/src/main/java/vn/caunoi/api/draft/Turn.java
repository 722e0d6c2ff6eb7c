package vn.caunoi.api.draft;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a draft stands among all that are kept of a form, in however many windows: a later one is never replaced by one of
 * before, however late that arrives.
 *
 * @param form rises with every form that is shown
 * @param step rises with every draft that is kept of it
 */
public record Turn(long form, long step) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

    /** As a script writes it; none for anything else. */
    public static Optional<Turn> of(@Nullable String written) {
        Matcher turn = WRITTEN.matcher(written == null ? "" : written);
        return turn.matches()
                ? Optional.of(new Turn(Long.parseLong(turn.group(1)), Long.parseLong(turn.group(2))))
                : Optional.empty();
    }

    /** After all drafts that were or will be kept of forms shown until now. */
    static Turn last(long form) {
        return new Turn(form, Long.MAX_VALUE);
    }
}
