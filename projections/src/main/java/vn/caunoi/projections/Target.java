package vn.caunoi.projections;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;

/**
 * Where rows go that belong to one stream each: a table of a read model, and what a later state of a row replaces. SQL
 * writes them, and in the first filling of a rebuild COPY does.
 *
 * @param table without the schema
 * @param columns all that a row gives, in this order; {@code name::type} where text has to be cast
 * @param replaced those that a later state of the row changes; none: the first state stays
 */
public record Target(String table, List<String> key, List<String> columns, List<String> replaced) {
    public Target {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        replaced = List.copyOf(replaced);
    }

    /** Names are parted by spaces. */
    public static Target of(String table, String key, String columns, String replaced) {
        return new Target(table, words(key), words(columns), words(replaced));
    }

    List<String> names() {
        return columns.stream().map(column -> column.split("::", 2)[0]).toList();
    }

    String insert(String schema) {
        return "insert into %s.%s (%s) values (%s) on conflict %s"
                .formatted(
                        schema,
                        table,
                        String.join(", ", names()),
                        columns.stream().map(Target::parameter).collect(joining(", ")),
                        replaced.isEmpty() ? "do nothing" : replacing());
    }

    private String replacing() {
        return "(" + String.join(", ", key) + ") do update set "
                + replaced.stream()
                        .map(column -> column + " = excluded." + column)
                        .collect(joining(", "));
    }

    private static String parameter(String column) {
        int cast = column.indexOf("::");
        return cast < 0 ? "?" : "?" + column.substring(cast);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
    }
}
