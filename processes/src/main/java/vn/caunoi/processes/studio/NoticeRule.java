package vn.caunoi.processes.studio;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.processes.studio.Diagram.Step;

/** A notice is one that the house has words for, and goes to somebody it can reach with it. */
final class NoticeRule implements Rule {

    /** Who can be told, by notice. */
    static final Map<String, Set<String>> NOTICES = Map.of(
            "deadline-approaching", Set.of("assigned", "head"),
            "deadline-missed", Set.of("assigned", "head"),
            "progress", Set.of("petitioner"),
            "answer-late", Set.of("petitioner"));

    @Override
    public void check(Diagram diagram, Problems problems) {
        diagram.steps("serviceTask")
                .filter(step -> "notify".equals(step.tag().get("camunda:topic")))
                .forEach(step -> check(step, Diagram.inputs(step), problems));
    }

    private static void check(Step step, Map<String, String> inputs, Problems problems) {
        @Nullable String template = inputs.get("template");
        @Nullable String to = inputs.get("to");
        if (template == null || to == null) return;
        Set<String> reached = NOTICES.get(template);
        if (reached == null) {
            problems.error(
                    step.id(),
                    "unknown-notice",
                    Sentence.UNKNOWN_NOTICE.of(
                            template,
                            String.join(", ", NOTICES.keySet().stream().sorted().toList())));
        } else if (!reached.contains(to)) {
            problems.error(
                    step.id(),
                    "unknown-notice",
                    Sentence.NOTICE_REACHES.of(
                            template,
                            String.join(", ", reached.stream().sorted().toList()),
                            to));
        }
    }
}
