package vn.caunoi.processes.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.handling.Handling;
import vn.caunoi.core.ladder.Told;
import vn.caunoi.processes.rules.BrokenTable;
import vn.caunoi.processes.rules.TableTrial;

/**
 * Says what is wrong with a decision table, row by row and cell by cell, before it could be used: parts or languages that
 * a table of this house has not, other columns than those that are asked, cells that cannot be read, rows that fit at
 * once. Takes files of strangers; never throws for their content.
 */
final class SheetCheck {

    private static final Set<String> PARTS = Set.of(
            "definitions",
            "decision",
            "decisionTable",
            "input",
            "inputExpression",
            "inputValues",
            "output",
            "outputValues",
            "rule",
            "description",
            "inputEntry",
            "outputEntry",
            "text",
            "variable",
            "DMNDI",
            "DMNDiagram",
            "DMNShape",
            "Bounds",
            "Size");

    private static final Set<String> SURE = Set.of("S", "S-", "M+", "M?", "X");
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_FOUND = 100;
    private static final int LONGEST_CELL = 2_000;

    private final Grid known;
    private final Map<String, Set<String>> words = new HashMap<>();
    private final List<TableProblem> found = new ArrayList<>();

    /** @param known the table that ships with the product, whose columns are asked */
    SheetCheck(Grid known) {
        this.known = known;
        for (Grid.Row row : known.rows()) {
            for (int at = 0; at < known.inputs().size(); at++) {
                Grid.Column column = known.inputs().get(at);
                CellTest test = CellTest.read(column.type(), row.in().get(at));
                if (test != null)
                    words.computeIfAbsent(column.id(), any -> new TreeSet<>()).addAll(test.named());
            }
        }
    }

    List<TableProblem> check(byte[] xml) {
        try {
            Tag root = XmlReading.read(xml);
            root.tree().forEach(this::part);
            Grid grid = Grid.of(root);
            if (grid == null) add(null, null, "one-table", "", "The file has not exactly one decision table.");
            if (grid != null && found.isEmpty()) grid(grid);
            if (grid != null && found.stream().noneMatch(TableProblem::isError)) trial(xml);
        } catch (UnreadableModel e) {
            add(null, null, "unreadable", "", String.valueOf(e.getMessage()));
        }
        return List.copyOf(found);
    }

    private void part(Tag tag) {
        String name = Grid.local(tag);
        if (!PARTS.contains(name))
            add(null, null, "part", name, "Line " + tag.line() + ": <" + name + "> is not allowed.");
        String language = tag.get("expressionLanguage");
        if (language != null && !language.toLowerCase(Locale.ROOT).contains("feel")) {
            add(null, null, "language", language, "Line " + tag.line() + ": written in " + language + ", not in FEEL.");
        }
        tag.attributes().keySet().stream()
                .filter(attribute -> attribute.startsWith("camunda:"))
                .forEach(attribute -> add(
                        null, null, "part", attribute, "Line " + tag.line() + ": " + attribute + " is not allowed."));
    }

    private void grid(Grid grid) {
        if (!grid.name().equals(known.name())) {
            add(null, null, "name", known.name(), "The decision is called \"" + known.name() + "\".");
        }
        if (!grid.policy().equals(known.policy())) {
            add(null, null, "policy", known.policy(), "The hit policy is " + known.policy() + ".");
        }
        columns(known.inputs(), grid.inputs());
        columns(known.outputs(), grid.outputs());
        if (!found.isEmpty()) return;
        if (grid.rows().size() > MOST_ROWS) {
            add(null, null, "too-many", String.valueOf(MOST_ROWS), "There are more than " + MOST_ROWS + " rows.");
            return;
        }
        Set<String> ids = new HashSet<>();
        Map<Grid.Row, List<CellTest>> tests = new LinkedHashMap<>();
        for (Grid.Row row : grid.rows()) {
            if (!ids.add(row.named())) add(row.named(), "row", "twice", row.named(), "The row stands there twice.");
            List<CellTest> read = row(grid, row);
            if (read != null) tests.put(row, read);
        }
        if (known.policy().equals("UNIQUE")) overlaps(grid, tests);
    }

    private void columns(List<Grid.Column> asked, List<Grid.Column> given) {
        for (int at = 0; at < Math.max(asked.size(), given.size()); at++) {
            boolean same =
                    at < asked.size() && at < given.size() && asked.get(at).isAs(given.get(at));
            String id = at < asked.size() ? asked.get(at).id() : given.get(at).id();
            if (!same) add(null, id, "columns", id, "The column \"" + id + "\" was added, removed or changed.");
        }
    }

    /** Its tests; null when one cannot be read. */
    private @Nullable List<CellTest> row(Grid grid, Grid.Row row) {
        String id = row.named();
        if (!id.matches("[A-Za-z][A-Za-z0-9_.-]{0,39}")) {
            add(id, "row", "row-id", id, "The row has no id of letters and digits.");
        } else if (!id.equals(row.id())) {
            add(id, "row", "row-id", id, "The rule " + row.id() + " calls itself " + id + ".");
        }
        if (row.in().size() != grid.inputs().size()
                || row.out().size() != grid.outputs().size()) {
            add(id, null, "cells", "", "The row has not one cell for each column.");
            return null;
        }
        for (int at = 0; at < grid.outputs().size(); at++)
            value(id, grid.outputs().get(at), row.out().get(at));
        List<CellTest> tests = new ArrayList<>();
        for (int at = 0; at < grid.inputs().size(); at++) {
            CellTest test = test(id, grid.inputs().get(at), row.in().get(at));
            if (test != null) tests.add(test);
        }
        return tests.size() == grid.inputs().size() ? tests : null;
    }

    private @Nullable CellTest test(String row, Grid.Column column, String cell) {
        CellTest test = cell.length() > LONGEST_CELL ? null : CellTest.read(column.type(), cell);
        if (test == null) {
            add(row, column.id(), "test-" + column.type(), cell, "The condition \"" + cell + "\" cannot be read.");
            return null;
        }
        if (test.isEmpty()) add(row, column.id(), "never", cell, "The condition \"" + cell + "\" never holds.");
        Set<String> usual = words.getOrDefault(column.id(), Set.of());
        if (usual.isEmpty() || column.type().equals("boolean")) return test;
        test.named().stream()
                .filter(word -> !usual.contains(word))
                .forEach(word -> found.add(new TableProblem(
                        false,
                        row,
                        column.id(),
                        "new-word",
                        word,
                        "\"" + word + "\" is not used in the shipped table.")));
        return test;
    }

    private void value(String row, Grid.Column column, String cell) {
        if (!CellTest.isValue(column.type(), cell)) {
            add(row, column.id(), "value-" + column.type(), cell, "The value \"" + cell + "\" cannot be read.");
            return;
        }
        String text = cell.replaceAll("^\"|\"$", "");
        boolean right =
                switch (known.name() + "." + column.id()) {
                    case "deadlines.amount" -> Long.parseLong(text) > 0 && Long.parseLong(text) <= 3_650;
                    case "escalation.workingDays" -> Long.parseLong(text) >= 0 && Long.parseLong(text) <= 3_650;
                    case "deadlines.unit" -> isOne(LimitUnit.values(), text);
                    case "escalation.to" -> isOne(Told.values(), text);
                    case "handling.handling" -> isOne(Handling.values(), text);
                    case "routing.unit" -> !text.isBlank();
                    default -> !column.id().equals("confidence") || SURE.contains(text);
                };
        if (!right) add(row, column.id(), "value", text, "\"" + text + "\" is no " + column.id() + ".");
    }

    private static boolean isOne(Enum<?>[] all, String text) {
        return Arrays.stream(all).anyMatch(one -> one.name().equals(text));
    }

    /** Two rows that one case could fit leave it without an answer. */
    private void overlaps(Grid grid, Map<Grid.Row, List<CellTest>> tests) {
        List<Map.Entry<Grid.Row, List<CellTest>>> rows = List.copyOf(tests.entrySet());
        for (int one = 0; one < rows.size(); one++) {
            for (int other = one + 1; other < rows.size(); other++) {
                if (!meet(grid, rows.get(one).getValue(), rows.get(other).getValue())) continue;
                String first = rows.get(one).getKey().named();
                String second = rows.get(other).getKey().named();
                add(
                        second,
                        null,
                        "overlap",
                        first,
                        "A case can fit the rows " + first + " and " + second + " at once.");
            }
        }
    }

    /** Columns that ask the same fact hold together. */
    private static boolean meet(Grid grid, List<CellTest> one, List<CellTest> other) {
        Map<String, CellTest> both = new HashMap<>();
        for (int at = 0; at < one.size(); at++) {
            CellTest test = one.get(at).and(other.get(at));
            both.merge(grid.inputs().get(at).asked(), test, CellTest::and);
        }
        return both.values().stream().noneMatch(CellTest::isEmpty);
    }

    private void trial(byte[] xml) {
        try {
            TableTrial.mustHold(known.name(), xml);
        } catch (BrokenTable broken) {
            add(null, null, "broken", "", String.valueOf(broken.getMessage()));
        }
    }

    private void add(@Nullable String row, @Nullable String column, String rule, String detail, String said) {
        if (found.size() < MOST_FOUND) found.add(new TableProblem(true, row, column, rule, detail, said));
    }
}
