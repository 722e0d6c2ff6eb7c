package vn.caunoi.processes.engine;

import java.lang.reflect.Method;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import vn.caunoi.core.petition.Facts;

/** Reads every expression of a diagram as a {@link Condition} over facts, or as plain text. Nothing else exists. */
final class FactExpressions implements ExpressionManager {

    @Override
    public Expression createExpression(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("${") && trimmed.endsWith("}")) {
            String condition = trimmed.substring(2, trimmed.length() - 1);
            return new Asked(text, Condition.parse(condition, Facts.none().asMap()));
        }
        if (text.contains("${") || text.contains("#{")) throw new NotACondition(NotACondition.Why.NOT_ONE, text);
        return new Constant(text);
    }

    /** The engine offers its own functions at start; conditions have none. */
    @Override
    public void addFunction(String name, Method function) {}

    private record Asked(String text, Condition condition) implements Expression {
        @Override
        public Object getValue(VariableScope scope) {
            return condition.holds(Journey.current().facts());
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
            return getValue(scope);
        }

        @Override
        public void setValue(Object value, VariableScope scope) {
            throw new UnsupportedOperationException("a condition is not assigned to");
        }

        @Override
        public void setValue(Object value, VariableScope scope, BaseDelegateExecution execution) {
            setValue(value, scope);
        }

        @Override
        public String getExpressionText() {
            return text;
        }

        @Override
        public boolean isLiteralText() {
            return false;
        }
    }

    private record Constant(String text) implements Expression {
        @Override
        public Object getValue(VariableScope scope) {
            return text;
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
            return text;
        }

        @Override
        public void setValue(Object value, VariableScope scope) {
            throw new UnsupportedOperationException("plain text is not assigned to");
        }

        @Override
        public void setValue(Object value, VariableScope scope, BaseDelegateExecution execution) {
            setValue(value, scope);
        }

        @Override
        public String getExpressionText() {
            return text;
        }

        @Override
        public boolean isLiteralText() {
            return true;
        }
    }
}
