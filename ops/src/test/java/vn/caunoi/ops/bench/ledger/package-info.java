/** Rows about writing events and reading them again. */
@NullMarked
package vn.caunoi.ops.bench.ledger;

import org.jspecify.annotations.NullMarked;
