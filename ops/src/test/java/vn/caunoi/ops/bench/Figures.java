package vn.caunoi.ops.bench;

import java.util.Arrays;
import java.util.List;

/** The pairs of one measure, and what they say: medians, because others work on the machine too. */
public record Figures(Measure measure, List<Double> ours, List<Double> peers) {

    public Figures {
        ours = List.copyOf(ours);
        peers = List.copyOf(peers);
    }

    public double ourMedian() {
        return median(ours.stream().mapToDouble(x -> x).toArray());
    }

    /** Not a number where there is no peer. */
    public double peerMedian() {
        return median(peers.stream().mapToDouble(x -> x).toArray());
    }

    double[] ratios() {
        double[] all = new double[ours.size()];
        for (int n = 0; n < all.length; n++) all[n] = measure.goal().figure(ours.get(n), peers.get(n));
        Arrays.sort(all);
        return all;
    }

    public double ratio() {
        return median(ratios());
    }

    double lowest() {
        return ratios()[0];
    }

    double highest() {
        double[] all = ratios();
        return all[all.length - 1];
    }

    public boolean isReached() {
        return measure.goal().isReachedBy(ratio());
    }

    /** At the quick size only results count. */
    String verdict(Size size) {
        if (measure.goal().isNone()) return "-";
        if (size == Size.QUICK) return "right";
        return isReached() ? "ok" : "short";
    }

    String line(Size size) {
        return "%-4s %-66s %12s %12s %9s  %-19s %-8s %s"
                .formatted(
                        measure.id(),
                        measure.name(),
                        Goal.plain(ourMedian()) + " " + measure.unit(),
                        Double.isNaN(peerMedian()) ? "-" : Goal.plain(peerMedian()),
                        Goal.plain(ratio()),
                        "[" + Goal.plain(lowest()) + ".." + Goal.plain(highest()) + "]",
                        measure.goal(),
                        verdict(size));
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
