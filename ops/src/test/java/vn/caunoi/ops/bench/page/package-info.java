/** Pages as a browser meets them. */
@NullMarked
package vn.caunoi.ops.bench.page;

import org.jspecify.annotations.NullMarked;
