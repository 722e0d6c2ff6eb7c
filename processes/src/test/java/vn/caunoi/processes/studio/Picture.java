package vn.caunoi.processes.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.caunoi.processes.studio.Drawing.Box;
import vn.caunoi.processes.studio.Drawing.Edge;
import vn.caunoi.processes.studio.Drawing.Point;
import vn.caunoi.processes.studio.Drawing.Shape;

/** Draws a diagram as SVG, as its DI says; the same bytes for the same diagram. */
final class Picture {

    private static final double CHARACTER = 6.1;
    private static final double LINE = 14;

    private final Diagram diagram;
    private final Drawing drawing;
    private final StringBuilder svg = new StringBuilder();

    private Picture(Diagram diagram) {
        this.diagram = diagram;
        this.drawing = new Drawing(diagram);
    }

    static String of(Diagram diagram) {
        return new Picture(diagram).draw();
    }

    private String draw() {
        double right = drawing.shapes.values().stream()
                        .mapToDouble(s -> s.box().right())
                        .max()
                        .orElse(0)
                + 20;
        double bottom = drawing.shapes.values().stream()
                        .mapToDouble(s -> s.box().bottom())
                        .max()
                        .orElse(0)
                + 20;
        double left = drawing.shapes.values().stream()
                        .mapToDouble(s -> s.box().x())
                        .min()
                        .orElse(0)
                - 20;
        double top = drawing.shapes.values().stream()
                        .mapToDouble(s -> s.box().y())
                        .min()
                        .orElse(0)
                - 20;
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"%s %s %s %s\""
                        + " font-family=\"Arial, Liberation Sans, DejaVu Sans, sans-serif\" font-size=\"12\" role=\"img\">",
                n(right - left), n(bottom - top), n(left), n(top), n(right - left), n(bottom - top));
        line("<title>%s</title>", escaped(diagram.name()));
        line("<defs><marker id=\"tip\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" markerHeight=\"8\""
                + " orient=\"auto\"><path d=\"M0 1L10 5L0 9z\"/></marker></defs>");
        line(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"#fff\"/>",
                n(left), n(top), n(right - left), n(bottom - top));
        diagram.root()
                .tree()
                .filter(t -> t.is("bpmn:participant") || t.is("bpmn:lane"))
                .forEach(this::band);
        diagram.steps("subProcess").forEach(this::subprocess);
        diagram.flows().forEach(this::flow);
        diagram.steps().filter(step -> !step.is("subProcess")).forEach(this::step);
        return svg.append("</svg>\n").toString();
    }

    private void band(Tag tag) {
        Shape shape = drawing.shapes.get(tag.get("id", ""));
        if (shape == null) return;
        Box b = shape.box();
        rectangle(b, 0, "#fff", "#444", 1, "");
        line(
                "<text transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"middle\">%s</text>",
                n(b.x() + 19), n(b.middle().y()), escaped(tag.get("name", "")));
        line("<path d=\"M%s %sV%s\" stroke=\"#444\"/>", n(b.x() + 30), n(b.y()), n(b.bottom()));
    }

    private void subprocess(Diagram.Step step) {
        Shape shape = drawing.shapes.get(step.id());
        if (shape == null) return;
        rectangle(shape.box(), 8, "#fafafa", "#444", 1, step.isEventSubprocess() ? " stroke-dasharray=\"2 3\"" : "");
        text(
                step.name(),
                new Box(shape.box().x(), shape.box().y() + 4, shape.box().width(), LINE),
                "bold");
    }

    private void flow(Diagram.Flow flow) {
        Edge edge = drawing.edges.get(flow.id());
        if (edge == null) return;
        StringBuilder path = new StringBuilder();
        edge.points().forEach(p -> path.append(path.isEmpty() ? "M" : "L")
                .append(n(p.x()))
                .append(' ')
                .append(n(p.y())));
        line("<path d=\"%s\" fill=\"none\" stroke=\"#222\" stroke-width=\"1.3\" marker-end=\"url(#tip)\"/>", path);
        if (isDefault(flow)) slash(edge.points().get(0), edge.points().get(1));
        if (edge.label() != null) text(flow.name(), edge.label(), "normal");
    }

    private boolean isDefault(Diagram.Flow flow) {
        Diagram.Step from = diagram.step(flow.from());
        return from != null && flow.id().equals(from.tag().get("default"));
    }

    private void slash(Point a, Point b) {
        double length = Math.hypot(b.x() - a.x(), b.y() - a.y());
        double x = a.x() + (b.x() - a.x()) / length * 9;
        double y = a.y() + (b.y() - a.y()) / length * 9;
        line("<path d=\"M%s %sL%s %s\" stroke=\"#222\" stroke-width=\"1.3\"/>", n(x - 4), n(y + 5), n(x + 4), n(y - 5));
    }

    private void step(Diagram.Step step) {
        Shape shape = drawing.shapes.get(step.id());
        if (shape == null) return;
        Box b = shape.box();
        if (step.tag().name().endsWith("Event")) event(step, b);
        else if (step.tag().name().endsWith("Gateway")) gateway(b);
        else task(step, b);
        if (shape.label() != null) text(step.name(), shape.label(), "normal");
    }

    private void task(Diagram.Step step, Box b) {
        boolean person = step.is("userTask");
        rectangle(b, 10, person ? "#eaf3ff" : "#f3f3f3", "#222", 1.5, "");
        Point icon = new Point(b.x() + 12, b.y() + 12);
        if (person) {
            line(
                    "<path d=\"M%s %sa5.5 6 0 0 1 11 0z\" fill=\"#222\"/><circle cx=\"%s\" cy=\"%s\" r=\"3\" fill=\"#222\"/>",
                    n(icon.x() - 5.5), n(icon.y() + 6), n(icon.x()), n(icon.y() - 3));
        } else {
            line(
                    "<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"none\" stroke=\"#222\" stroke-width=\"3\""
                            + " stroke-dasharray=\"1.6 1.54\"/><circle cx=\"%s\" cy=\"%s\" r=\"3\" fill=\"none\" stroke=\"#222\"/>",
                    n(icon.x()), n(icon.y()), n(icon.x()), n(icon.y()));
        }
        text(step.name(), b.shrunkBy(4), "normal");
    }

    private void event(Diagram.Step step, Box b) {
        double radius = b.width() / 2;
        Point m = b.middle();
        boolean dashed = "false".equals(step.tag().get("isInterrupting"));
        line(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"#fff\" stroke=\"#222\" stroke-width=\"%s\"%s/>",
                n(m.x()),
                n(m.y()),
                n(radius),
                step.is("endEvent") ? "4" : "1.5",
                dashed ? " stroke-dasharray=\"5 3\"" : "");
        if (diagram.message(step.tag()) != null) {
            line(
                    "<path d=\"M%s %sh16v11h-16zl8 6l8 -6\" fill=\"none\" stroke=\"#222\"/>",
                    n(m.x() - 8), n(m.y() - 5.5));
        }
    }

    private void gateway(Box b) {
        Point m = b.middle();
        line(
                "<path d=\"M%s %sL%s %sL%s %sL%s %sz\" fill=\"#fff\" stroke=\"#222\" stroke-width=\"1.5\"/>",
                n(m.x()), n(b.y()), n(b.right()), n(m.y()), n(m.x()), n(b.bottom()), n(b.x()), n(m.y()));
        line("<path d=\"M%s %sl14 14m0 -14l-14 14\" stroke=\"#222\" stroke-width=\"3\"/>", n(m.x() - 7), n(m.y() - 7));
    }

    private void rectangle(Box b, double round, String fill, String stroke, double width, String more) {
        line(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>",
                n(b.x()), n(b.y()), n(b.width()), n(b.height()), n(round), fill, stroke, n(width), more);
    }

    private void text(String words, Box box, String weight) {
        List<String> lines = wrapped(words, box.width());
        double y = box.middle().y() - (lines.size() - 1) * LINE / 2 + 4;
        for (String line : lines) {
            line(
                    "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\" font-weight=\"%s\">%s</text>",
                    n(box.middle().x()), n(y), weight, escaped(line));
            y += LINE;
        }
    }

    static List<String> wrapped(String words, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = null;
        for (String word : words.split(" ")) {
            if (line == null || (line.length() + 1 + word.length()) * CHARACTER > width + 4) {
                if (line != null) lines.add(line.toString());
                line = new StringBuilder(word);
            } else {
                line.append(' ').append(word);
            }
        }
        if (line != null) lines.add(line.toString());
        return lines;
    }

    private static String n(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void line(String pattern, Object... values) {
        svg.append(String.format(Locale.ROOT, pattern, values)).append('\n');
    }
}
