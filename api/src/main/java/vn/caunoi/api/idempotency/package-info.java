/** A request with an Idempotency-Key is done once and answered the same. */
@NullMarked
package vn.caunoi.api.idempotency;

import org.jspecify.annotations.NullMarked;
