/** The record: events on PostgreSQL, their stored form, and reading them back. */
@NullMarked
package vn.caunoi.core.ledger;

import org.jspecify.annotations.NullMarked;
