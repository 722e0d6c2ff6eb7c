/** Tests. */
@NullMarked
package vn.caunoi.api.idempotency;

import org.jspecify.annotations.NullMarked;
