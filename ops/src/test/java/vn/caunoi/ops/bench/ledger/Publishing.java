package vn.caunoi.ops.bench.ledger;

import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** Publishes events as a command does: in a unit of work with its transaction. */
final class Publishing {
    private Publishing() {}

    static void publish(EventStore store, TransactionManager transactions, List<DomainEventMessage<?>> events) {
        DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        work.attachTransaction(transactions);
        store.publish(events);
        work.commit();
    }
}
