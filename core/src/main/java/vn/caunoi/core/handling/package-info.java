/** What becomes of a petition before it is settled: eligibility, competence, and the handling the law proposes (TT 05/2021). */
@NullMarked
package vn.caunoi.core.handling;

import org.jspecify.annotations.NullMarked;
