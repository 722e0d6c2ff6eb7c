package vn.caunoi.core.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import javax.sql.DataSource;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The event store. Unlike Axon's embedded one, whose followers look every 500 ms, it wakes the followers in this
 * program as soon as a transaction that appended has committed.
 */
final class LedgerEvents extends AbstractEventStore {

    /** Only a word that got lost is found so. */
    private static final Duration WHILE_HEARING = Duration.ofSeconds(5);

    private final Set<Runnable> followers = new CopyOnWriteArraySet<>();
    private final PostgresStorage storage;
    private final RecentBatches recent;
    private final Lookout lookout;
    private final @Nullable Ear ear;

    private LedgerEvents(Builder builder) {
        super(builder);
        this.storage = builder.storage;
        this.recent = new RecentBatches(storage.handover());
        Duration seldom = builder.seldom;
        DataSource others = builder.others;
        this.ear = others == null ? null : new Ear(others, this::mayHaveGoneOn);
        this.lookout = new Lookout(storage.asked(ear), this::wakeToLook, () -> hearsOthers() ? WHILE_HEARING : seldom);
    }

    static Builder builder(PostgresStorage storage) {
        return new Builder(storage);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken after) {
        return new LedgerFollower(
                PostgresStorage.position(after), position -> recent.after(position, storage::batchAfter), this::follow);
    }

    private synchronized Registration follow(Runnable wake) {
        followers.add(wake);
        storage.handover().want(true);
        storage.handover().mayHaveMissed();
        lookout.start();
        if (ear != null) ear.start();
        return () -> leave(wake);
    }

    /** Who comes while the last one leaves must not find the lookout stopped. */
    private synchronized boolean leave(Runnable wake) {
        boolean removed = followers.remove(wake);
        if (followers.isEmpty()) {
            storage.handover().want(false);
            lookout.stop();
            if (ear != null) ear.stop();
        }
        return removed;
    }

    boolean hearsOthers() {
        return ear != null && ear.hears();
    }

    private void mayHaveGoneOn() {
        lookout.nudge();
    }

    /** Who found a stream empty under its lock need not read it. */
    @Override
    public DomainEventStream readEvents(String stream) {
        boolean empty =
                Heads.current().filter(heads -> heads.knownEmpty(stream)).isPresent();
        return empty ? DomainEventStream.of(stagedDomainEventMessages(stream)) : super.readEvents(stream);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            wake(events.size());
            return;
        }
        // the command took part in a caller's transaction, which commits later than Axon's unit of work
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake(events.size());
            }
        });
    }

    private void wake(int recorded) {
        storage.handover().recorded(recorded);
        wakeFollowers();
        lookout.wrote();
    }

    /** Others wrote, or something that was held up can be seen. */
    private void wakeToLook() {
        storage.handover().mayHaveMissed();
        wakeFollowers();
    }

    private void wakeFollowers() {
        followers.forEach(Runnable::run);
    }

    static final class Builder extends AbstractEventStore.Builder {

        private final PostgresStorage storage;
        private Duration seldom = Duration.ofSeconds(1);
        private @Nullable DataSource others;

        private Builder(PostgresStorage storage) {
            super.storageEngine(storage);
            this.storage = storage;
        }

        Builder monitoredBy(MessageMonitor<? super EventMessage<?>> monitor) {
            super.messageMonitor(monitor);
            return this;
        }

        /** The longest pause between two looks for what other nodes wrote. */
        Builder lookingAfter(Duration seldom) {
            this.seldom = seldom;
            return this;
        }

        /** Tells other nodes what is written here and hears them, on a connection of its own. */
        Builder talkingToOthers(DataSource database) {
            this.others = database;
            return this;
        }

        LedgerEvents build() {
            return new LedgerEvents(this);
        }
    }
}
