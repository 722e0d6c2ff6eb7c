package vn.caunoi.api.designer;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A diagram that designers work on.
 *
 * @param revision counts how often it was saved; who saves says which one they saw
 * @param partsRevision counts how often a part beside the diagram was saved or taken out
 * @param basedKey process whose version it began with; null when it began otherwise, and {@code basedVersion} with it
 * @param made by the business clock, as is {@code changed}
 * @param proposedBy who wants it published, for the reason {@code proposedNote}; null while nobody does
 * @param proposedFrom from when on new cases would follow it; null: at once
 * @param proposedUnits whose new cases would; empty: those of all
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
        @Nullable String proposedNote,
        @Nullable Instant proposedFrom,
        Set<String> proposedUnits) {

    /** What somebody looked at: the diagram and its parts. */
    public record Seen(int revision, int parts) {}

    public Seen seen() {
        return new Seen(revision, partsRevision);
    }
}
