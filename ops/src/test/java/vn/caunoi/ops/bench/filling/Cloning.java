package vn.caunoi.ops.bench.filling;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Store;
import vn.caunoi.ops.bench.WrongResult;

/**
 * Fills a store to size: a case that was really worked on is multiplied, with all rows it left in all tables. What is
 * the case's own (its ids, those derived from them, its events' places and hashes) becomes another in each copy, as the
 * program would have made it; what it shares with others stays. Copies keep the sealed texts, and so the keys, of the
 * original.
 */
public final class Cloning {
    static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Ground ground;
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

    /** To be made before the case begins, so that it is known what was there already. */
    public Cloning(Ground ground, Store store, Table... without) {
        this.ground = ground;
        this.store = store;
        this.jdbc = store.jdbc();
        this.without = Set.of(without);
        this.shared = ids(tables());
    }

    /**
     * Looks at the only case that was added since, before there are so many copies that its rows are hard to find.
     *
     * @param words what is its own and no UUID, such as its code
     */
    public Template template(String... words) {
        Set<String> own = ids(tables());
        own.removeAll(shared);
        own.removeAll(ids(without));
        List<String> ids = List.copyOf(own);
        Map<String, Long> places = places(ids);
        List<CaseRows> rows = tables().stream()
                .map(table -> new CaseRows(jdbc, table, ids))
                .filter(found -> !found.isEmpty())
                .toList();
        return new Template(rows, new OwnIds(ids, List.of(words), wordsOf(rows)), places);
    }

    /** A case that is to be copied. */
    public final class Template {
        private final List<CaseRows> rows;
        private final OwnIds names;
        private final Map<String, Long> places;

        private Template(List<CaseRows> rows, OwnIds names, Map<String, Long> places) {
            names.check();
            this.rows = rows;
            this.names = names;
            this.places = places;
        }

        /** Makes copies of it, behind all that is in store by now. */
        public void multiply(int copies) {
            List<Lines> lines = rows.stream()
                    .map(found -> new Lines(jdbc, found, names, places))
                    .toList();
            new Filling(ground, store, lines).run(copies);
        }
    }

    /** What an id of the case that is not derived from another has become in copy {@code n}, from 1. */
    public static String copyOf(String id, long n) {
        return OwnIds.random(id, n);
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
            if (store.answer("select count(to_regclass(?))", table.toString()) == 1)
                jdbc.query("select t::text from " + table + " t", row -> {
                    Matcher found = ID.matcher(row.getString(1));
                    while (found.find()) all.add(found.group());
                });
        return all;
    }

    /** Where in the record the case's events are: what tells a place elsewhere has to tell the copy's. */
    private Map<String, Long> places(List<String> own) {
        Map<String, Long> places = new HashMap<>();
        if (store.answer("select count(to_regclass('ledger.event'))") == 0) return places;
        jdbc.query(
                "select position from ledger.event where stream = any(?::uuid[]) order by position",
                row -> {
                    places.put(row.getString(1), (long) places.size());
                },
                (Object) own.toArray(String[]::new));
        WrongResult.unless(!places.isEmpty(), "the case has left no events");
        return places;
    }

    /** All words of the record about it: names of processes and activities are among them. */
    private static Set<String> wordsOf(List<CaseRows> rows) {
        Set<String> words = new TreeSet<>();
        rows.stream()
                .filter(of -> of.table().toString().equals("ledger.event"))
                .flatMap(CaseRows::texts)
                .forEach(text -> words.addAll(Arrays.asList(text.split("[,{}]"))));
        return words;
    }
}
