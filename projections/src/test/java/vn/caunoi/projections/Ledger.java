package vn.caunoi.projections;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Records events as they are, without judging them. */
public record Ledger(EventStore events, PlatformTransactionManager transactions) {

    public void record(String kind, String stream, long sequence, Object event, String by) {
        DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        work.attachTransaction(new SpringTransactionManager(transactions));
        events.publish(new GenericDomainEventMessage<>(kind, stream, sequence, event, MetaData.with("by", by)));
        work.commit();
    }
}
