package vn.caunoi.processes.studio;

import java.util.Set;
import java.util.stream.Collectors;

/** What is not drawn cannot be seen by the next designer; what is drawn stands in a place that a screen has. */
final class DrawingRule implements Rule {

    private static final double FARTHEST = 100_000;
    private static final Set<String> PLACES = Set.of("x", "y", "width", "height");

    @Override
    public void check(Diagram diagram, Problems problems) {
        Set<String> drawn =
                diagram.root().tree().map(tag -> tag.get("bpmnElement", "")).collect(Collectors.toSet());
        diagram.steps()
                .filter(s -> !drawn.contains(s.id()))
                .forEach(s -> problems.warning(s.id(), "not-drawn", Sentence.NOT_DRAWN_STEP.of()));
        diagram.flows()
                .filter(f -> !drawn.contains(f.id()))
                .forEach(f -> problems.warning(f.id(), "not-drawn", Sentence.NOT_DRAWN_FLOW.of()));
        Set<String> known = diagram.root().tree().map(tag -> tag.get("id", "")).collect(Collectors.toSet());
        diagram.root().tree().forEach(tag -> {
            String of = tag.get("bpmnElement");
            if (of != null && !known.contains(of)) {
                problems.error(null, "drawing", Sentence.DRAWING_UNKNOWN.of(tag.line()));
            }
            if (tag.is("dc:Bounds") || tag.is("di:waypoint")) place(tag, problems);
        });
    }

    private static void place(Tag tag, Problems problems) {
        boolean good = tag.attributes().entrySet().stream()
                .filter(one -> PLACES.contains(one.getKey()))
                .allMatch(one -> isPlace(one.getKey(), one.getValue()));
        if (!good) problems.error(null, "drawing", Sentence.DRAWING_PLACE.of(tag.line()));
    }

    private static boolean isPlace(String name, String written) {
        try {
            double number = Double.parseDouble(written);
            boolean length = name.equals("width") || name.equals("height");
            return Math.abs(number) <= FARTHEST && (!length || number >= 0);
        } catch (NumberFormatException none) {
            return false;
        }
    }
}
