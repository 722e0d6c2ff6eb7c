package vn.caunoi.core.process;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;

/** All that can be ordered of a process model. */
public sealed interface ProcessCommand {

    String key();

    @TargetAggregateIdentifier
    default String stream() {
        return "process:" + key();
    }

    /**
     * Publishes the next version; a model equal to the newest one, in effect as that one is, changes nothing. Answers the
     * version number.
     *
     * @param note why; null where nobody was asked
     * @param proposedBy account of who proposed it to the sender; null where nobody did
     * @param effectiveFrom new cases follow it from then on; null, or a time that has passed: at once
     * @param pilot units whose new cases follow it; empty for those of all
     * @param parts what is published with the diagram as one package, by name
     */
    record PublishProcess(
            String key,
            String name,
            String hash,
            String xml,
            Set<String> catches,
            @Nullable String note,
            @Nullable String proposedBy,
            @Nullable Instant effectiveFrom,
            Set<UnitId> pilot,
            Map<String, String> parts)
            implements ProcessCommand {
        public PublishProcess {
            pilot = Set.copyOf(pilot);
            parts = Map.copyOf(parts);
        }
    }

    /**
     * A version that only some units follow is for more of them.
     *
     * @param pilot all units from now on, those of before among them; empty: the pilot is over and it is for all
     */
    record WidenVersion(String key, int version, Set<UnitId> pilot, String reason) implements ProcessCommand {
        public WidenVersion {
            pilot = Set.copyOf(pilot);
        }
    }

    /** No new case follows the version any more; those on it go on. The last one for all cannot be retired. */
    record RetireVersion(String key, int version, String reason) implements ProcessCommand {}
}
