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
                problems.error(flow.id(), "condition", "A condition is written ${…}.");
                return;
            }
            try {
                Condition.parse(
                        text.substring(2, text.length() - 1), Facts.none().asMap());
            } catch (NotACondition e) {
                problems.error(flow.id(), "condition", e.getMessage() + ".");
            }
        });
        diagram.root().tree().filter(t -> t.is("bpmn:conditionExpression")).forEach(t -> {
            if (!t.get("xsi:type", "tFormalExpression").endsWith("tFormalExpression")) {
                problems.error(null, "condition", "Line " + t.line() + ": a condition is a formal expression.");
            }
        });
    }
}
