/** Tests. */
@NullMarked
package vn.caunoi.ops.cli;

import org.jspecify.annotations.NullMarked;
