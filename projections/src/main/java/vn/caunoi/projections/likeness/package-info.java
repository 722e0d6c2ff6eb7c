/** Which petitions may be about the same as another: by person, decision or text. */
@NullMarked
package vn.caunoi.projections.likeness;

import org.jspecify.annotations.NullMarked;
