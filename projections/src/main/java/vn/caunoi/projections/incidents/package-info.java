/** Petitions whose process could not follow an event. */
@NullMarked
package vn.caunoi.projections.incidents;

import org.jspecify.annotations.NullMarked;
