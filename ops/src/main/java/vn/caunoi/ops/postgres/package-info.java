/**
 * A real PostgreSQL that the program brings along, starts on its data folder and stops last. Used only when no other
 * database is configured.
 */
@NullMarked
package vn.caunoi.ops.postgres;

import org.jspecify.annotations.NullMarked;
