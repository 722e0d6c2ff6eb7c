package vn.caunoi.processes.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A decision table as it is written.
 *
 * @param policy {@code UNIQUE} or {@code FIRST}
 */
record Grid(String name, String policy, List<Column> inputs, List<Column> outputs, List<Row> rows) {

    /**
     * @param id of an input, name of an output
     * @param asked the fact that an input asks; empty for outputs
     */
    record Column(String id, String label, String type, String asked) {

        /** The same question or answer, whatever it is called on paper. */
        boolean isAs(Column other) {
            return id.equals(other.id) && type.equals(other.type) && asked.equals(other.asked);
        }
    }

    /** @param line where it begins in the file */
    record Row(String id, String description, List<String> in, List<String> out, int line) {

        /** What it calls itself. */
        String named() {
            if (out.isEmpty()) return "";
            String text = out.getFirst();
            return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                    ? text.substring(1, text.length() - 1)
                    : text;
        }
    }

    /** All columns with their cells. */
    Map<String, String> cells(Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int at = 0; at < Math.min(inputs.size(), row.in().size()); at++)
            cells.put(inputs.get(at).id(), any(row.in().get(at)));
        for (int at = 0; at < Math.min(outputs.size(), row.out().size()); at++)
            cells.put(outputs.get(at).id(), row.out().get(at));
        cells.put("description", row.description());
        return cells;
    }

    private static String any(String cell) {
        return cell.isEmpty() ? "-" : cell;
    }

    /** Null when there is not exactly one table in the file. */
    static @Nullable Grid of(Tag root) {
        List<Tag> tables =
                root.tree().filter(tag -> local(tag).equals("decisionTable")).toList();
        List<Tag> decisions = named(root, "decision").toList();
        if (tables.size() != 1 || decisions.size() != 1) return null;
        Tag table = tables.getFirst();
        return new Grid(
                decisions.getFirst().get("id", ""),
                table.get("hitPolicy", "UNIQUE"),
                named(table, "input").map(Grid::input).toList(),
                named(table, "output").map(Grid::output).toList(),
                named(table, "rule").map(Grid::row).toList());
    }

    private static Column input(Tag tag) {
        Tag asked = named(tag, "inputExpression").findFirst().orElse(null);
        return new Column(
                tag.get("id", ""),
                tag.get("label", ""),
                asked == null ? "" : asked.get("typeRef", ""),
                asked == null ? "" : text(asked));
    }

    private static Column output(Tag tag) {
        return new Column(tag.get("name", ""), tag.get("label", ""), tag.get("typeRef", ""), "");
    }

    private static Row row(Tag tag) {
        List<String> in = new ArrayList<>();
        List<String> out = new ArrayList<>();
        named(tag, "inputEntry").map(Grid::text).forEach(in::add);
        named(tag, "outputEntry").map(Grid::text).forEach(out::add);
        String told = named(tag, "description").map(Tag::text).findFirst().orElse("");
        return new Row(tag.get("id", ""), told, List.copyOf(in), List.copyOf(out), tag.line());
    }

    private static String text(Tag tag) {
        return named(tag, "text").map(Tag::text).findFirst().orElse("").strip();
    }

    private static Stream<Tag> named(Tag tag, String name) {
        return tag.children().stream().filter(child -> local(child).equals(name));
    }

    /** Without what names its space. */
    static String local(Tag tag) {
        String name = tag.name();
        return name.substring(Math.max(name.indexOf('}'), name.indexOf(':')) + 1);
    }
}
