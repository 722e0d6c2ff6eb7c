/** Periodic reports: live and frozen, with the cases behind each number. */
@NullMarked
package vn.caunoi.api.report;

import org.jspecify.annotations.NullMarked;
