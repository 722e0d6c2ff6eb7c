/** Opinions that cases asked for: what waits for whom, and each as the record tells it. */
@NullMarked
package vn.caunoi.projections.consult;

import org.jspecify.annotations.NullMarked;
