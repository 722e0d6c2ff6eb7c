/** Tests. */
@NullMarked
package vn.caunoi.api.officer;

import org.jspecify.annotations.NullMarked;
