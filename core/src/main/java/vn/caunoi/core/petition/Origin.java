package vn.caunoi.core.petition;

import org.jspecify.annotations.Nullable;

/**
 * Where an imported petition comes from.
 *
 * @param source name of the register
 * @param number the case's number there
 * @param channel the register's own word for the channel
 * @param closed whether it was already closed there; a closed one starts no process
 * @param stoodAt how far it had come there, which its process starts from once all is taken over; null for a register that
 *     did not say, as none did at first: then the process starts with the receipt
 */
public record Origin(
        String source,
        String number,
        @Nullable String channel,
        boolean closed,
        @Nullable Stand stoodAt) {

    /** Who acts when a case is taken over: what a register tells happened long ago, and nobody is told of it again. */
    public static final String IMPORTER = "system:import";

    public Origin(String source, String number, @Nullable String channel, boolean closed) {
        this(source, number, channel, closed, null);
    }
}
