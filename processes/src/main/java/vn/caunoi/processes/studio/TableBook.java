package vn.caunoi.processes.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.table.TableEdition;
import vn.caunoi.core.table.TableName;
import vn.caunoi.processes.rules.Described;
import vn.caunoi.processes.rules.TablesInForce;
import vn.caunoi.processes.rules.WholeTable;

/** The decision tables as files: the one in force, what is wrong with another one, and where the two differ. */
public final class TableBook {

    /** As they are called, without their ending. */
    public static final List<String> NAMES = List.of("deadlines", "routing", "handling", "escalation");

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,39}");
    private static final Pattern ID = Pattern.compile("id=\"([^\"]*)\"");

    private final String folder;
    private final @Nullable TablesInForce published;
    private final Supplier<LocalDate> today;

    /**
     * @param folder with the tables of the authority; blank when there is none
     * @param published null where nothing is recorded
     */
    TableBook(String folder, @Nullable TablesInForce published, Supplier<LocalDate> today) {
        this.folder = folder;
        this.published = published;
        this.today = today;
    }

    /** What one row of a table became; moved matters only where the first row that fits answers. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }

    /** @param cells by column; of a row that was added or removed, all that say something */
    public record Change(Kind kind, String row, List<Cell> cells) {}

    /** @param before as it is written, and {@code now}; empty where there is none */
    public record Cell(String column, String before, String now) {}

    /** An edition that was published. @param file whether it stands in no record: the one that was there before all others */
    public record Edition(int number, @Nullable LocalDate from, String reason, boolean current, boolean file) {}

    /** What answers today: what was published, else the table of the authority, else the shipped one; empty for a name that no table has. */
    public Optional<String> inForce(String name) {
        return inForce(name, today.get());
    }

    /** What answers on a day. */
    public Optional<String> inForce(String name, LocalDate on) {
        if (!NAMES.contains(name)) return Optional.empty();
        Optional<String> since = published == null
                ? Optional.empty()
                : TableName.of(name).flatMap(table -> published.on(table, on)).map(TableEdition::content);
        return since.or(() -> Optional.of(file(name)));
    }

    /** All editions, the newest first, the file last; none of a table that is not published whole. */
    public List<Edition> editions(String name) {
        if (published == null) return List.of();
        TableName table = TableName.of(name).orElse(null);
        if (table == null) return List.of();
        int now = published.on(table, today.get()).map(TableEdition::number).orElse(0);
        List<Edition> editions = new ArrayList<>();
        published
                .all(table)
                .forEach(one -> editions.addFirst(
                        new Edition(one.number(), one.from(), one.reason(), one.number() == now, false)));
        if (!editions.isEmpty()) editions.add(new Edition(0, null, "", now == 0, true));
        return editions;
    }

    /** One of {@link #editions}, as a file; 0 for the one that was there before all others. */
    public Optional<String> edition(String name, int number) {
        TableName table = TableName.of(name).orElse(null);
        if (table == null || published == null) return Optional.empty();
        if (number == 0) return Optional.of(file(name));
        return published.all(table).stream()
                .filter(one -> one.number() == number)
                .map(TableEdition::content)
                .findFirst();
    }

    /** What this node knows by now of tables that were published. */
    public void forget() {
        if (published != null) published.forget();
    }

    private String file(String name) {
        Path own = Path.of(folder, name + ".dmn");
        if (folder.isBlank() || !Files.exists(own)) return shipped(name);
        return name.equals("handling") ? WholeTable.of(text(own), shipped(name)) : text(own);
    }

    /** Ids of the inputs and names of the outputs of all tables. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        for (String name : NAMES) {
            Grid grid = grid(shipped(name)).orElseThrow();
            grid.inputs().forEach(column -> columns.add(column.id()));
            grid.outputs().forEach(column -> columns.add(column.id()));
        }
        return columns;
    }

    /** Everything found; empty for a flawless table. */
    public List<TableProblem> check(String name, byte[] xml) {
        return new SheetCheck(grid(shipped(name)).orElseThrow()).check(xml);
    }

    /** Row by row, by what each calls itself; those that only stand elsewhere last. Empty where one of both cannot be read. */
    public List<Change> changes(String before, String now) {
        Optional<Grid> was = grid(before);
        Optional<Grid> is = grid(now);
        if (was.isEmpty() || is.isEmpty()) return List.of();
        Map<String, Map<String, String>> old = rows(was.get());
        Map<String, Map<String, String>> present = rows(is.get());
        List<Change> changes = new ArrayList<>();
        present.forEach((row, cells) -> {
            Map<String, String> former = old.get(row);
            List<Cell> differ = differing(former == null ? Map.of() : former, cells);
            if (former == null) changes.add(new Change(Kind.ADDED, row, differ));
            else if (!differ.isEmpty()) changes.add(new Change(Kind.CHANGED, row, differ));
        });
        old.forEach((row, cells) -> {
            if (!present.containsKey(row)) changes.add(new Change(Kind.REMOVED, row, differing(cells, Map.of())));
        });
        if (is.get().policy().equals("FIRST")) {
            RowOrder.moved(List.copyOf(old.keySet()), List.copyOf(present.keySet()))
                    .forEach(row -> changes.add(new Change(Kind.MOVED, row, List.of())));
        }
        return changes;
    }

    /** A note of a row as a value of {@link Told}, in both languages where it is written in both. */
    public static String described(String note) {
        Described both = Described.of(note);
        return Told.inBoth(both.vi(), both.en());
    }

    private static Map<String, Map<String, String>> rows(Grid grid) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        grid.rows().forEach(row -> rows.put(row.named(), grid.cells(row)));
        return rows;
    }

    private static List<Cell> differing(Map<String, String> before, Map<String, String> now) {
        Set<String> columns = new LinkedHashSet<>(before.keySet());
        columns.addAll(now.keySet());
        return columns.stream()
                .map(column -> new Cell(column, said(before, column), said(now, column)))
                .filter(cell -> !cell.before().equals(cell.now()))
                .toList();
    }

    private static String said(Map<String, String> cells, String column) {
        String cell = Objects.requireNonNullElse(cells.get(column), "");
        return cell.equals("-") ? "" : cell;
    }

    /** The same file, in which each row has the id that stands in its first result, as far as that is a word of its own. */
    public String named(String xml) {
        Optional<Grid> grid = grid(xml);
        if (grid.isEmpty()) return xml;
        Set<String> taken = new HashSet<>();
        grid.get().rows().forEach(row -> taken.add(row.id()));
        Map<String, String> names = new HashMap<>();
        for (Grid.Row row : grid.get().rows()) {
            String id = row.named();
            if (id.equals(row.id()) || !WORD.matcher(id).matches() || !taken.add(id)) continue;
            names.put(row.id(), id);
        }
        return ID.matcher(xml)
                .replaceAll(
                        id -> Matcher.quoteReplacement("id=\"" + names.getOrDefault(id.group(1), id.group(1)) + "\""));
    }

    private static Optional<Grid> grid(String xml) {
        try {
            return Optional.ofNullable(Grid.of(XmlReading.read(xml.getBytes(StandardCharsets.UTF_8))));
        } catch (UnreadableModel none) {
            return Optional.empty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String shipped(String name) {
        try (InputStream file = TableBook.class.getResourceAsStream("/models/" + name + ".dmn")) {
            if (file == null) throw new IllegalStateException(name + ".dmn is missing from the build");
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
