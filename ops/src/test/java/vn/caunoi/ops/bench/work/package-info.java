/** Rows about working on cases. */
@NullMarked
package vn.caunoi.ops.bench.work;

import org.jspecify.annotations.NullMarked;
