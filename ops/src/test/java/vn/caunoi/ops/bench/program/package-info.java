/** Rows about the program as a process of its own. */
@NullMarked
package vn.caunoi.ops.bench.program;

import org.jspecify.annotations.NullMarked;
