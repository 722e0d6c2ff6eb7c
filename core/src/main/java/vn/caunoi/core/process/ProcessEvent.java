package vn.caunoi.core.process;

import java.util.Set;
import vn.caunoi.core.ledger.StoredAs;

/** All that can happen to a process model. One stream per process key. */
public sealed interface ProcessEvent {

    /**
     * @param version our own number, from 1 per key; engine numbers are never shown
     * @param hash SHA-256 of the XML in hex
     * @param catches logical names of the events the model catches as messages
     */
    @StoredAs("process.published")
    record ProcessPublished(String key, int version, String name, String hash, String xml, Set<String> catches)
            implements ProcessEvent {}
}
