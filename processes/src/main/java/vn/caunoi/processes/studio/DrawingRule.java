package vn.caunoi.processes.studio;

import java.util.Set;
import java.util.stream.Collectors;

/** What is not drawn cannot be seen by the next designer. */
final class DrawingRule implements Rule {

    @Override
    public void check(Diagram diagram, Problems problems) {
        Set<String> drawn =
                diagram.root().tree().map(tag -> tag.get("bpmnElement", "")).collect(Collectors.toSet());
        diagram.steps()
                .filter(s -> !drawn.contains(s.id()))
                .forEach(s -> problems.warning(s.id(), "not-drawn", "The step has no shape in the drawing."));
        diagram.flows()
                .filter(f -> !drawn.contains(f.id()))
                .forEach(f -> problems.warning(f.id(), "not-drawn", "The flow has no line in the drawing."));
    }
}
