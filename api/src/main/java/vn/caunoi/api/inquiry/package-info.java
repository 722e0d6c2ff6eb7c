/** What inspectors ask units about cases, outside the cases. */
@NullMarked
package vn.caunoi.api.inquiry;

import org.jspecify.annotations.NullMarked;
