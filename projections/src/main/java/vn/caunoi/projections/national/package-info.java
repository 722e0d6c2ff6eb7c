/** How petitions stand with the national database of complaints and denunciations (NĐ 55/2022/NĐ-CP). */
@NullMarked
package vn.caunoi.projections.national;

import org.jspecify.annotations.NullMarked;
