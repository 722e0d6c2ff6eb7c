@NullMarked
package vn.caunoi.projections.report;

import org.jspecify.annotations.NullMarked;
