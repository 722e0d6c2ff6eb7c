package vn.caunoi.ops.bench.ledger;

import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import vn.caunoi.ops.bench.Product;
import vn.caunoi.ops.bench.Store;

/** The program's own event store, as its aggregates use it. */
record OurSink(Product product) implements Sink {
    @Override
    public void append(List<DomainEventMessage<?>> events) {
        Publishing.publish(product.bean(EventStore.class), product.bean(TransactionManager.class), events);
    }

    @Override
    public Store store() {
        return product.store();
    }

    @Override
    public long count() {
        return store().answer("select count(*) from ledger.event");
    }

    @Override
    public long bytes() {
        return store().answer("select pg_total_relation_size('ledger.event')");
    }
}
