package vn.caunoi.core.report;

import org.jspecify.annotations.Nullable;

/**
 * A number as it was submitted.
 *
 * @param value what was counted or typed; of a share what stands above the line
 * @param of of a share what stands below the line
 */
public record Figure(
        String table, String column, long value, @Nullable Long of, boolean typed) {}
