/** What everybody may read. */
@NullMarked
package vn.caunoi.projections.publicview;

import org.jspecify.annotations.NullMarked;
