/** Tests. */
@NullMarked
package vn.caunoi.api.reading;

import org.jspecify.annotations.NullMarked;
