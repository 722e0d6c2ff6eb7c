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
            if (grid == null) add(null, null, "one-table", "", Sentence.TABLE_ONE.of());
            if (grid != null && found.isEmpty()) grid(grid);
            if (grid != null && found.stream().noneMatch(TableProblem::isError)) trial(xml);
        } catch (UnreadableModel e) {
            add(null, null, "unreadable", "", e.said());
        }
        return List.copyOf(found);
    }

    private void part(Tag tag) {
        String name = Grid.local(tag);
        if (!PARTS.contains(name)) add(null, null, "part", name, Sentence.ELEMENT_NOT_ALLOWED.of(tag.line(), name));
        String language = tag.get("expressionLanguage");
        if (language != null && !language.toLowerCase(Locale.ROOT).contains("feel")) {
            add(null, null, "language", language, Sentence.TABLE_LANGUAGE.of(tag.line(), language));
        }
        tag.attributes().keySet().stream()
                .filter(attribute -> attribute.startsWith("camunda:"))
                .forEach(
                        attribute -> add(null, null, "part", attribute, Sentence.TABLE_PART.of(tag.line(), attribute)));
    }

    private void grid(Grid grid) {
        if (!grid.name().equals(known.name())) {
            add(null, null, "name", known.name(), Sentence.TABLE_NAME.of(known.name()));
        }
        if (!grid.policy().equals(known.policy())) {
            add(null, null, "policy", known.policy(), Sentence.TABLE_POLICY.of(known.policy()));
        }
        columns(known.inputs(), grid.inputs());
        columns(known.outputs(), grid.outputs());
        if (!found.isEmpty()) return;
        if (grid.rows().size() > MOST_ROWS) {
            add(null, null, "too-many", String.valueOf(MOST_ROWS), Sentence.TABLE_MANY.of(MOST_ROWS));
            return;
        }
        Set<String> ids = new HashSet<>();
        Map<Grid.Row, List<CellTest>> tests = new LinkedHashMap<>();
        for (Grid.Row row : grid.rows()) {
            if (!ids.add(row.named())) add(row.named(), "row", "twice", row.named(), Sentence.TABLE_TWICE.of());
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
            if (!same) add(null, id, "columns", id, Sentence.TABLE_COLUMNS.of(id));
        }
    }

    /** Its tests; null when one cannot be read. */
    private @Nullable List<CellTest> row(Grid grid, Grid.Row row) {
        String id = row.named();
        if (!id.matches("[A-Za-z][A-Za-z0-9_.-]{0,39}")) {
            add(id, "row", "row-id", id, Sentence.TABLE_ROW_ID.of());
        } else if (!id.equals(row.id())) {
            add(id, "row", "row-id", id, Sentence.TABLE_ROW_NAME.of(row.id() == null ? "" : row.id(), id));
        }
        if (row.in().size() != grid.inputs().size()
                || row.out().size() != grid.outputs().size()) {
            add(id, null, "cells", "", Sentence.TABLE_CELLS.of());
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
            add(row, column.id(), "test-" + column.type(), cell, Sentence.TABLE_TEST.of(cell));
            return null;
        }
        if (test.isEmpty()) add(row, column.id(), "never", cell, Sentence.TABLE_NEVER.of(cell));
        Set<String> usual = words.getOrDefault(column.id(), Set.of());
        if (usual.isEmpty() || column.type().equals("boolean")) return test;
        test.named().stream()
                .filter(word -> !usual.contains(word))
                .forEach(word -> found.add(
                        new TableProblem(false, row, column.id(), "new-word", word, Sentence.TABLE_NEW_WORD.of(word))));
        return test;
    }

    private void value(String row, Grid.Column column, String cell) {
        if (!CellTest.isValue(column.type(), cell)) {
            add(row, column.id(), "value-" + column.type(), cell, Sentence.TABLE_VALUE.of(cell));
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
        if (!right) add(row, column.id(), "value", text, Sentence.TABLE_NO.of(text, column.id()));
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
                add(second, null, "overlap", first, Sentence.TABLE_OVERLAP.of(first, second));
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
            add(null, null, "broken", "", Said.known(String.valueOf(broken.getMessage())));
        }
    }

    private void add(@Nullable String row, @Nullable String column, String rule, String detail, Said said) {
        if (found.size() < MOST_FOUND) found.add(new TableProblem(true, row, column, rule, detail, said));
    }
}
