package vn.caunoi.core.handling;

import org.jspecify.annotations.Nullable;

/**
 * The row of the handling table that answered, as recorded in the event.
 *
 * @param row permanent, for example {@code H12}
 * @param version name of the table and a short hash of its content
 * @param outcome by which a task of classification ends so; null where that is left open
 * @param source law and article
 * @param confidence {@code S}, {@code S-}, {@code M+}, {@code M?} or {@code X}
 */
public record HandlingRule(
        String row,
        String version,
        Handling handling,
        @Nullable String outcome,
        String source,
        String confidence) {}
