/** What happened is told to those outside of the case who wait for it: each event once. */
@NullMarked
package vn.caunoi.api.outbox;

import org.jspecify.annotations.NullMarked;
