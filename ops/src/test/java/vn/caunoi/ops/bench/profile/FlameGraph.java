package vn.caunoi.ops.bench.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A picture of the stacks: each frame as wide as its share of the samples, callers below. Names show on hovering. */
final class FlameGraph {
    private static final double WIDTH = 1200;
    private static final int LINE = 16;
    private static final double WIDTH_OF_A_LETTER = 6.2;

    private final Stacks stacks;
    private final double least;
    private final StringBuilder svg = new StringBuilder();
    private int deepest;

    /** Of an outline's words. */
    private static final Map<String, String> COLOURS = Map.of(
            "the database's driver: binding, sending, reading answers", "#d8a1c9",
            "Axon: messages, units of work, interceptors", "#a9d8a1",
            "Spring: transactions, statements, proxies", "#cfe0a8",
            "the process engine", "#e6b87f",
            "the driver", "#7fb8e6",
            "read models", "#7fb8e6",
            "the ledger", "#7fb8e6",
            "the aggregate and its rules", "#7fb8e6",
            "JSON", "#e69a8f",
            "hashing and random ids", "#e6d87f");

    private static final class Node {
        private final Map<String, Node> inner = new TreeMap<>();
        private int samples;
    }

    /** @param least width of a frame that is drawn, of 1,200 */
    FlameGraph(Stacks stacks, double least) {
        this.stacks = stacks;
        this.least = least;
    }

    String svg() {
        Node all = new Node();
        stacks.counts().forEach((frames, n) -> add(all, frames, n));
        draw("all", all, 0, 0, WIDTH / Math.max(1, all.samples));
        int height = (deepest + 1) * LINE;
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 %d %.0f %d' font-family='sans-serif' font-size='11'>\n"
                        .formatted(-height + LINE, WIDTH, height)
                + svg + "</svg>\n";
    }

    private static void add(Node root, List<String> frames, int samples) {
        Node node = root;
        node.samples += samples;
        for (String frame : frames) {
            node = node.inner.computeIfAbsent(frame, first -> new Node());
            node.samples += samples;
        }
    }

    private void draw(String name, Node node, double x, int depth, double each) {
        double width = node.samples * each;
        if (width < least) return;
        deepest = Math.max(deepest, depth);
        svg.append(String.format(
                Locale.ROOT,
                "<g><title>%s, %d samples</title><rect x='%.1f' y='%d' width='%.1f' height='%d' fill='%s'/>",
                escaped(name),
                node.samples,
                x,
                -depth * LINE,
                width,
                LINE - 1,
                colour(name)));
        int letters = (int) (width / WIDTH_OF_A_LETTER);
        if (letters > 4)
            svg.append(String.format(
                    Locale.ROOT, "<text x='%.1f' y='%d'>%s</text>", x + 2, -depth * LINE + 11, shown(name, letters)));
        svg.append("</g>\n");
        double left = x;
        for (var inner : node.inner.entrySet()) {
            draw(inner.getKey(), inner.getValue(), left, depth + 1, each);
            left += inner.getValue().samples * each;
        }
    }

    private static String shown(String name, int letters) {
        String[] parts = name.split("[.]");
        String last = parts.length > 2 ? parts[parts.length - 2] + "." + parts[parts.length - 1] : name;
        return escaped(last.substring(0, Math.min(letters, last.length())));
    }

    private static String colour(String name) {
        if (name.startsWith("vn.caunoi.")) return "#7fb8e6";
        if (name.startsWith("org.camunda.")) return "#e6b87f";
        if (name.startsWith("org.axonframework.")) return "#a9d8a1";
        if (name.startsWith("org.postgresql.")) return "#d8a1c9";
        return COLOURS.getOrDefault(name, "#dddddd");
    }

    private static String escaped(String name) {
        return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
