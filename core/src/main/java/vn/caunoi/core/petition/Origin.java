package vn.caunoi.core.petition;

import org.jspecify.annotations.Nullable;

/**
 * Where an imported petition comes from.
 *
 * @param source name of the register
 * @param number the case's number there
 * @param channel the register's own word for the channel
 * @param closed whether it was already closed there; a closed one starts no process
 */
public record Origin(String source, String number, @Nullable String channel, boolean closed) {}
