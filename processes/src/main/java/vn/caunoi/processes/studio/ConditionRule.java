package vn.caunoi.processes.studio;

import vn.caunoi.core.petition.Facts;
import vn.caunoi.processes.engine.Condition;
import vn.caunoi.processes.engine.NotACondition;

/** Conditions are written in our own small language, over facts that exist. */
final class ConditionRule implements Rule {

    @Override
    public void check(Diagram diagram, Problems problems) {
        diagram.flows().forEach(flow -> {
            String text = flow.condition();
            if (text == null) return;
            if (!text.startsWith("${") || !text.endsWith("}")) {
                problems.error(flow.id(), "condition", Sentence.CONDITION_WRITTEN.of());
                return;
            }
            try {
                Condition.parse(
                        text.substring(2, text.length() - 1), Facts.none().asMap());
            } catch (NotACondition e) {
                problems.error(flow.id(), "condition", Said.of(e));
            }
        });
        diagram.root().tree().filter(t -> t.is("bpmn:conditionExpression")).forEach(t -> {
            if (!t.get("xsi:type", "tFormalExpression").endsWith("tFormalExpression")) {
                problems.error(null, "condition", Sentence.CONDITION_FORMAL.of(t.line()));
            }
        });
    }
}
