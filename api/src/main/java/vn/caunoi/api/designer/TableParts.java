package vn.caunoi.api.designer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.table.TableEdition;
import vn.caunoi.core.table.TableName;
import vn.caunoi.processes.studio.Sentence;
import vn.caunoi.processes.studio.TableBook;
import vn.caunoi.processes.studio.TableBook.Cell;
import vn.caunoi.processes.studio.TableBook.Kind;
import vn.caunoi.processes.studio.TableProblem;
import vn.caunoi.processes.studio.Told;
import vn.caunoi.projections.directory.Directory;

/** Decision tables that come with a change whole: which of them say otherwise than what is in force, and how that is told. */
@Component
class TableParts {

    /** @param before what answered on the first day of {@code now} */
    record TableChange(TableName table, String before, String now) {}

    private static final String ENDING = ".dmn";

    private final TableBook tables;
    private final Directory directory;

    TableParts(TableBook tables, Directory directory) {
        this.tables = tables;
        this.directory = directory;
    }

    static String part(TableName table) {
        return table.word() + ENDING;
    }

    /** @param wanted contents by table; what says the same as what is in force then is left out */
    List<TableChange> changes(Map<TableName, String> wanted, LocalDate from) {
        List<TableChange> changes = new ArrayList<>();
        wanted.forEach((table, now) -> {
            String before = tables.inForce(table.word(), from).orElseThrow(NotFound::new);
            if (!tables.changes(before, now).isEmpty()) changes.add(new TableChange(table, before, now));
        });
        return changes;
    }

    static TableEdition edition(TableChange change, LocalDate from, String reason) {
        return new TableEdition(change.table(), 0, from, change.now(), reason);
    }

    /** Units that new or changed rows name have to be there. */
    List<TableProblem> problems(String part, String content) {
        TableName table = table(part).orElse(null);
        if (table != TableName.ROUTING) return List.of();
        return tables.changes(tables.inForce(table.word()).orElse(""), content).stream()
                .filter(row -> row.kind() == Kind.ADDED || row.kind() == Kind.CHANGED)
                .flatMap(row -> row.cells().stream()
                        .filter(cell -> cell.column().equals("unit"))
                        .flatMap(cell -> unit(row.row(), cell.now()).stream()))
                .toList();
    }

    private Optional<TableProblem> unit(String row, String cell) {
        String id = cell.replaceAll("^\"|\"$", "");
        if (id.isBlank()) return Optional.empty();
        Optional<Directory.Unit> known = directory.unit(new UnitId(id));
        if (known.isEmpty())
            return Optional.of(
                    new TableProblem(true, row, "unit", "unit-unknown", id, Sentence.TABLE_UNIT_UNKNOWN.of(id)));
        if (!known.get().isEnded()) return Optional.empty();
        return Optional.of(new TableProblem(true, row, "unit", "unit-ended", id, Sentence.TABLE_UNIT_ENDED.of(id)));
    }

    /** Row by row, for people who read no tables. */
    List<Told> told(List<TableChange> changes) {
        return changes.stream()
                .flatMap(change ->
                        tables.changes(change.before(), change.now()).stream().map(row -> told(change.table(), row)))
                .toList();
    }

    private static Told told(TableName table, TableBook.Change row) {
        List<String> values = new ArrayList<>(List.of(table.word()));
        for (Cell cell : row.cells())
            values.addAll(List.of(cell.column(), said(cell, cell.before()), said(cell, cell.now())));
        return new Told(what(row.kind()), part(table), row.row(), values);
    }

    private static String said(Cell cell, String text) {
        return cell.column().equals("description") ? TableBook.described(text) : text;
    }

    private static Told.What what(Kind kind) {
        return switch (kind) {
            case ADDED -> Told.What.ROW_ADDED;
            case REMOVED -> Told.What.ROW_REMOVED;
            case CHANGED -> Told.What.ROW_CHANGED;
            case MOVED -> Told.What.ROW_MOVED;
        };
    }

    static Optional<TableName> table(String part) {
        return part.endsWith(ENDING)
                ? TableName.of(part.substring(0, part.length() - ENDING.length()))
                : Optional.empty();
    }
}
