package vn.caunoi.processes.rules;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.ledger.Latest;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.table.TableEdition;
import vn.caunoi.core.table.TableEditions;
import vn.caunoi.core.table.TableName;
import vn.caunoi.core.table.TablePublished;

/** The decision tables that were published while the program ran. What another node published is seen within a second. */
public final class TablesInForce {

    private final Map<TableName, Latest<TableEditions>> tables = new EnumMap<>(TableName.class);

    /** @param streams null where nothing is recorded: the tables are those of the files, then */
    TablesInForce(Supplier<@Nullable Streams> streams) {
        for (TableName table : TableName.values()) {
            tables.put(
                    table,
                    new Latest<>(
                            streams,
                            TableEditions.stream(table),
                            TableEditions.NONE,
                            (editions, event) -> event instanceof TablePublished one ? editions.after(one) : editions));
        }
    }

    /** What was published of a table and holds on a day; empty where the file does. */
    public Optional<TableEdition> on(TableName table, LocalDate day) {
        return editions(table).on(day);
    }

    /** All that was published of a table, in that order. */
    public List<TableEdition> all(TableName table) {
        return editions(table).all();
    }

    private TableEditions editions(TableName table) {
        return latest(table).get();
    }

    private Latest<TableEditions> latest(TableName table) {
        Latest<TableEditions> latest = tables.get(table);
        if (latest == null) throw new IllegalStateException("no table " + table);
        return latest;
    }

    /** After one was published: the next who asks sees it at once. */
    public void forget() {
        tables.values().forEach(Latest::forget);
    }

    <T> Editions<T> read(TableName table, T file, Function<byte[], T> reading) {
        return new Editions<>(file, latest(table)::get, reading);
    }
}
