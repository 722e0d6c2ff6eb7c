/** The one clock everything legal is told by. */
@NullMarked
package vn.caunoi.core.clock;

import org.jspecify.annotations.NullMarked;
