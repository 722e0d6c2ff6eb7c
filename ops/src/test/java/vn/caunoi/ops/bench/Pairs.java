package vn.caunoi.ops.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Takes down what a row measures, pair by pair. */
public final class Pairs {
    private final Map<Measure, List<double[]>> taken = new LinkedHashMap<>();
    private final Map<String, Map<String, Map<Double, List<Double>>>> curves = new LinkedHashMap<>();
    private final Map<String, String> remarks = new LinkedHashMap<>();
    private final Consumer<String> progress;

    /** @param progress is told each pair as it comes */
    Pairs(Consumer<String> progress) {
        this.progress = progress;
    }

    /** For what is only to warm up. */
    public static Pairs unseen() {
        return new Pairs(nothing -> {});
    }

    /** Figures of both sides from one pair. */
    public void add(Measure measure, double ours, double peer) {
        taken.computeIfAbsent(measure, first -> new ArrayList<>()).add(new double[] {ours, peer});
        String beside = Double.isNaN(peer) ? "" : ", peer " + Goal.plain(peer);
        progress.accept("%-3s %s: %s%s %s"
                .formatted(measure.id(), measure.name(), Goal.plain(ours), beside, measure.unit())
                .stripTrailing());
    }

    /** A figure without a peer. */
    public void add(Measure measure, double ours) {
        add(measure, ours, Double.NaN);
    }

    /** A point of a chart; points of one place become their median. */
    public void point(String chart, String curve, double x, double y) {
        curves.computeIfAbsent(chart, first -> new LinkedHashMap<>())
                .computeIfAbsent(curve, first -> new TreeMap<>())
                .computeIfAbsent(x, first -> new ArrayList<>())
                .add(y);
    }

    /** A setting or a circumstance to be told with the result. */
    public void remark(String what, Object value) {
        remarks.put(what, String.valueOf(value));
    }

    List<Figures> figures() {
        return taken.entrySet().stream()
                .map(of -> new Figures(
                        of.getKey(),
                        of.getValue().stream().map(pair -> pair[0]).toList(),
                        of.getValue().stream().map(pair -> pair[1]).toList()))
                .toList();
    }

    Map<String, Map<String, Map<Double, Double>>> curves() {
        Map<String, Map<String, Map<Double, Double>>> all = new LinkedHashMap<>();
        curves.forEach((chart, lines) -> lines.forEach(
                (curve, points) -> points.forEach((x, ys) -> all.computeIfAbsent(chart, first -> new LinkedHashMap<>())
                        .computeIfAbsent(curve, first -> new TreeMap<>())
                        .put(x, Figures.median(ys.stream().mapToDouble(y -> y).toArray())))));
        return all;
    }

    Map<String, String> remarks() {
        return remarks;
    }
}
