package vn.caunoi.core.form;

/**
 * Words a date bound may use instead of an ISO date, each optionally followed by {@code +nd} or {@code -nd}
 * (calendar days): the day of the answer, and days of the petition. A day that is not there yet counts as
 * {@link #TODAY}.
 */
public enum Bound {
    TODAY,
    RECEIVED,
    CLASSIFIED,
    ACCEPTED,
    VERIFIED,
    CONVENED,
    APPROVED,
    ISSUED,
    ANSWERED,
    SENT,
    CONCLUDED,
    PROTECTION_REQUESTED,
    PROTECTED
}
