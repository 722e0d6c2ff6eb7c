/** Tests. */
@NullMarked
package vn.caunoi.api.report;

import org.jspecify.annotations.NullMarked;
