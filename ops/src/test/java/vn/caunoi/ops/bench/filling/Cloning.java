package vn.caunoi.ops.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills a store to size: a case that was really worked on is multiplied, with all rows it left in all tables, by bulk
 * inserts. What is the case's own (its ids) becomes another in each copy; what it shares with others stays.
 */
public final class Cloning {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Store store;
    private final JdbcTemplate jdbc;
    private final Set<Table> without;
    private final Set<String> shared;

    /** A table of the store. */
    public record Table(String schema, String name) {
        @Override
        public String toString() {
            return schema + "." + name;
        }
    }

    private record Column(String name, String type) {}

    /** A row in words, and the columns' types. */
    private record Template(List<Column> columns, List<Map<String, Object>> rows) {}

    /** To be made before the case begins, so that it is known what was there already. */
    public Cloning(Store store, Table... without) {
        this.store = store;
        this.jdbc = store.jdbc();
        this.without = Set.of(without);
        this.shared = ids(tables());
    }

    /**
     * Makes copies of the only case that was added since.
     *
     * @param words what is its own and no UUID, such as its code
     */
    public void multiply(int copies, String... words) {
        Set<String> own = ids(tables());
        own.removeAll(shared);
        own.removeAll(ids(without));
        Map<Table, Template> templates = new LinkedHashMap<>();
        for (Table table : tables()) {
            Template template = rows(table, own);
            if (!template.rows.isEmpty()) templates.put(table, template);
        }
        List<String> names = new ArrayList<>(own);
        names.addAll(List.of(words));
        Map<String, List<Map.Entry<Table, Template>>> bySchema =
                templates.entrySet().stream().collect(Collectors.groupingBy(entry -> entry.getKey().schema));
        bySchema.forEach((schema, all) -> store.load(
                schema,
                all.stream().map(entry -> entry.getKey().name).toList(),
                all.stream()
                        .map(entry -> insert(entry.getKey(), entry.getValue(), names, copies))
                        .toArray(String[]::new)));
    }

    /** What an id of the case has become in copy {@code n}, from 1; of version 4, as ids are. */
    public static String copyOf(String id, long n) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest((id + n).getBytes(StandardCharsets.UTF_8));
            StringBuilder hex = new StringBuilder(HexFormat.of().formatHex(digest));
            hex.setCharAt(12, '4');
            for (int dash : new int[] {8, 13, 18, 23}) hex.insert(dash, '-');
            return hex.toString();
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java knows MD5", every);
        }
    }

    private List<Table> tables() {
        return jdbc
                .query(
                        "select table_schema, table_name from information_schema.tables where table_type = 'BASE TABLE'"
                                + " and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2",
                        (row, n) -> new Table(row.getString(1), row.getString(2)))
                .stream()
                .filter(table -> !without.contains(table) && !table.name.equals("migration"))
                .toList();
    }

    private Set<String> ids(Collection<Table> tables) {
        Set<String> all = new TreeSet<>();
        for (Table table : tables)
            if (isThere(table))
                jdbc.query("select t::text from " + table + " t", row -> {
                    Matcher found = ID.matcher(row.getString(1));
                    while (found.find()) all.add(found.group());
                });
        return all;
    }

    private boolean isThere(Table table) {
        return store.answer("select count(to_regclass(?))", table.toString()) == 1;
    }

    private Template rows(Table table, Set<String> own) {
        List<Column> columns = jdbc.query(
                "select attname, format_type(atttypid, atttypmod) from pg_attribute where attrelid = ?::regclass"
                        + " and attnum > 0 and not attisdropped and attgenerated = '' order by attnum",
                (row, n) -> new Column(row.getString(1), row.getString(2)),
                table.toString());
        String asText = columns.stream()
                .map(column -> "t.\"%1$s\"::text as \"%1$s\"".formatted(column.name))
                .collect(Collectors.joining(", "));
        List<Map<String, Object>> rows = jdbc.queryForList(
                "select " + asText + " from " + table + " t where t::text like any(?) order by t",
                (Object) own.stream().map(id -> "%" + id + "%").toArray(String[]::new));
        return new Template(columns, rows);
    }

    private String insert(Table table, Template template, List<String> own, int copies) {
        Set<String> used = new LinkedHashSet<>();
        List<String> lines = new ArrayList<>();
        for (int n = 0; n < template.rows.size(); n++) lines.add(line(template, n, own, used));
        String ids = used.stream()
                .map(id -> ", %s as %s"
                        .formatted(
                                ID.matcher(id).matches()
                                        ? "overlay(md5('%s' || n) placing '4' from 13)::uuid::text".formatted(id)
                                        : "upper(substr(md5('%s' || n), 1, 16))".formatted(id),
                                name(own, id)))
                .collect(Collectors.joining());
        String columns =
                template.columns.stream().map(column -> '"' + column.name + '"').collect(Collectors.joining(", "));
        return "insert into %s (%s) select v.* from (select n%s from generate_series(1, %d) n) k cross join lateral (values %s) v"
                .formatted(table, columns, ids, copies, String.join(",\n", lines));
    }

    private String line(Template template, int n, List<String> own, Set<String> used) {
        Map<String, Object> row = template.rows.get(n);
        return template.columns.stream()
                .map(column -> value(column, row.get(column.name), n, template.rows.size(), own, used))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String value(Column column, Object value, int n, int rows, List<String> own, Set<String> used) {
        if (value == null) return "null::" + column.type;
        String text = String.valueOf(value);
        if (column.name.equals("position") || column.name.equals("global_index"))
            return "%d + (k.n - 1) * %d + %d".formatted(head(), rows, n + 1);
        if (column.name.equals("event_id")) return "md5('%s' || k.n)::uuid::text".formatted(text);
        if (column.name.equals("hash") && column.type.equals("bytea"))
            return "sha256(convert_to('%s' || k.n, 'UTF8'))".formatted(text);
        boolean due = column.name.contains("due") || column.name.contains("next");
        if (column.type.startsWith("timestamp") && !due && !text.equals("infinity"))
            return "'%s'::%s - k.n * interval '2 ms'".formatted(text, column.type);
        boolean binary = column.type.equals("bytea");
        return "(" + pieces(text, binary, own, used) + ")::" + column.type;
    }

    private long head() {
        return store.answer("select max(" + positionColumn() + ") from ledger.event");
    }

    private String positionColumn() {
        return store.answer("select count(*) from information_schema.columns where table_schema = 'ledger'"
                                + " and table_name = 'event' and column_name = 'position'")
                        == 1
                ? "position"
                : "global_index";
    }

    /** The text with the case's own ids replaced by those of the copy; among bytes they stand without dashes. */
    private static String pieces(String text, boolean binary, List<String> own, Set<String> used) {
        String literal = "'" + text.replace("'", "''") + "'";
        for (String id : own) {
            String written = binary ? id.replace("-", "") : id;
            if (!literal.contains(written)) continue;
            used.add(id);
            String copied = "k." + name(own, id);
            literal = literal.replace(
                    written, "' || " + (binary ? "replace(" + copied + ", '-', '')" : copied) + " || '");
        }
        return literal;
    }

    private static String name(List<String> own, String id) {
        return "i" + own.indexOf(id);
    }
}
