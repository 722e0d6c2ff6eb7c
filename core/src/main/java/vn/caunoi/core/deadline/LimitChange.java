package vn.caunoi.core.deadline;

import org.jspecify.annotations.Nullable;

/** What moved a deadline on its way; exactly one of the two. */
public record LimitChange(
        @Nullable Limit extension, @Nullable Pause pause) {}
