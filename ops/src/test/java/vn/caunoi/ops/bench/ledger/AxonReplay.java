package vn.caunoi.ops.bench.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.core.ledger.Migrations;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Product;
import vn.caunoi.ops.bench.WrongResult;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.inbox.Inbox;

/** A peer: the same events in Axon's own storage, followed by its pooled processor into the same tables. */
final class AxonReplay implements AutoCloseable {
    private static final int BATCH = 1_000;

    private final AxonSink sink;
    private final Product product;
    private final ConnectionProvider connections;
    private final int events;

    AxonReplay(Ground ground, Product product, int events) {
        Serializer json = product.bean("eventSerializer", Serializer.class);
        this.sink = new AxonSink(ground, "axon_replay", json);
        this.product = product;
        this.events = events;
        this.connections = new SpringDataSourceConnectionProvider(sink.store().pool());
        Migrations.run(sink.store().pool());
        fill();
    }

    private void fill() {
        EventStorageEngine storage = product.bean(EventStorageEngine.class);
        TrackingToken reached = storage.createTailToken();
        for (int left = events; left > 0; ) {
            List<TrackedEventMessage<?>> batch = new ArrayList<>();
            // it answers one batch of its own at a time
            try (Stream<? extends TrackedEventMessage<?>> next = storage.readEvents(reached, false)) {
                next.limit(left).forEach(batch::add);
            }
            WrongResult.unless(!batch.isEmpty(), "ours ends before " + events + " events");
            reached = batch.getLast().trackingToken();
            left -= batch.size();
            sink.append(batch.stream()
                    .<DomainEventMessage<?>>map(event -> (DomainEventMessage<?>) event)
                    .toList());
        }
        WrongResult.unlessSame("events to replay", sink.count(), (long) events);
    }

    /** Seconds from the first event to the last. */
    double replay() {
        JdbcTemplate jdbc = sink.store().jdbc();
        jdbc.execute("truncate views.task, views.task_ended, views.task_form, views.task_count");
        jdbc.execute("drop table if exists TokenEntry");
        JdbcTokenStore tokens = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(Jackson3Serializer.builder().build())
                .build();
        sink.transactions().executeInTransaction(() -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(sink.storage()).build();
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(3);
        Filler filler = new Filler(product.bean(Inbox.class), Tables.live(jdbc));
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name("inbox")
                .eventHandlerInvoker(filler)
                .messageSource(store)
                .tokenStore(tokens)
                .transactionManager(sink.transactions())
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialToken(source -> source.createTailToken())
                .initialSegmentCount(1)
                .batchSize(BATCH)
                .build();
        long begun = System.nanoTime();
        processor.start();
        while (filler.committed < events) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        double seconds = (System.nanoTime() - begun) / 1e9;
        processor.shutDown();
        threads.shutdown();
        store.shutDown();
        WrongResult.unless(sink.store().answer("select count(*) from views.task_ended") > 0, "the peer filled nothing");
        return seconds;
    }

    /** Hands each event to the inbox; what a batch changes is written at its end. */
    private static final class Filler implements EventHandlerInvoker {
        private static final String KEY = "filling";
        private final Inbox inbox;
        private final Tables tables;
        private volatile long committed;
        private long taken;

        Filler(Inbox inbox, Tables tables) {
            this.inbox = inbox;
            this.tables = tables;
        }

        @Override
        public boolean canHandle(EventMessage<?> event, Segment segment) {
            return true;
        }

        @Override
        public void handle(EventMessage<?> event, Segment segment) {
            taken++;
            if (!(event.getPayload() instanceof PetitionEvent)) return;
            ReadModel.Filling filling = CurrentUnitOfWork.get().root().getOrComputeResource(KEY, first -> {
                ReadModel.Filling made = inbox.filling(tables);
                CurrentUnitOfWork.get().root().onPrepareCommit(work -> made.flush());
                CurrentUnitOfWork.get().root().afterCommit(work -> committed = taken);
                return made;
            });
            filling.take(Happened.of(event));
        }
    }

    @Override
    public void close() {
        sink.close();
    }
}
