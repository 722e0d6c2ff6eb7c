package vn.caunoi.api.designer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A diagram that designers work on.
 *
 * @param revision counts how often it was saved; who saves says which one they saw
 * @param basedKey process whose version it began with; null when it began otherwise, and {@code basedVersion} with it
 * @param made by the business clock, as is {@code changed}
 */
public record ModelDraft(
        String id,
        String name,
        String description,
        String xml,
        int revision,
        @Nullable String basedKey,
        @Nullable Integer basedVersion,
        Instant made,
        String madeBy,
        Instant changed,
        String changedBy) {}
