package vn.caunoi.ops.bench.ledger;

import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Store;

/** A peer: Axon's own event store on its JDBC storage, with the tables it makes for PostgreSQL and its JSON. */
final class AxonSink implements Sink, AutoCloseable {
    private final Ground ground;
    private final Store store;
    private final TransactionManager transactions;
    private final JdbcEventStorageEngine storage;
    private final EventStore published;

    AxonSink(Ground ground) {
        this(ground, "axon_jdbc", Jackson3Serializer.builder().build());
    }

    AxonSink(Ground ground, String name, Serializer json) {
        this.ground = ground;
        this.store = ground.store(name);
        this.transactions = new SpringTransactionManager(new JdbcTransactionManager(store.pool()));
        ConnectionProvider connections =
                new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(store.pool()));
        this.storage = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(json)
                .snapshotSerializer(json)
                .build();
        storage.createSchema(PostgresEventTableFactory.INSTANCE);
        this.published = EmbeddedEventStore.builder().storageEngine(storage).build();
    }

    JdbcEventStorageEngine storage() {
        return storage;
    }

    TransactionManager transactions() {
        return transactions;
    }

    @Override
    public void append(List<DomainEventMessage<?>> events) {
        Publishing.publish(published, transactions, events);
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public long count() {
        return store.answer("select count(*) from DomainEventEntry");
    }

    @Override
    public long bytes() {
        return store.answer("select pg_total_relation_size('DomainEventEntry')");
    }

    @Override
    public void close() {
        ground.drop(store);
    }
}
