package vn.caunoi.projections.insight;

/**
 * How long something took, in working days of eight hours.
 *
 * @param count how many there were
 * @param median half of them took no longer
 * @param ninth nine in ten took no longer
 * @param total all of them together
 */
public record Spread(long count, double median, double ninth, double total) {}
