package vn.caunoi.ops.bench.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.TaskEvent.TaskClaimed;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.ops.bench.Goal;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Measure;
import vn.caunoi.ops.bench.Pairs;
import vn.caunoi.ops.bench.Product;
import vn.caunoi.ops.bench.Row;
import vn.caunoi.ops.bench.WrongResult;

/**
 * Row 7: writers of which one in twenty rolls back, numbers that are never filled, a transaction that stays open; a
 * reader follows all the time, and has to see each event that was committed once, and no other.
 */
public final class Hostile implements Row {
    private static final double ROLLED_BACK = 0.05;

    private final Ground ground;
    private final Product product;
    private final EventStorageEngine storage;
    private final TransactionManager transactions;
    private long allSeen;

    public Hostile(Ground ground) {
        this.ground = ground;
        this.product = Product.kept(ground, "hostile");
        product.standStill();
        this.storage = product.bean(EventStorageEngine.class);
        this.transactions = product.bean(TransactionManager.class);
        gaps(ground.size().of(100, 10_000, 10_000));
    }

    /** Numbers that are drawn and lost. */
    private void gaps(int count) {
        boolean lean = product.store().answer("select count(to_regclass('ledger.event_position'))") == 1;
        product.store()
                .answer(
                        "select count(nextval(?::regclass)) from generate_series(1, ?)",
                        lean ? "ledger.event_position" : "ledger.event_global_index_seq",
                        count);
    }

    /** Who is in the way while events are written. */
    private enum Trouble {
        NONE,
        ROLL_BACKS,
        OPEN_ELSEWHERE,
        OPEN_APPENDED
    }

    @Override
    public void measure(Pairs pairs, int times) {
        Measure rolled = new Measure("7", "events/s with 5 % rolled back, clean", "/s", Goal.more(0.9, 0.95));
        Measure elsewhere =
                new Measure("7", "events/s beside a transaction open elsewhere, clean", "/s", Goal.more(0.9, 0.95));
        Measure appended =
                new Measure("7", "events/s beside an open one that has appended, clean", "/s", Goal.more(0.9, 0.95));
        Measure wrong = new Measure("7", "events lost or doubled", "", Goal.below(0, 0));
        // warm before the first that counts
        run(Trouble.NONE);
        for (int n = 0; n < times; n++) {
            double clean = run(Trouble.NONE);
            pairs.add(rolled, run(Trouble.ROLL_BACKS), clean);
            pairs.add(elsewhere, run(Trouble.OPEN_ELSEWHERE), clean);
            pairs.add(appended, run(Trouble.OPEN_APPENDED), clean);
            pairs.add(wrong, 0);
        }
        pairs.remark("events that were followed", allSeen);
    }

    /** Events a second that were committed; what the reader saw is checked. */
    private double run(Trouble trouble) {
        double seconds = ground.size().of(1, 10, 90);
        Set<String> committed = ConcurrentHashMap.newKeySet();
        List<String> seen = new ArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        TrackingToken from = storage.createHeadToken();
        Thread reader = Thread.ofPlatform().start(() -> follow(from, seen, over));
        AtomicLong written = new AtomicLong();
        long begun;
        double took;
        try (Opened inTheWay = open(trouble, committed)) {
            begun = System.nanoTime();
            long until = begun + (long) (seconds * 1e9);
            Writers.together(Writers.THREADS, () -> {
                while (System.nanoTime() < until)
                    written.addAndGet(append(trouble == Trouble.NONE ? 0 : ROLLED_BACK, committed));
                return null;
            });
            took = (System.nanoTime() - begun) / 1e9;
            if (trouble == Trouble.OPEN_APPENDED) inTheWay.mustHoldBack(seen);
        }
        over.set(true);
        join(reader);
        check(committed, seen);
        return written.get() / took;
    }

    private void check(Set<String> committed, List<String> seen) {
        WrongResult.unlessSame(
                "events seen twice", seen.size() - (long) Set.copyOf(seen).size(), 0L);
        WrongResult.unlessSame("events seen", Set.copyOf(seen), Set.copyOf(committed));
        allSeen += seen.size();
    }

    private int append(double rolledBack, Set<String> committed) {
        List<DomainEventMessage<?>> events = two();
        Transaction transaction = transactions.startTransaction();
        storage.appendEvents(events);
        if (ThreadLocalRandom.current().nextDouble() < rolledBack) {
            transaction.rollback();
            return 0;
        }
        transaction.commit();
        events.forEach(event -> committed.add(name(event)));
        return events.size();
    }

    private static List<DomainEventMessage<?>> two() {
        PetitionId petition = new PetitionId(UUID.randomUUID().toString());
        TaskClaimed event =
                new TaskClaimed(petition, new TaskId(UUID.randomUUID().toString()), new OfficerId("officer1"));
        return List.of(
                new GenericDomainEventMessage<>("Petition", petition.value(), 0, event),
                new GenericDomainEventMessage<>("Petition", petition.value(), 1, event));
    }

    private static String name(DomainEventMessage<?> event) {
        return event.getAggregateIdentifier() + ":" + event.getSequenceNumber();
    }

    /** Until it is over and nothing more comes. */
    private void follow(TrackingToken from, List<String> seen, AtomicBoolean over) {
        TrackingToken reached = from;
        while (true) {
            boolean last = over.get();
            List<TrackedEventMessage<?>> batch = new ArrayList<>();
            try (Stream<? extends TrackedEventMessage<?>> next = storage.readEvents(reached, false)) {
                next.forEach(batch::add);
            }
            batch.forEach(event -> {
                synchronized (seen) {
                    seen.add(name((DomainEventMessage<?>) event));
                }
            });
            if (!batch.isEmpty()) reached = batch.getLast().trackingToken();
            else if (last) return;
            else LockSupport.parkNanos(1_000_000);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A transaction in the way, until it is closed. */
    private interface Opened extends AutoCloseable {
        default void mustHoldBack(List<String> seen) {}

        @Override
        void close();
    }

    private Opened open(Trouble trouble, Set<String> committed) {
        return switch (trouble) {
            case NONE, ROLL_BACKS -> () -> {};
            case OPEN_ELSEWHERE -> elsewhere();
            case OPEN_APPENDED -> appended(committed);
        };
    }

    private Opened elsewhere() {
        try {
            Connection connection = product.store().connection();
            connection.setAutoCommit(false);
            connection.createStatement().execute("create table if not exists public.elsewhere (n int)");
            connection.createStatement().execute("insert into public.elsewhere values (1)");
            return () -> {
                try (connection) {
                    connection.rollback();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It has drawn its numbers: the reader has to wait for it, the writers have not. */
    private Opened appended(Set<String> committed) {
        List<DomainEventMessage<?>> events = two();
        Transaction transaction = transactions.startTransaction();
        storage.appendEvents(events);
        return new Opened() {
            @Override
            public void mustHoldBack(List<String> seen) {
                synchronized (seen) {
                    WrongResult.unlessSame("events read past an open transaction", seen.size(), 0);
                }
            }

            @Override
            public void close() {
                transaction.commit();
                events.forEach(event -> committed.add(name(event)));
            }
        };
    }

    @Override
    public void close() {}
}
