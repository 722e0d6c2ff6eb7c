package vn.caunoi.projections.oversight;

/**
 * How long citizens waited until they were first told something in writing.
 *
 * @param median calendar days; half of them waited no longer
 * @param ninth calendar days; nine in ten waited no longer
 */
public record AnswerTime(double median, double ninth) {}
