package vn.caunoi.core.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.vault.Vault;

/**
 * The record stream by stream, each from its first event: what a fold needs that keeps nothing but the stream it is
 * at. In the order in which things were recorded only within a stream.
 */
public final class WholeRecord {

    /**
     * @param at when it was recorded
     * @param by who acted; null when nobody was named, or when that was not asked for
     * @param sequence its number in its stream, from 0
     */
    public record Event(
            Object payload, Instant at, @Nullable String by, long sequence) {}

    private static final int BATCH = 1_000;

    private final DataSource database;
    private final PostgresStorage storage;
    private final StoredNames names;
    private final Vault vault;
    private final Path folder;

    /** @param folder for what does not fit into memory */
    WholeRecord(DataSource database, PostgresStorage storage, StoredNames names, Vault vault, Path folder) {
        this.database = database;
        this.storage = storage;
        this.names = names;
        this.vault = vault;
        this.folder = folder;
    }

    /** @param position inclusive; everything up to there has to be readable already, as it is up to the head */
    public WholeReading upTo(long position, Wanted wanted) {
        try (Connection connection = database.getConnection()) {
            EventKinds kinds = EventKinds.read(connection, names, wanted);
            return new WholeReading(database, position, kinds, wanted.by(), this::openings, folder);
        } catch (SQLException e) {
            throw new EventStoreException("the record cannot be read", e);
        }
    }

    /**
     * In the order in which things were recorded; for models that want little of the record.
     *
     * @param part whole batches, in the caller's thread
     */
    public void inOrder(long position, Wanted wanted, Consumer<List<Event>> part) {
        try (Connection connection = database.getConnection()) {
            EventKinds kinds = EventKinds.read(connection, names, wanted);
            RowOpening opening = openings();
            List<RowBytes> rows = new ArrayList<>(BATCH);
            new RecordScan(connection)
                    .copy(
                            RowBytes.COLUMNS + ", metadata",
                            "position <= " + position + " and name = any(" + kinds.numbers() + ") order by position",
                            (bytes, from) -> {
                                rows.add(new RowBytes(bytes, from));
                                if (rows.size() < BATCH) return;
                                part.accept(opening.events(rows, kinds, wanted.by()));
                                rows.clear();
                            });
            part.accept(opening.events(rows, kinds, wanted.by()));
        } catch (SQLException e) {
            throw new EventStoreException("the record cannot be read", e);
        }
    }

    private RowOpening openings() {
        return new RowOpening(names, vault.atOnce(), storage::opened);
    }
}
