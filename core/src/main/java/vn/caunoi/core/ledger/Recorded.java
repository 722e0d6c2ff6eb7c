package vn.caunoi.core.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as it stands in the ledger.
 *
 * @param stream whose history it belongs to
 * @param sequence position in that history, from 0
 * @param name permanent name, for example {@code petition.received}
 * @param revision shape of the payload
 * @param at when it was recorded, in microseconds; never goes back within a stream
 * @param by who acted, null when nobody was named
 * @param payload the fact itself
 */
public record Recorded(
        String stream,
        long sequence,
        String name,
        int revision,
        Instant at,
        @Nullable String by,
        Object payload) {}
