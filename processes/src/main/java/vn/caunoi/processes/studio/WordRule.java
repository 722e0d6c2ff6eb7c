package vn.caunoi.processes.studio;

import java.util.Set;
import vn.caunoi.processes.engine.Vocabulary;

/** Names every element and attribute of a model that is not in the {@link Vocabulary}, and misplaced expressions. */
final class WordRule {

    private static final Set<String> DRAWING = Set.of("bpmndi:", "dc:", "di:");
    private static final Set<String> OTHER_TOOLS = Set.of("modeler:", "bioc:", "color:");

    private WordRule() {}

    static void check(Tag tag, Problems problems) {
        boolean drawn = DRAWING.stream().anyMatch(tag.name()::startsWith);
        if (!drawn && !Vocabulary.knows(tag.name())) {
            problems.error(tag.id(), "element-not-allowed", Sentence.ELEMENT_NOT_ALLOWED.of(tag.line(), tag.name()));
            return;
        }
        if (!drawn) {
            tag.attributes().forEach((name, value) -> attribute(tag, name, value, problems));
            if (!Vocabulary.mayHoldExpression(tag.name())) expression(tag, tag.text(), problems);
        }
        tag.children().forEach(child -> check(child, problems));
    }

    private static void attribute(Tag tag, String name, String value, Problems problems) {
        if (OTHER_TOOLS.stream().anyMatch(name::startsWith)) return;
        if (!Vocabulary.allows(tag.name(), name, value)) {
            problems.error(
                    tag.id(), "attribute-not-allowed", Sentence.ATTRIBUTE_NOT_ALLOWED.of(tag.line(), tag.name(), name));
        }
        expression(tag, value, problems);
    }

    private static void expression(Tag tag, String text, Problems problems) {
        if (!Vocabulary.isExpression(text)) return;
        problems.error(tag.id(), "expression-not-allowed", Sentence.EXPRESSION_NOT_ALLOWED.of(tag.line(), tag.name()));
    }
}
