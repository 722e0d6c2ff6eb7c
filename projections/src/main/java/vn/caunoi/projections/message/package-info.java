/** Messages to petitioners: what is to be sent and what became of it. */
@NullMarked
package vn.caunoi.projections.message;

import org.jspecify.annotations.NullMarked;
