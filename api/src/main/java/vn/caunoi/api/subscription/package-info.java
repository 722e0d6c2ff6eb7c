/** Figures that supervisors have sent to them by mail, each week or each month. */
@NullMarked
package vn.caunoi.api.subscription;

import org.jspecify.annotations.NullMarked;
