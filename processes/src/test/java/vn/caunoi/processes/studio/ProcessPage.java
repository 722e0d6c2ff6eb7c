package vn.caunoi.processes.studio;

import java.util.Map;
import java.util.stream.Collectors;

/** One process as a page: its picture, its steps, its deadlines, the events it waits for, and how it ends. */
final class ProcessPage {

    private final Diagram diagram;
    private final StringBuilder page = new StringBuilder();

    private ProcessPage(Diagram diagram) {
        this.diagram = diagram;
    }

    static String of(Diagram diagram) {
        return new ProcessPage(diagram).write();
    }

    private String write() {
        line("# " + diagram.name() + " (`" + diagram.key() + "`)");
        line("");
        line(Diagram.documentation(diagram.process()));
        line("");
        line("![" + diagram.name() + "](" + diagram.key() + ".svg)");
        steps();
        deadlines();
        actions();
        messages();
        ways();
        ends();
        return page.toString();
    }

    private void steps() {
        table("What people do", "step", "name", "group", "for", "purpose");
        diagram.steps("userTask")
                .forEach(s -> row(
                        code(s.id()),
                        s.name(),
                        code(s.tag().get("camunda:candidateGroups", "")),
                        s.tag().get("camunda:assignee") == null ? "anyone of the group" : "the officer in charge",
                        purpose(s)));
    }

    private void deadlines() {
        table("Deadlines it sets", "step", "name", "stage", "counted after", "purpose");
        diagram.steps("serviceTask")
                .filter(s -> topic(s).equals("set-deadline"))
                .forEach(s -> {
                    Map<String, String> inputs = Diagram.inputs(s);
                    row(code(s.id()), s.name(), code(inputs.get("stage")), code(inputs.get("basis")), purpose(s));
                });
    }

    private void actions() {
        table("What it does by itself", "step", "name", "action", "with", "purpose");
        diagram.steps("serviceTask")
                .filter(s -> !topic(s).equals("set-deadline"))
                .forEach(s -> row(code(s.id()), s.name(), code(topic(s)), with(Diagram.inputs(s)), purpose(s)));
    }

    private void messages() {
        table("Events it waits for", "event", "name", "interrupts", "purpose");
        diagram.steps()
                .filter(s -> diagram.message(s.tag()) != null)
                .forEach(s -> row(
                        code(diagram.message(s.tag())),
                        s.name(),
                        "false".equals(s.tag().get("isInterrupting")) ? "no" : "yes",
                        purpose(s)));
    }

    private void ways() {
        table("Where ways part", "gateway", "question", "way", "when");
        diagram.steps("exclusiveGateway")
                .filter(s -> diagram.from(s).size() > 1)
                .forEach(s -> diagram.from(s)
                        .forEach(f -> row(
                                code(s.id()),
                                s.name(),
                                code(f.to()),
                                f.condition() == null ? "otherwise" : code(f.condition()))));
    }

    private void ends() {
        table("How it ends", "end", "name", "meaning");
        diagram.steps("endEvent").forEach(s -> row(code(s.id()), s.name(), purpose(s)));
    }

    private static String topic(Diagram.Step step) {
        return step.tag().get("camunda:topic", "");
    }

    private static String purpose(Diagram.Step step) {
        return Diagram.documentation(step.tag());
    }

    private static String with(Map<String, String> inputs) {
        return inputs.entrySet().stream()
                .map(e -> e.getKey() + " " + code(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String code(Object word) {
        return "`" + word.toString().replace("|", "\\|") + "`";
    }

    private void table(String title, String... columns) {
        line("");
        line("## " + title);
        line("");
        row(columns);
        line("|---".repeat(columns.length) + "|");
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
