/** Periodic reports (TT 01/2024/TT-TTCP): what is counted, for which period, and what was submitted. */
@NullMarked
package vn.caunoi.core.report;

import org.jspecify.annotations.NullMarked;
