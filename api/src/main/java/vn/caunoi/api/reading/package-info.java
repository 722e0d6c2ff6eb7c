/** Who looked at which case: written beside the record, for supervisors. */
@NullMarked
package vn.caunoi.api.reading;

import org.jspecify.annotations.NullMarked;
