package vn.caunoi.ops.bench;

import java.util.Arrays;

/** How long something takes, many times over, in milliseconds. */
public record Timing(double[] sorted) {

    /** Runs it so many times, one after the other. */
    public static Timing of(int times, Runnable what) {
        double[] taken = new double[times];
        for (int n = 0; n < times; n++) {
            long begun = System.nanoTime();
            what.run();
            taken[n] = (System.nanoTime() - begun) / 1e6;
        }
        return of(taken);
    }

    public static Timing of(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return new Timing(sorted);
    }

    public double median() {
        return Figures.median(sorted);
    }

    /** The time that 99 of 100 keep within. */
    public double p99() {
        return sorted[(int) Math.ceil(sorted.length * 0.99) - 1];
    }
}
