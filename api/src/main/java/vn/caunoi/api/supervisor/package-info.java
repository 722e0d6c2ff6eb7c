/** What supervisors look at: overdue, escalated, figures. */
@NullMarked
package vn.caunoi.api.supervisor;

import org.jspecify.annotations.NullMarked;
