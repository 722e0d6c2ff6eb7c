/** Petitions of a former register taken over from a file, and given out in the same columns. */
@NullMarked
package vn.caunoi.api.moving;

import org.jspecify.annotations.NullMarked;
