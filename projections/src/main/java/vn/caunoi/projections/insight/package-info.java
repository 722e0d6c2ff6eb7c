/** How cases go through processes: where they stand, how long each step takes, which ways they go. */
@NullMarked
package vn.caunoi.projections.insight;

import org.jspecify.annotations.NullMarked;
