/** Dialogue conferences, what was raised at them, and which units held theirs. */
@NullMarked
package vn.caunoi.projections.conference;

import org.jspecify.annotations.NullMarked;
