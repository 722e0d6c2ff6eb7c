/** What supervisors ask: overdue, escalated, unassigned, and figures with the cases behind them. */
@NullMarked
package vn.caunoi.projections.oversight;

import org.jspecify.annotations.NullMarked;
