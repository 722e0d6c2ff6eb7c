package vn.caunoi.projections.insight;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lengths of time, in seconds, while they are gathered. */
final class Lengths {
    private static final double MIDDLE = 0.5;
    private static final double NINTH = 0.9;

    private long[] values = new long[16];
    private int size;
    private long sum;

    void add(long seconds) {
        if (size == values.length) values = Arrays.copyOf(values, size * 2);
        values[size++] = seconds;
        sum += seconds;
    }

    /** Null when there are none. */
    @Nullable Spread spread() {
        if (size == 0) return null;
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return new Spread(size, at(sorted, MIDDLE), at(sorted, NINTH), days(sum));
    }

    /** Between two of them in proportion, as PostgreSQL's {@code percentile_cont}. */
    private static double at(long[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return days(sorted[below] + (place - below) * (sorted[above] - sorted[below]));
    }

    static double days(double seconds) {
        return seconds / WorkingTime.DAY;
    }
}
