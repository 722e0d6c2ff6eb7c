package vn.caunoi.processes.sweeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.petition.Basis;
import vn.caunoi.core.petition.Cases;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineSet;
import vn.caunoi.core.petition.Facts;
import vn.caunoi.core.testing.MovableClock;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.processes.place.Together;
import vn.caunoi.processes.rules.DmnLadder;

/** When the sweeper's rounds ask what is due, and when they know without asking. */
class NextDueTest {

    private static final DeadlineSet SET = Cases.set("process", Basis.RECEIVED, Cases.RECEIVED_ON, 10);

    private static final Instant FIRST_LOOK = Cases.due(2026, 11, 5);

    private final TestDatabase database = TestDatabase.fresh();
    private final DueDates dates = new DueDates(database.jdbc(), () -> Cases.CALENDAR, DmnLadder.shipped());
    private final MovableClock clock = MovableClock.at(Cases.RECEIVED_AT.toString());
    private final NextDue next = new NextDue(dates, clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothing_set_is_nothing_due() {
        assertThat(next.mayBeNow()).isFalse();
    }

    @Test
    void a_date_set_here_is_known_as_soon_as_it_is_committed() {
        assertThat(next.mayBeNow()).isFalse();
        clock.moveTo(SET.due().plusSeconds(1));
        var transactions = new JdbcTransactionManager(database.dataSource());
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            set();
            assertThat(dates.written()).isZero();
        });
        assertThat(next.mayBeNow()).isTrue();
    }

    @Test
    void what_is_known_falls_due_without_another_question() {
        set();
        assertThat(next.mayBeNow()).isFalse();
        clock.moveTo(FIRST_LOOK);
        assertThat(next.mayBeNow()).isFalse();
        clock.moveTo(FIRST_LOOK.plusSeconds(1));
        assertThat(next.mayBeNow()).isTrue();
    }

    @Test
    void what_failed_to_be_recorded_and_was_put_off_is_asked_for_again() {
        set();
        clock.moveTo(SET.due().plusSeconds(1));
        assertThat(next.mayBeNow()).isTrue();
        Instant later = SET.due().plus(Duration.ofHours(1));
        dates.next(dates.take(clock.instant(), 10), row -> later);
        assertThat(next.mayBeNow()).isFalse();
        clock.moveTo(later.plusSeconds(1));
        assertThat(next.mayBeNow()).isTrue();
    }

    private void set() {
        UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(new GenericMessage<>("batch"));
        dates.follow(SET, Cases.RECEIVED_AT, Facts::none);
        Together together = new Together();
        dates.write(together);
        together.run(new JdbcTemplate(database.dataSource()));
        batch.commit();
    }
}
