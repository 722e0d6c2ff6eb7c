package vn.caunoi.projections;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The first filling of a rebuild's tables: each that belongs to streams is copied into by a connection of its own. */
final class Loading implements AutoCloseable {
    private final DataSource database;
    private final String schema;
    private final Map<String, TableCopy> copies = new ConcurrentHashMap<>();

    Loading(DataSource database, String schema) {
        this.database = database;
        this.schema = schema;
    }

    /** By any thread; each key once. */
    <R> void add(Target target, Iterable<R> rows, Function<R, @Nullable Object[]> values) {
        copies.computeIfAbsent(target.table(), first -> new TableCopy(database, schema, target))
                .add(rows, values);
    }

    /** Returns when all is committed. */
    void finish() {
        copies.values().forEach(TableCopy::finish);
    }

    /** Whoever waits to hand over rows need not wait any more; what is finished stays. */
    void giveUp() {
        copies.values().forEach(TableCopy::giveUp);
    }

    @Override
    public void close() {
        copies.values().forEach(TableCopy::close);
    }
}
