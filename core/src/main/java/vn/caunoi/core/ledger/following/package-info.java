/** Following the record for all read models of a program at once. */
@NullMarked
package vn.caunoi.core.ledger.following;

import org.jspecify.annotations.NullMarked;
