package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What had been done with a petition in the register it is taken over from.
 *
 * @param acceptedOn null while it is not accepted
 * @param decided null while it is neither resolved nor concluded
 * @param closed null while it is open
 */
public record Reached(
        Stand stand,
        @Nullable LocalDate acceptedOn,
        boolean complex,
        boolean remote,
        @Nullable Decided decided,
        @Nullable Closed closed) {

    /**
     * @param conclusion of a complaint
     * @param verdict of a denunciation
     */
    public record Decided(
            String number,
            LocalDate on,
            @Nullable Conclusion conclusion,
            @Nullable Verdict verdict) {}

    public record Closed(ClosingGround ground, Instant at) {}

    /** Not worked on yet. */
    public static Reached received() {
        return new Reached(Stand.RECEIVED, null, false, false, null, null);
    }
}
