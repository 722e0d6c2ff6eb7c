/** What periodic reports count, and what was submitted. */
@NullMarked
package vn.caunoi.projections.report;

import org.jspecify.annotations.NullMarked;
