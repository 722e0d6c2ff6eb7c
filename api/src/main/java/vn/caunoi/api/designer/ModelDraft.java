package vn.caunoi.api.designer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A diagram that designers work on.
 *
 * @param revision counts how often it was saved; who saves says which one they saw
 * @param partsRevision counts how often a part beside the diagram was saved or taken out
 * @param basedKey process whose version it began with; null when it began otherwise, and {@code basedVersion} with it
 * @param made by the business clock, as is {@code changed}
 * @param proposedBy who wants it published, for the reason {@code proposedNote}; null while nobody does
 */
public record ModelDraft(
        String id,
        String name,
        String description,
        String xml,
        int revision,
        int partsRevision,
        @Nullable String basedKey,
        @Nullable Integer basedVersion,
        Instant made,
        String madeBy,
        Instant changed,
        String changedBy,
        @Nullable String proposedBy,
        @Nullable String proposedNote) {}
