package vn.caunoi.core.ledger;

import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.caunoi.core.testing.TestDatabase;

/** What Axon asks of every storage engine: its own tests, on ours. */
class AxonStorageTest extends BatchingEventStorageEngineTest<PostgresStorage, PostgresStorage.Builder> {

    private final TestDatabase database = TestDatabase.fresh();

    @BeforeEach
    void empty() {
        setTestSubject(createEngine());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Override
    protected PostgresStorage createEngine(UnaryOperator<PostgresStorage.Builder> customization) {
        Jackson3Serializer json = Jackson3Serializer.builder().build();
        PostgresStorage.Builder builder = PostgresStorage.builder();
        builder.eventSerializer(json).snapshotSerializer(json).persistenceExceptionResolver(new LostRace());
        return customization.apply(builder).on(database.dataSource());
    }
}
