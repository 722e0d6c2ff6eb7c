package vn.caunoi.api.designer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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

    /** Tells what is proposed from whatever else could be: an approver approves what stood before them. */
    public String proposal() {
        if (proposedBy == null) return "";
        String all = String.join(
                "\n",
                proposedBy,
                Objects.requireNonNullElse(proposedNote, ""),
                String.valueOf(proposedFrom),
                new TreeSet<>(proposedUnits).toString());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public Seen seen() {
        return new Seen(revision, partsRevision);
    }
}
