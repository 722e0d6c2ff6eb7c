package vn.caunoi.core.report;

/** Which part of a reporting year a report is about. */
public enum Term {
    Q1,
    Q2,
    HALF,
    Q3,
    NINE_MONTHS,
    Q4,
    YEAR
}
