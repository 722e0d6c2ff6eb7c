/** Letters of cases: what waits for whom, the book of a unit, and each letter as the record tells it. */
@NullMarked
package vn.caunoi.projections.letter;

import org.jspecify.annotations.NullMarked;
