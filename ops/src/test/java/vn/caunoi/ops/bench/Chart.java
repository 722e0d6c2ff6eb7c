package vn.caunoi.ops.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Curves in a picture, both axes logarithmic: sizes and times here span powers of ten. */
final class Chart {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 300;
    private static final int LEFT = 70;
    private static final int BOTTOM = 40;
    private static final int RIGHT = 150;
    private static final int TOP = 12;
    private static final List<String> COLOURS = List.of("var(--ours)", "var(--peer)", "#3a8f5c", "#8a4fbf", "#999");

    private final Map<String, Map<Double, Double>> curves;
    private final double[] x;
    private final double[] y;
    private final StringBuilder svg = new StringBuilder();

    Chart(Map<String, Map<Double, Double>> curves) {
        this.curves = curves;
        this.x = decades(curves.values().stream()
                .map(Map::keySet)
                .flatMap(Collection::stream)
                .toList());
        this.y = decades(curves.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .toList());
    }

    private static double[] decades(List<Double> values) {
        double least = values.stream()
                .filter(v -> v > 0)
                .mapToDouble(Math::log10)
                .min()
                .orElse(0);
        double most = values.stream()
                .filter(v -> v > 0)
                .mapToDouble(Math::log10)
                .max()
                .orElse(1);
        double low = Math.floor(least + 1e-9);
        return new double[] {low, Math.max(low + 1, Math.ceil(most - 1e-9))};
    }

    String svg() {
        svg.append("<svg viewBox='0 0 %d %d' width='%d' role='img'>".formatted(WIDTH, HEIGHT, WIDTH));
        for (double d = x[0]; d <= x[1]; d++)
            line(across(Math.pow(10, d)), TOP, across(Math.pow(10, d)), HEIGHT - BOTTOM, "", HEIGHT - BOTTOM + 18, d);
        for (double d = y[0]; d <= y[1]; d++)
            line(LEFT, up(Math.pow(10, d)), WIDTH - RIGHT, up(Math.pow(10, d)), "end", up(Math.pow(10, d)) + 4, d);
        int n = 0;
        for (var curve : curves.entrySet()) curve(curve.getKey(), curve.getValue(), n++);
        return svg.append("</svg>").toString();
    }

    /** As a file of its own, with the colours that a page would give it. */
    String file() {
        return svg().replaceFirst(
                        ">",
                        " xmlns='http://www.w3.org/2000/svg'><style>svg{--ours:#1f6feb;--peer:#b35900;--soft:#ddd;"
                                + "background:#fff}text{font:12px sans-serif}</style>");
    }

    private void line(double x1, double y1, double x2, double y2, String anchor, double textY, double decade) {
        boolean rows = anchor.equals("end");
        svg.append(at("<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='var(--soft)'/>", x1, y1, x2, y2));
        svg.append(at(
                "<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>",
                rows ? x1 - 6 : x1, textY, rows ? "end" : "middle", Goal.plain(Math.pow(10, decade))));
    }

    private void curve(String name, Map<Double, Double> points, int n) {
        String colour = COLOURS.get(n % COLOURS.size());
        StringBuilder path = new StringBuilder();
        points.forEach((a, b) -> {
            path.append(path.isEmpty() ? "M" : "L").append(at("%.1f %.1f", across(a), up(b)));
            svg.append(at("<circle cx='%.1f' cy='%.1f' r='3.5' fill='%s'/>", across(a), up(b), colour));
        });
        svg.append("<path d='%s' fill='none' stroke='%s' stroke-width='2'/>".formatted(path, colour));
        svg.append(at(
                "<text x='%d' y='%d' style='fill:%s'>%s</text>",
                WIDTH - RIGHT + 12, TOP + 16 + 18 * n, colour, ReportPage.text(name)));
    }

    private double across(double value) {
        return LEFT + (Math.log10(Math.max(value, 1e-9)) - x[0]) / (x[1] - x[0]) * (WIDTH - LEFT - RIGHT);
    }

    private double up(double value) {
        return HEIGHT - BOTTOM - (Math.log10(Math.max(value, 1e-9)) - y[0]) / (y[1] - y[0]) * (HEIGHT - BOTTOM - TOP);
    }

    private static String at(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
