/** Rows about task lists. */
@NullMarked
package vn.caunoi.ops.bench.inbox;

import org.jspecify.annotations.NullMarked;
