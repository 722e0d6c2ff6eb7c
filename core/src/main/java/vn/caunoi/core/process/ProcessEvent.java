package vn.caunoi.core.process;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.ledger.StoredAs;

/** All that can happen to a process model. One stream per process key. */
public sealed interface ProcessEvent {

    /**
     * @param version our own number, from 1 per key; engine numbers are never shown
     * @param hash SHA-256 of the XML in hex
     * @param catches logical names of the events the model catches as messages
     * @param note why, in the words of who published it; null where nobody was asked
     * @param proposedBy account of who drew it, where another one approved; null where one person publishes alone
     */
    @StoredAs("process.published")
    record ProcessPublished(
            String key,
            int version,
            String name,
            String hash,
            String xml,
            Set<String> catches,
            @Nullable String note,
            @Nullable String proposedBy)
            implements ProcessEvent {}
}
