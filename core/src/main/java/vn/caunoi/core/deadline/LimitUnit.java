package vn.caunoi.core.deadline;

/** What a limit of the law is measured in (ngày / ngày làm việc). */
public enum LimitUnit {
    CALENDAR_DAYS,
    WORKING_DAYS
}
