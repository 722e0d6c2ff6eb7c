package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.testing.TestDatabase;

/** The order in which events become visible to those who follow the log. */
class FollowingTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database.dataSource());
    private final PostgresStorage storage = storage();
    private final LedgerEvents events = LedgerEvents.builder(storage).build();

    @Test
    void an_event_is_not_shown_while_an_earlier_number_is_still_being_written() {
        TrackingEventStream follower = events.openStream(null);
        inTransaction(() -> {
            append("early");
            inOtherTransaction(() -> append("late"));
            inOtherTransaction(() -> assertThat(shownTo(follower)).isEmpty());
        });
        assertThat(shownTo(events.openStream(null))).containsExactly("early", "late");
    }

    @Test
    void a_number_that_was_rolled_back_holds_nobody_up() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            append("never");
            status.setRollbackOnly();
        });
        append("next");
        TrackingEventStream follower = events.openStream(new GlobalSequenceTrackingToken(0));
        assertThat(shownTo(follower)).containsExactly("next");
    }

    @Test
    void the_head_lies_before_what_is_still_being_written() {
        append("done");
        inTransaction(() -> {
            append("open");
            inOtherTransaction(() -> {
                append("later");
                assertThat(storage.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(1));
            });
        });
        assertThat(storage.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(3));
    }

    @Test
    void followers_are_woken_by_the_commit_and_not_before() {
        AtomicInteger woken = new AtomicInteger();
        TrackingEventStream follower = events.openStream(null);
        assertThat(follower.setOnAvailableCallback(woken::incrementAndGet)).isTrue();
        inTransaction(() -> {
            publish("one");
            inOtherTransaction(() -> assertThat(shownTo(follower)).isEmpty());
        });
        assertThat(woken).hasPositiveValue();
        assertThat(shownTo(follower)).containsExactly("one");
        follower.close();
        int before = woken.get();
        publish("two");
        assertThat(woken).hasValue(before);
    }

    @Test
    void a_follower_does_not_ask_again_before_it_is_woken() {
        AtomicReference<Runnable> wake = new AtomicReference<>();
        TrackingEventStream follower = new LedgerFollower(0, storage::batchAfter, onWake -> {
            wake.set(onWake);
            return () -> true;
        });
        assertThat(follower.hasNextAvailable()).isFalse();
        append("one");
        assertThat(follower.hasNextAvailable()).isFalse();
        wake.get().run();
        assertThat(shownTo(follower)).containsExactly("one");
    }

    @Test
    void what_another_program_wrote_is_shown_too() throws InterruptedException {
        TrackingEventStream follower = events.openStream(null);
        assertThat(follower.hasNextAvailable()).isFalse();
        Storages.on(database).appendEvents(List.of(event("elsewhere", 0)));
        assertThat(follower.hasNextAvailable(30, TimeUnit.SECONDS)).isTrue();
        follower.close();
    }

    @Test
    void a_second_event_with_the_same_sequence_is_a_lost_race() {
        storage.appendEvents(List.of(event("stream", 1)));
        assertThatThrownBy(() -> storage.appendEvents(List.of(event("stream", 1))))
                .isInstanceOf(ConcurrencyException.class)
                .satisfies(lost -> assertThat(LostRace.isCauseOf(lost)).isTrue());
    }

    @Test
    void what_has_no_stored_name_is_not_recorded() {
        assertThatThrownBy(() -> storage.appendEvents(
                        List.of(new GenericDomainEventMessage<>("kind", "stream", 0, "not an event"))))
                .isInstanceOf(IllegalStateException.class)
                .isNotInstanceOf(EventStoreException.class)
                .hasMessageContaining("@StoredAs");
    }

    @Test
    void a_long_log_is_read_in_batches_to_its_end() {
        IntStream.range(0, 250).forEach(n -> append("e" + n));
        assertThat(shownTo(events.openStream(null))).hasSize(250).first().isEqualTo("e0");
    }

    @Test
    void a_follower_misses_nothing_while_many_write_and_some_roll_back() throws Exception {
        TrackingEventStream follower = events.openStream(null);
        List<String> shown = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(6)) {
            List<Future<?>> writers = IntStream.range(0, 6)
                    .<Future<?>>mapToObj(writer -> pool.submit(() -> writeMany(writer)))
                    .toList();
            while (!writers.stream().allMatch(Future::isDone)) {
                if (follower.hasNextAvailable(5, TimeUnit.MILLISECONDS)) {
                    shown.add(((Box.Opened) next(follower)).box());
                }
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        publish("last");
        shown.addAll(shownTo(follower));
        assertThat(shown)
                .isEqualTo(database.jdbc()
                        .sql("select stream from ledger.readable_event order by position")
                        .query(String.class)
                        .list());
    }

    private void writeMany(int writer) {
        for (int n = 0; n < 50; n++) {
            String box = writer + "-" + n;
            boolean rolledBack = n % 5 == 0;
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                append(box);
                append(box + "b");
                if (rolledBack) {
                    status.setRollbackOnly();
                }
            });
        }
    }

    @Test
    void followers_at_the_same_position_read_the_same_messages() throws InterruptedException {
        append("shared");
        TrackingEventStream one = events.openStream(null);
        TrackingEventStream other = events.openStream(null);
        assertThat(one.nextAvailable()).isSameAs(other.nextAvailable());
    }

    @Test
    void time_does_not_go_back_in_a_stream_when_another_nodes_clock_runs_ahead() {
        Instant ahead = Instant.parse("2026-11-18T02:00:00.123456Z");
        storage.appendEvents(List.of(recorded("s", 0, ahead)));
        storage.appendEvents(List.of(recorded("s", 1, ahead.minusSeconds(60)), recorded("s", 2, ahead.plusMillis(1))));
        assertThat(storage.readEvents("s").asStream().map(event -> event.getTimestamp()))
                .containsExactly(ahead, ahead, ahead.plusMillis(1));
    }

    private static GenericDomainEventMessage<Box.Opened> recorded(String box, long sequence, Instant at) {
        return new GenericDomainEventMessage<>("box", box, sequence, event(box, sequence), at);
    }

    private List<String> shownTo(TrackingEventStream follower) {
        List<String> shown = new ArrayList<>();
        while (follower.hasNextAvailable()) {
            shown.add(((Box.Opened) next(follower)).box());
        }
        return shown;
    }

    private static Object next(TrackingEventStream follower) {
        try {
            return follower.nextAvailable().getPayload();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void append(String box) {
        storage.appendEvents(List.of(event(box, 0)));
    }

    private void publish(String box) {
        DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        work.attachTransaction(new SpringTransactionManager(transactions));
        work.execute(() -> events.publish(event(box, 0)));
    }

    private static GenericDomainEventMessage<Box.Opened> event(String box, long sequence) {
        return new GenericDomainEventMessage<>("box", box, sequence, new Box.Opened(box));
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private void inOtherTransaction(Runnable work) {
        TransactionTemplate other = new TransactionTemplate(transactions);
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        other.executeWithoutResult(status -> work.run());
    }

    private PostgresStorage storage() {
        return Storages.on(database);
    }
}
