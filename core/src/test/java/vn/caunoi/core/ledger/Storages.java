package vn.caunoi.core.ledger;

import javax.sql.DataSource;
import vn.caunoi.core.testing.ClearSealing;
import vn.caunoi.core.testing.TestDatabase;

/** Storages for boxes. */
final class Storages {

    private Storages() {}

    static PostgresStorage on(TestDatabase database) {
        return on(database.dataSource());
    }

    static PostgresStorage on(DataSource database) {
        LedgerJson json = LedgerJson.of(StoredNames.of(Box.Opened.class, Box.ThingPutIn.class), new ClearSealing());
        PostgresStorage.Builder builder = PostgresStorage.builder().mayBeRecorded(StoredNames::nameOf);
        builder.eventSerializer(json).snapshotSerializer(json).persistenceExceptionResolver(new LostRace());
        return builder.on(database);
    }
}
