/** Petitions taken over from a former register, and given out, by command. */
@NullMarked
package vn.caunoi.ops.moving;

import org.jspecify.annotations.NullMarked;
