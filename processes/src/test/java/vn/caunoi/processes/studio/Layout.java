package vn.caunoi.processes.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.caunoi.processes.studio.Drawing.Box;
import vn.caunoi.processes.studio.Drawing.Edge;
import vn.caunoi.processes.studio.Drawing.Point;

/** What makes a drawing hard to read, each as a sentence. */
final class Layout {

    private final Diagram diagram;
    private final Drawing drawing;
    private final List<String> faults = new ArrayList<>();

    private Layout(Diagram diagram) {
        this.diagram = diagram;
        this.drawing = new Drawing(diagram);
    }

    static List<String> faults(Diagram diagram) {
        Layout layout = new Layout(diagram);
        layout.everythingIsDrawn();
        if (layout.faults.isEmpty()) {
            layout.shapesStandApart();
            layout.stepsStandInTheirLanes();
            layout.linesEndAtTheirShapes();
            layout.linesLeaveShapesAlone();
            layout.labelsStandFree();
        }
        return layout.faults;
    }

    private void everythingIsDrawn() {
        diagram.steps()
                .filter(s -> !drawing.shapes.containsKey(s.id()))
                .forEach(s -> faults.add(s.id() + " has no shape"));
        diagram.flows()
                .filter(f -> !drawing.edges.containsKey(f.id()))
                .forEach(f -> faults.add(f.id() + " has no edge"));
    }

    private void shapesStandApart() {
        List<Diagram.Step> steps = diagram.steps().toList();
        for (int i = 0; i < steps.size(); i++) {
            for (Diagram.Step other : steps.subList(i + 1, steps.size())) {
                Diagram.Step one = steps.get(i);
                boolean inside = other.scope().equals(one.id());
                if (inside && !box(one).contains(box(other))) faults.add(other.id() + " sticks out of " + one.id());
                if (!inside && !attached(one, other) && box(one).overlaps(box(other)))
                    faults.add(one.id() + " overlaps " + other.id());
            }
        }
    }

    private static boolean attached(Diagram.Step one, Diagram.Step other) {
        return one.id().equals(other.tag().get("attachedToRef"))
                || other.id().equals(one.tag().get("attachedToRef"));
    }

    private void stepsStandInTheirLanes() {
        Map<String, String> laneOf = lanes();
        diagram.steps().filter(s -> s.scope().equals(diagram.key())).forEach(s -> {
            String lane = laneOf.get(s.id());
            if (lane == null) faults.add(s.id() + " is in no lane");
            else if (!body(lane).contains(box(s))) faults.add(s.id() + " is drawn outside lane " + lane);
        });
        diagram.steps("userTask").forEach(s -> {
            String lane = laneOf.getOrDefault(s.id(), laneOf.get(s.scope()));
            if (!s.tag().get("camunda:candidateGroups", "").equals(lane)) faults.add(s.id() + " is in lane " + lane);
        });
    }

    private Map<String, String> lanes() {
        Map<String, String> lanes = new LinkedHashMap<>();
        diagram.process().tree().filter(t -> t.is("bpmn:lane")).forEach(lane -> lane.all("bpmn:flowNodeRef")
                .forEach(ref -> lanes.put(ref.text(), lane.get("id", ""))));
        return lanes;
    }

    private Box body(String lane) {
        Box b = Objects.requireNonNull(drawing.shapes.get(lane)).box();
        return new Box(b.x() + 30, b.y(), b.width() - 30, b.height());
    }

    private void linesEndAtTheirShapes() {
        diagram.flows().forEach(flow -> {
            Edge edge = edge(flow);
            if (!touches(edge.points().getFirst(), flow.from())) faults.add(flow.id() + " does not begin at its shape");
            if (!touches(edge.points().getLast(), flow.to())) faults.add(flow.id() + " does not end at its shape");
        });
    }

    private boolean touches(Point p, String step) {
        Box b = box(Objects.requireNonNull(diagram.step(step)));
        boolean within = b.shrunkBy(-1).overlaps(new Box(p.x(), p.y(), 0.1, 0.1));
        return within && !b.shrunkBy(1).overlaps(new Box(p.x(), p.y(), 0.1, 0.1));
    }

    private void linesLeaveShapesAlone() {
        diagram.flows().forEach(flow -> diagram.steps()
                .filter(step -> !step.is("subProcess") || !inside(flow, step))
                .filter(step -> crosses(edge(flow), box(step).shrunkBy(1)))
                .forEach(step -> faults.add(flow.id() + " runs through " + step.id())));
    }

    private boolean inside(Diagram.Flow flow, Diagram.Step subprocess) {
        Diagram.Step from = Objects.requireNonNull(diagram.step(flow.from()));
        return from.scope().equals(subprocess.id());
    }

    /** Lines run level or upright, so the box around a piece is the piece. */
    private static boolean crosses(Edge edge, Box box) {
        for (int i = 1; i < edge.points().size(); i++) {
            Point a = edge.points().get(i - 1);
            Point b = edge.points().get(i);
            Box piece = new Box(
                    Math.min(a.x(), b.x()),
                    Math.min(a.y(), b.y()),
                    Math.abs(a.x() - b.x()) + .1,
                    Math.abs(a.y() - b.y()) + .1);
            if (piece.overlaps(box)) return true;
        }
        return false;
    }

    private void labelsStandFree() {
        Map<String, Box> labels = new LinkedHashMap<>();
        drawing.shapes.values().stream()
                .filter(s -> s.label() != null)
                .forEach(s -> labels.put(s.element(), s.label()));
        drawing.edges.values().stream().filter(e -> e.label() != null).forEach(e -> labels.put(e.element(), e.label()));
        labels.forEach((of, label) -> {
            wordsFit(of, label);
            diagram.steps()
                    .filter(s -> !s.is("subProcess"))
                    .filter(s -> box(s).shrunkBy(2).overlaps(label))
                    .forEach(s -> faults.add("the label of " + of + " covers " + s.id()));
            drawing.edges.values().stream()
                    .filter(e -> crosses(e, label.shrunkBy(1)))
                    .forEach(e -> faults.add("the label of " + of + " lies on " + e.element()));
            labels.forEach((other, box) -> {
                if (of.compareTo(other) < 0 && box.overlaps(label))
                    faults.add("the labels of " + of + " and " + other + " overlap");
            });
        });
    }

    private void wordsFit(String of, Box label) {
        String words = diagram.step(of) != null
                ? Objects.requireNonNull(diagram.step(of)).name()
                : diagram.flows()
                        .filter(f -> f.id().equals(of))
                        .findFirst()
                        .orElseThrow()
                        .name();
        if (Picture.wrapped(words, label.width()).size() * 14 > label.height())
            faults.add("the label of " + of + " is too long");
    }

    private Box box(Diagram.Step step) {
        return Objects.requireNonNull(drawing.shapes.get(step.id())).box();
    }

    private Edge edge(Diagram.Flow flow) {
        return Objects.requireNonNull(drawing.edges.get(flow.id()));
    }
}
