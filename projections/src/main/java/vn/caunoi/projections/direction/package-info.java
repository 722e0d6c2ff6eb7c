/** What superiors directed in cases, and what is to be done yet. */
@NullMarked
package vn.caunoi.projections.direction;

import org.jspecify.annotations.NullMarked;
