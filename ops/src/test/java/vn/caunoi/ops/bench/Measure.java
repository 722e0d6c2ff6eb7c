package vn.caunoi.ops.bench;

/**
 * One line of the result.
 *
 * @param id the row of the table it belongs to
 * @param name what is measured, and against whom
 * @param unit of ours and the peer's figure
 */
public record Measure(String id, String name, String unit, Goal goal) {}
