package vn.caunoi.core.process;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.StoredAs;

/** All that can happen to a process model. One stream per process key. */
public sealed interface ProcessEvent {

    String key();

    int version();

    /**
     * @param version our own number, from 1 per key; engine numbers are never shown
     * @param hash SHA-256 of the XML in hex
     * @param catches logical names of the events the model catches as messages
     * @param note why, in the words of who published it; null where nobody was asked
     * @param proposedBy account of who drew it, where another one approved; null where one person publishes alone
     * @param effectiveFrom new cases follow it from then on; null: at once
     * @param pilot units whose new cases follow it; null for those of all
     * @param parts what was published with the diagram as one package, by name; null for nothing
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
            @Nullable String proposedBy,
            @Nullable Instant effectiveFrom,
            @Nullable Set<UnitId> pilot,
            @Nullable Map<String, String> parts)
            implements ProcessEvent {

        /** Empty: all. */
        public Set<UnitId> units() {
            return pilot == null ? Set.of() : pilot;
        }

        /** By name. */
        public Map<String, String> beside() {
            return parts == null ? Map.of() : parts;
        }
    }

    /** @param pilot units whose new cases follow it from now on; empty for those of all */
    @StoredAs("process.version-widened")
    record VersionWidened(String key, int version, Set<UnitId> pilot, String reason) implements ProcessEvent {}

    /** No new case follows it any more. */
    @StoredAs("process.version-retired")
    record VersionRetired(String key, int version, String reason) implements ProcessEvent {}
}
