package vn.caunoi.processes.sweeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.core.petition.Basis;
import vn.caunoi.core.petition.Cases;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineContinued;
import vn.caunoi.core.petition.DeadlineEvent.DeadlinePaused;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineSet;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.processes.place.Together;

class DueDatesTest {

    private static final DeadlineSet SET = Cases.set("process", Basis.RECEIVED, Cases.RECEIVED_ON, 10);
    private static final Instant SET_AT = Cases.RECEIVED_AT;

    private final TestDatabase database = TestDatabase.fresh();
    private final DueDates dates = new DueDates(database.jdbc(), Cases.CALENDAR);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_deadline_approaches_two_working_days_before_it_is_due() {
        follow(SET, SET_AT);
        assertThat(dates.approaching(SET.due())).isEqualTo("2026-11-09T17:00:00Z");
        assertThat(dates.take(Instant.parse("2026-11-09T17:00:00Z"), 10)).isEmpty();
        assertThat(dates.take(Instant.parse("2026-11-09T17:00:01Z"), 10)).hasSize(1);
    }

    @Test
    void a_deadline_that_moved_while_it_was_being_swept_is_swept_again_at_its_new_time() {
        follow(SET, SET_AT);
        Instant past = SET.due().plusSeconds(1);
        DueDates.Row taken = dates.take(past, 10).getFirst();
        Instant later = SET.due().plus(Duration.ofDays(5));
        follow(new DeadlineContinued(Cases.ID, "process", Cases.TODAY, SET.due(), later, SET.explanation()), past);
        dates.next(List.of(taken), swept -> null);
        assertThat(dates.anyUntil(later.plusSeconds(1))).isTrue();
    }

    @Test
    void a_paused_deadline_is_not_swept() {
        follow(SET, SET_AT);
        follow(new DeadlinePaused(Cases.ID, "process", Cases.TODAY), SET_AT);
        assertThat(dates.anyUntil(SET.due().plus(Duration.ofDays(99)))).isFalse();
    }

    @Test
    void what_one_batch_sets_and_ends_is_as_its_last_event_says() {
        UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(new GenericMessage<>("batch"));
        dates.follow(SET, SET_AT);
        dates.follow(new DeadlinePaused(Cases.ID, "process", Cases.TODAY), SET_AT);
        dates.follow(SET, SET_AT);
        write(batch);
        assertThat(dates.take(SET.due().plusSeconds(1), 10)).singleElement().satisfies(row -> assertThat(row.due())
                .isEqualTo(SET.due()));
    }

    private void follow(PetitionEvent event, Instant at) {
        UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(new GenericMessage<>("batch"));
        dates.follow(event, at);
        write(batch);
    }

    private void write(UnitOfWork<?> batch) {
        Together together = new Together();
        dates.write(together);
        together.run(new JdbcTemplate(database.dataSource()));
        batch.commit();
    }
}
