package vn.caunoi.api.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told of events.
 *
 * @param kinds stored names of the events
 * @param by who registered it
 * @param failures how often it did not answer since it last did
 * @param off since when and why it is told nothing; null while it is
 */
public record Webhook(
        String id,
        URI url,
        List<String> kinds,
        Instant made,
        String by,
        int failures,
        @Nullable Off off) {

    /** @param why {@code BY_HAND} or {@code FAILURES} */
    public record Off(Instant at, String why) {}

    /**
     * One event on its way, or what became of it.
     *
     * @param kind stored name of the event
     * @param settled when it was taken or given up; null while it waits
     * @param status how the receiver answered last
     * @param problem word for why it was not taken
     */
    public record Delivery(
            String id,
            String kind,
            @Nullable String code,
            Instant at,
            int tries,
            Instant next,
            @Nullable Instant settled,
            @Nullable Integer status,
            @Nullable String problem) {}

    public Webhook {
        kinds = List.copyOf(kinds);
    }
}
