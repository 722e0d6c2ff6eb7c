/** Stores filled to size: cases that were really worked on, copied many times over by bulk paths. */
@NullMarked
package vn.caunoi.ops.bench.filling;

import org.jspecify.annotations.NullMarked;
