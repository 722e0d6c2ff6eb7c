package vn.caunoi.ops.bench.ledger;

import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import vn.caunoi.ops.bench.Product;
import vn.caunoi.ops.bench.Store;

/** The program's own storage, by the interface the program uses. */
record OurSink(Product product) implements Sink {
    @Override
    public void append(List<DomainEventMessage<?>> events) {
        EventStorageEngine storage = product.bean(EventStorageEngine.class);
        product.bean(TransactionManager.class).executeInTransaction(() -> storage.appendEvents(events));
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
