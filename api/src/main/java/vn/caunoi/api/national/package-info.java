/** The national database of complaints and denunciations (NĐ 55/2022/NĐ-CP): sending, answers, and the way there. */
@NullMarked
package vn.caunoi.api.national;

import org.jspecify.annotations.NullMarked;
