package vn.caunoi.api.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What all that is given out for one request follows from: repeated with its seed, a request comes to the same. It begins
 * with the moment the request was first made at, so that ids made of it rise with time. The moment orders, it protects
 * nothing: whoever makes one up in a form only puts the own petition elsewhere in an index.
 */
public final class Seed {

    private static final Pattern BEGINS = Pattern.compile("at ([0-9a-f]{12}) .*", Pattern.DOTALL);
    private static final int BASE = 16;

    private Seed() {}

    /** One that is handed out once, for what is sent once. */
    public static String fresh() {
        return since(Instant.now(), UUID.randomUUID().toString());
    }

    /** That of the request's key, which the filter remembers with it; a fresh one where none was given. */
    public static String of(HttpServletRequest request) {
        Object remembered = request.getAttribute(OnceFilter.SEED);
        return remembered == null ? fresh() : remembered.toString();
    }

    /** @param begun null for a key that was taken before moments were remembered */
    static String since(@Nullable Instant begun, String permanent) {
        return begun == null ? permanent : "at %012x %s".formatted(begun.toEpochMilli(), permanent);
    }

    /** Milliseconds since 1970; none in a seed that was handed out before they began with a moment. */
    public static OptionalLong millis(String seed) {
        Matcher begins = BEGINS.matcher(seed);
        return begins.matches() ? OptionalLong.of(Long.parseLong(begins.group(1), BASE)) : OptionalLong.empty();
    }
}
