package vn.caunoi.ops.bench.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.TaskEvent.TaskClaimed;
import vn.caunoi.core.petition.TaskEvent.TaskReleased;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Spent;
import vn.caunoi.ops.bench.WrongResult;

/** Appends events by eight threads, each at its own streams of some forty events. */
final class Writers {
    static final int THREADS = 8;
    private static final int STREAM = 40;

    private Writers() {}

    /** What was appended in what time. */
    record Written(long events, double seconds, Spent spent) {
        double rate() {
            return events / seconds;
        }

        double cpu() {
            return spent.cpu() / events;
        }
    }

    /** For so long, so many events a transaction. */
    static Written write(Ground ground, Sink sink, int each, double seconds) {
        AtomicLong events = new AtomicLong();
        long before = sink.count();
        ground.settle();
        Spent spent = ground.spent(sink.store());
        long begun = System.nanoTime();
        long until = begun + (long) (seconds * 1e9);
        together(THREADS, () -> {
            Stream stream = new Stream();
            while (System.nanoTime() < until) {
                if (stream.sequence >= STREAM) stream = new Stream();
                sink.append(stream.next(each));
                events.addAndGet(each);
            }
            return null;
        });
        double took = (System.nanoTime() - begun) / 1e9;
        Spent all = ground.spent(sink.store()).since(spent);
        WrongResult.unlessSame("events in store", sink.count() - before, events.get());
        return new Written(events.get(), took, all);
    }

    static void fill(Sink sink, int events, int each) {
        Stream stream = new Stream();
        for (int n = 0; n < events; n += each) {
            if (stream.sequence >= STREAM) stream = new Stream();
            sink.append(stream.next(each));
        }
    }

    static void together(int threads, Callable<Void> work) {
        List<Callable<Void>> all = new ArrayList<>();
        for (int n = 0; n < threads; n++) all.add(work);
        try (ExecutorService people = Executors.newFixedThreadPool(threads)) {
            for (Future<Void> one : people.invokeAll(all)) one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** A petition whose task is claimed and released again and again. */
    private static final class Stream {
        private final PetitionId petition = new PetitionId(UUID.randomUUID().toString());
        private final TaskId task = new TaskId(UUID.randomUUID().toString());
        private final OfficerId officer = new OfficerId("officer1");
        private int sequence;

        List<DomainEventMessage<?>> next(int events) {
            MetaData metadata = MetaData.with("by", "officer1")
                    .and("traceId", UUID.randomUUID().toString())
                    .and("correlationId", UUID.randomUUID().toString());
            List<DomainEventMessage<?>> all = new ArrayList<>(events);
            for (int n = 0; n < events; n++) {
                Object event = sequence % 2 == 0
                        ? new TaskClaimed(petition, task, officer)
                        : new TaskReleased(petition, task, officer);
                all.add(new GenericDomainEventMessage<>("Petition", petition.value(), sequence++, event, metadata));
            }
            return all;
        }
    }
}
