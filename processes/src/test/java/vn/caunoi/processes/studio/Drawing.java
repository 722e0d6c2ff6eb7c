package vn.caunoi.processes.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where everything of a diagram is drawn, in pixels. */
final class Drawing {

    record Point(double x, double y) {}

    record Box(double x, double y, double width, double height) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        Point middle() {
            return new Point(x + width / 2, y + height / 2);
        }

        boolean overlaps(Box other) {
            return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
        }

        boolean contains(Box other) {
            return x <= other.x && y <= other.y && other.right() <= right() && other.bottom() <= bottom();
        }

        Box shrunkBy(double by) {
            return new Box(x + by, y + by, width - 2 * by, height - 2 * by);
        }
    }

    record Shape(String element, Box box, @Nullable Box label) {}

    record Edge(
            String element, List<Point> points, @Nullable Box label) {}

    final Map<String, Shape> shapes = new LinkedHashMap<>();
    final Map<String, Edge> edges = new LinkedHashMap<>();

    Drawing(Diagram diagram) {
        diagram.root().tree().forEach(tag -> {
            String element = tag.get("bpmnElement", "");
            if (tag.is("bpmndi:BPMNShape")) shapes.put(element, new Shape(element, boxOf(tag), label(tag)));
            if (tag.is("bpmndi:BPMNEdge")) edges.put(element, new Edge(element, points(tag), label(tag)));
        });
    }

    private static @Nullable Box label(Tag tag) {
        Tag label = tag.first("bpmndi:BPMNLabel");
        return label == null || label.first("dc:Bounds") == null ? null : boxOf(label);
    }

    private static Box boxOf(Tag tag) {
        Tag bounds = java.util.Objects.requireNonNull(tag.first("dc:Bounds"));
        return new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static List<Point> points(Tag tag) {
        List<Point> points = new ArrayList<>();
        tag.all("di:waypoint").forEach(p -> points.add(new Point(number(p, "x"), number(p, "y"))));
        return points;
    }

    private static double number(Tag tag, String attribute) {
        return Double.parseDouble(tag.get(attribute, "0"));
    }
}
