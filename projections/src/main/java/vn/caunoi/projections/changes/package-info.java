/** What was changed in the house itself, for those who look over its shoulder. */
@NullMarked
package vn.caunoi.projections.changes;

import org.jspecify.annotations.NullMarked;
