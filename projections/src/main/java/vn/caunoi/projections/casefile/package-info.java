/** One case, whole: as it stands, as it stood, and how it came about; and finding cases. */
@NullMarked
package vn.caunoi.projections.casefile;

import org.jspecify.annotations.NullMarked;
