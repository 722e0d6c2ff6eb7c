/**
 * Legal time: the working calendar, limits, due dates with an explanation of every day, and the
 * question asked of the deadline table. Pure values; nothing here reads a clock or a database.
 */
@NullMarked
package vn.caunoi.core.deadline;

import org.jspecify.annotations.NullMarked;
