package vn.caunoi.ops.bench;

import java.util.Locale;

/**
 * What a measure has to reach.
 *
 * @param way how the two sides are set against each other
 * @param goal the figure to reach
 * @param stretch the figure we would like to reach
 */
public record Goal(Way way, double goal, double stretch) {

    /** How a ratio is formed, and on which side of the goal it should lie. */
    public enum Way {
        /** Ours divided by the peer's; more is better (things a second). */
        MORE,
        /** The peer's divided by ours, "so many times as fast"; more is better (time a thing takes). */
        FASTER,
        /** Ours divided by the peer's; less is better (time, bytes, calls). */
        LESS,
        /** Ours alone, in its unit; less is better. */
        BELOW,
        /** Ours divided by the peer's; only told. */
        TOLD
    }

    public static Goal more(double goal, double stretch) {
        return new Goal(Way.MORE, goal, stretch);
    }

    public static Goal faster(double goal, double stretch) {
        return new Goal(Way.FASTER, goal, stretch);
    }

    public static Goal less(double goal, double stretch) {
        return new Goal(Way.LESS, goal, stretch);
    }

    public static Goal below(double goal, double stretch) {
        return new Goal(Way.BELOW, goal, stretch);
    }

    /** A companion figure that nothing depends on. */
    public static Goal none() {
        return new Goal(Way.TOLD, Double.NaN, Double.NaN);
    }

    public boolean isNone() {
        return way == Way.TOLD;
    }

    double figure(double ours, double peer) {
        return switch (way) {
            case MORE, LESS, TOLD -> ours / peer;
            case FASTER -> peer / ours;
            case BELOW -> ours;
        };
    }

    boolean isReachedBy(double figure) {
        return reaches(figure, goal);
    }

    boolean isStretchReachedBy(double figure) {
        return reaches(figure, stretch);
    }

    private boolean reaches(double figure, double bound) {
        return switch (way) {
            case MORE, FASTER -> figure >= bound;
            case LESS, BELOW -> figure <= bound;
            case TOLD -> true;
        };
    }

    @Override
    public String toString() {
        return switch (way) {
            case MORE, FASTER -> "≥ " + plain(goal);
            case LESS, BELOW -> "≤ " + plain(goal);
            case TOLD -> "-";
        };
    }

    /** In the words of the result. */
    public static String told(double value) {
        return plain(value);
    }

    static String plain(double value) {
        if (Double.isNaN(value)) return "-";
        if (value == Math.rint(value) && Math.abs(value) >= 10) return String.format(Locale.ROOT, "%,.0f", value);
        double size = Math.abs(value);
        String format =
                size >= 1000 ? "%,.0f" : size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, format, value);
    }
}
