package vn.caunoi.ops.bench;

import java.util.List;

/** How long the rest will take, by what rows took elsewhere and how much longer they have taken here so far. */
final class Estimate {
    private static final int USUAL_PAIRS = 5;

    private final Asked asked;
    private final List<Row.Entry> rows;
    private final long begun = System.nanoTime();

    Estimate(Asked asked, List<Row.Entry> rows) {
        this.asked = asked;
        this.rows = rows;
    }

    String before(Row.Entry row) {
        int place = rows.indexOf(row);
        String which = "row %s, %d of %d".formatted(row.id(), place + 1, rows.size());
        if (asked.size() != Size.USUAL || asked.cases() > 0) return which;
        double behind = seconds(rows.subList(0, place));
        double ahead = seconds(rows.subList(place, rows.size()));
        double slower = behind < 60 ? 1 : (System.nanoTime() - begun) / 1e9 / behind;
        return which + ", about %.0f min to the end of the last".formatted(Math.ceil(ahead * slower / 60));
    }

    /** Half of a row is preparing, by experience; the other half follows the number of pairs. */
    private double seconds(List<Row.Entry> some) {
        return some.stream()
                .mapToDouble(row -> row.seconds() * (1 + (double) asked.pairs(row.heavy()) / USUAL_PAIRS) / 2)
                .sum();
    }
}
