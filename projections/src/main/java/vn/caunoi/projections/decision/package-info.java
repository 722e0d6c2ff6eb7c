/** What follows decisions on complaints: legal effect, a second complaint, a court, carrying out. */
@NullMarked
package vn.caunoi.projections.decision;

import org.jspecify.annotations.NullMarked;
