/** The benchmark suite: measures this program against its peers, side by side, on one database server. */
@NullMarked
package vn.caunoi.ops.bench;

import org.jspecify.annotations.NullMarked;
