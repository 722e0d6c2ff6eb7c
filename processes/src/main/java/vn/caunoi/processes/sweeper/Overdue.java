package vn.caunoi.processes.sweeper;

import java.time.Instant;

/**
 * A deadline that passed and is still to be met, as somebody else knows it.
 *
 * @param stage stage word of the deadline table
 */
public record Overdue(String petition, String stage, Instant due) {}
