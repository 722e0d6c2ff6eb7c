/** Tests. */
@NullMarked
package vn.caunoi.core.clock;

import org.jspecify.annotations.NullMarked;
