package vn.caunoi.processes.rules;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;

/** What makes a table safe and unambiguous: only FEEL, one answer, each row with its own id, each cell readable. */
final class TableCheck {

    private static final Set<String> FEEL = Set.of(
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_ALTERNATIVE,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN12,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN13);

    private final String table;
    private final HitPolicy policy;
    private final DefaultDmnEngineConfiguration engine;

    TableCheck(String table, HitPolicy policy, DefaultDmnEngineConfiguration engine) {
        this.table = table;
        this.policy = policy;
        this.engine = engine;
    }

    void mustHold(DmnModelInstance model) {
        model.getModelElementsByType(LiteralExpression.class).forEach(e -> mustBeFeel(e.getExpressionLanguage()));
        model.getModelElementsByType(UnaryTests.class).forEach(e -> mustBeFeel(e.getExpressionLanguage()));
        mustBeFeel(model.getDefinitions().getExpressionLanguage());
        model.getModelElementsByType(DecisionTable.class).forEach(this::mustGiveOneAnswer);
        Set<String> rows = new HashSet<>();
        for (Rule rule : model.getModelElementsByType(Rule.class)) {
            String row = text(rule.getOutputEntries().iterator().next());
            if (!row.equals('"' + rule.getId() + '"')) throw broken("rule " + rule.getId() + " calls itself " + row);
            if (!rows.add(row)) throw broken("row " + row + " is there twice");
            rule.getInputEntries().forEach(entry -> mustBeReadable(rule, entry));
            rule.getOutputEntries().forEach(entry -> mustBeValue(rule, entry));
        }
    }

    private void mustGiveOneAnswer(DecisionTable decisions) {
        if (decisions.getHitPolicy() != policy) throw broken("hit policy is not " + policy);
    }

    private void mustBeFeel(String language) {
        if (language != null && !FEEL.contains(language)) throw broken("written in " + language + ", not in FEEL");
    }

    private void mustBeReadable(Rule rule, InputEntry entry) {
        String test = entry.getTextContent().strip();
        if (test.isEmpty() || test.equals("-")) return;
        VariableContext nothing = Variables.putValue("probe", null).asVariableContext();
        try {
            engine.getFeelEngine().evaluateSimpleUnaryTests(test, "probe", nothing);
        } catch (FeelException unreadable) {
            throw new BrokenTable(table, "row " + rule.getId() + ": cannot read " + test, unreadable);
        }
    }

    private void mustBeValue(Rule rule, OutputEntry entry) {
        try {
            engine.getFeelEngine().evaluateSimpleExpression(text(entry), Variables.emptyVariableContext());
        } catch (FeelException unreadable) {
            throw new BrokenTable(table, "row " + rule.getId() + ": cannot read " + text(entry), unreadable);
        }
    }

    private static String text(OutputEntry entry) {
        return entry.getTextContent().strip();
    }

    private BrokenTable broken(String why) {
        return new BrokenTable(table, why);
    }
}
