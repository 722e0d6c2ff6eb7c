package vn.caunoi.projections;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where rows go that belong to one stream each: a table of a read model, and what a later state of a row replaces. SQL
 * writes them, any number in a statement of one text, for rows come as an array for each column; in the first filling of
 * a rebuild COPY does.
 */
public final class Target {
    private final String table;
    private final List<String> key;
    private final List<String> columns;
    private final List<String> types;
    private final List<String> replaced;
    private final List<Integer> changing;
    private final String insert;
    private final String save;
    private final String update;

    private Target(String table, List<String> key, List<String> given, List<String> replaced) {
        this.table = table;
        this.key = key;
        this.columns = given.stream().map(column -> column.split("::", 2)[0]).toList();
        this.types = given.stream()
                .map(column -> column.contains("::") ? column.split("::", 2)[1] : "text")
                .toList();
        this.replaced = replaced;
        this.changing = Stream.concat(key.stream(), replaced.stream())
                .map(columns::indexOf)
                .toList();
        this.insert = "insert into views.%s (%s) select %s from %s"
                .formatted(table, String.join(", ", columns), listed(columns, this::cast, ", "), given(columns));
        this.save = insert + " on conflict " + (replaced.isEmpty() ? "do nothing" : replacing());
        this.update = "update views.%s t set %s from %s where %s"
                .formatted(
                        table,
                        listed(replaced, column -> column + " = given." + cast(column), ", "),
                        given(Stream.concat(key.stream(), replaced.stream()).toList()),
                        listed(key, column -> "t." + column + " = given." + column, " and "));
    }

    /**
     * Names are parted by spaces.
     *
     * @param table without the schema
     * @param columns all that a row gives, in this order; {@code name::type} for what is no text
     * @param replaced those that a later state of the row changes; none: the first state stays
     */
    public static Target of(String table, String key, String columns, String replaced) {
        return new Target(table, words(key), words(columns), words(replaced));
    }

    String table() {
        return table;
    }

    /** Of all columns. */
    List<String> names() {
        return columns;
    }

    /** Rows that are not there. */
    String insert() {
        return insert;
    }

    /** Rows that may be there. */
    String save() {
        return save;
    }

    /** Rows that are there. */
    String update() {
        return update;
    }

    /** What {@link #insert} and {@link #save} are given. */
    Object[] whole(List<@Nullable Object[]> rows) {
        Object[] arrays = new Object[columns.size()];
        for (int place = 0; place < arrays.length; place++)
            arrays[place] = ColumnArrays.of(types.get(place), rows, place);
        return arrays;
    }

    /** What {@link #update} is given. */
    Object[] changing(List<@Nullable Object[]> rows) {
        return changing.stream()
                .map(place -> ColumnArrays.of(types.get(place), rows, place))
                .toArray();
    }

    private String given(List<String> some) {
        return "unnest(%s) as given (%s)"
                .formatted(
                        listed(some, column -> "?::" + (isArray(column) ? "text" : type(column)) + "[]", ", "),
                        String.join(", ", some));
    }

    private String type(String column) {
        return types.get(columns.indexOf(column));
    }

    /** An array of arrays would come apart: each of them is given as text. */
    private boolean isArray(String column) {
        return type(column).endsWith("[]");
    }

    private String cast(String column) {
        return isArray(column) ? column + "::" + type(column) : column;
    }

    private String replacing() {
        return "(%s) do update set %s"
                .formatted(String.join(", ", key), listed(replaced, column -> column + " = excluded." + column, ", "));
    }

    private static String listed(List<String> columns, UnaryOperator<String> text, String between) {
        return columns.stream().map(text).collect(joining(between));
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
    }
}
