/** Deadlines that run, as they are needed to count them anew; and the changes of calendar and rules. */
@NullMarked
package vn.caunoi.projections.timekeeping;

import org.jspecify.annotations.NullMarked;
