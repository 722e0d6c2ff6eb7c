package vn.caunoi.core.process;

import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** All that can be ordered of a process model. */
public sealed interface ProcessCommand {

    /**
     * Publishes the next version; a model equal to the newest one changes nothing. Answers the version number.
     *
     * @param note why; null where nobody was asked
     * @param proposedBy account of who proposed it to the sender; null where nobody did
     */
    record PublishProcess(
            String key,
            String name,
            String hash,
            String xml,
            Set<String> catches,
            @Nullable String note,
            @Nullable String proposedBy)
            implements ProcessCommand {
        @TargetAggregateIdentifier
        public String stream() {
            return "process:" + key;
        }
    }
}
