package vn.caunoi.core.deadline;

/**
 * A length of time as the law states it (thời hạn), for example 30 days or 7 working days.
 *
 * @param amount number of days, at least 1
 */
public record Limit(int amount, LimitUnit unit) {

    public Limit {
        if (amount < 1) throw new IllegalArgumentException("a limit has at least one day, not " + amount);
    }

    public static Limit calendarDays(int amount) {
        return new Limit(amount, LimitUnit.CALENDAR_DAYS);
    }

    public static Limit workingDays(int amount) {
        return new Limit(amount, LimitUnit.WORKING_DAYS);
    }
}
