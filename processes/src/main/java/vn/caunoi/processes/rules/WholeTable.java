package vn.caunoi.processes.rules;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/** A table of an authority that another one completes, written as one: what is asked after its own rows stands below them. */
public final class WholeTable {

    private static final String ANY = "-";

    private WholeTable() {}

    /**
     * @param own the rows that are asked first
     * @param otherwise with the columns that {@code own} has; of its rows those that {@code own} has not are put below
     */
    public static String of(String own, String otherwise) {
        return of(own, otherwise, Set.of());
    }

    /** @param except ids of rows that are not put below */
    static String of(String own, String otherwise, Set<String> except) {
        DmnModelInstance table = read(own);
        DmnModelInstance below = read(otherwise);
        DecisionTable rows =
                table.getModelElementsByType(DecisionTable.class).iterator().next();
        Set<String> known = rows.getRules().stream().map(Rule::getId).collect(Collectors.toSet());
        List<String> asked = ids(table.getModelElementsByType(Input.class));
        List<String> answered = names(table.getModelElementsByType(Output.class));
        if (!answered.equals(names(below.getModelElementsByType(Output.class)))) return own;
        for (Rule rule : below.getModelElementsByType(Rule.class)) {
            if (!known.contains(rule.getId()) && !except.contains(rule.getId()))
                rows.getRules().add(copy(rule, below, table, asked));
        }
        return Dmn.convertToString(table);
    }

    private static DmnModelInstance read(String table) {
        return Dmn.readModelFromStream(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> ids(Collection<Input> inputs) {
        return inputs.stream().map(Input::getId).toList();
    }

    private static List<String> names(Collection<Output> outputs) {
        return outputs.stream().map(Output::getName).toList();
    }

    private static Rule copy(Rule from, DmnModelInstance below, DmnModelInstance table, List<String> asked) {
        Rule rule = table.newInstance(Rule.class);
        rule.setId(from.getId());
        if (from.getDescription() != null) {
            Description told = table.newInstance(Description.class);
            told.setTextContent(from.getDescription().getTextContent());
            rule.setDescription(told);
        }
        Map<String, String> tests = tests(from, ids(below.getModelElementsByType(Input.class)));
        for (String column : asked) {
            InputEntry entry = table.newInstance(InputEntry.class);
            entry.setId(from.getId() + "_" + column);
            entry.setText(text(table, tests.getOrDefault(column, ANY)));
            rule.getInputEntries().add(entry);
        }
        for (OutputEntry value : from.getOutputEntries()) {
            OutputEntry entry = table.newInstance(OutputEntry.class);
            entry.setId(from.getId() + "_out_" + rule.getOutputEntries().size());
            entry.setText(text(table, value.getTextContent().strip()));
            rule.getOutputEntries().add(entry);
        }
        return rule;
    }

    private static Map<String, String> tests(Rule rule, List<String> columns) {
        Map<String, String> tests = new HashMap<>();
        List<InputEntry> entries = new ArrayList<>(rule.getInputEntries());
        for (int at = 0; at < Math.min(columns.size(), entries.size()); at++) {
            tests.put(columns.get(at), entries.get(at).getTextContent().strip());
        }
        return tests;
    }

    private static Text text(DmnModelInstance table, String content) {
        Text text = table.newInstance(Text.class);
        text.setTextContent(content);
        return text;
    }
}
