package vn.caunoi.processes.sweeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.core.petition.Basis;
import vn.caunoi.core.petition.Cases;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineContinued;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMissed;
import vn.caunoi.core.petition.DeadlineEvent.DeadlinePaused;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineSet;
import vn.caunoi.core.petition.Facts;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.core.petition.Waking;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.processes.place.Together;
import vn.caunoi.processes.rules.DmnLadder;

class DueDatesTest {

    private static final DeadlineSet SET = Cases.set("process", Basis.RECEIVED, Cases.RECEIVED_ON, 10);
    private static final Instant SET_AT = Cases.RECEIVED_AT;

    private static final Supplier<Facts> OF_AN_OFFICER = () -> Facts.none().after(Cases.assigned(), SET_AT);

    private final TestDatabase database = TestDatabase.fresh();
    private final DueDates dates = new DueDates(database.jdbc(), () -> Cases.CALENDAR, DmnLadder.shipped());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_deadline_approaches_two_working_days_before_it_is_due() {
        follow(SET, SET_AT);
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
    void a_case_that_nobody_has_is_looked_at_before_its_deadline_approaches() {
        UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(new GenericMessage<>("batch"));
        dates.follow(SET, SET_AT, Facts::none);
        write(batch);
        assertThat(dates.earliest()).contains(Cases.due(2026, 11, 5));
    }

    @Test
    void a_case_that_was_given_up_is_looked_at_the_working_day_after() {
        follow(SET, SET_AT);
        follow(new TaskEvent.TaskReleased(Cases.ID, new TaskId("classify"), Cases.OFFICER.id()), SET_AT);
        assertThat(dates.earliest()).contains(Cases.due(2026, 11, 3));
    }

    @Test
    void a_task_that_sleeps_is_looked_at_when_it_is_to_wake_and_no_more_when_it_woke_before() {
        TaskId task = new TaskId("classify");
        Instant until = Instant.parse("2026-11-05T17:00:00Z");
        follow(new TaskEvent.TaskPutToSleep(Cases.ID, task, until, null, Cases.OFFICER.id()), SET_AT);
        assertThat(dates.earliest()).contains(until);
        follow(new TaskEvent.TaskWoken(Cases.ID, task, Waking.HAND), SET_AT);
        assertThat(dates.earliest()).isEmpty();
    }

    @Test
    void what_was_recorded_of_a_deadline_leaves_it_to_be_looked_at_again() {
        follow(SET, SET_AT);
        Instant again = SET.due().plus(Duration.ofDays(9));
        dates.next(dates.take(SET.due().plusSeconds(1), 10), row -> again);
        follow(new DeadlineMissed(Cases.ID, "process", SET.due()), SET.due().plusSeconds(1));
        assertThat(dates.earliest()).contains(again);
    }

    @Test
    void when_another_edition_of_the_ladder_begins_all_that_is_open_is_looked_at_once() {
        follow(SET, SET_AT);
        Instant planned = dates.earliest().orElseThrow();
        dates.heedLadder(0, SET_AT);
        assertThat(dates.earliest()).contains(planned);
        dates.heedLadder(1, SET_AT);
        assertThat(dates.earliest()).contains(SET_AT);
        dates.next(dates.take(SET_AT.plusSeconds(1), 10), swept -> planned);
        dates.heedLadder(1, SET_AT);
        assertThat(dates.earliest()).contains(planned);
        dates.heedLadder(0, SET_AT);
        assertThat(dates.earliest()).contains(SET_AT);
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
        dates.follow(SET, SET_AT, OF_AN_OFFICER);
        dates.follow(new DeadlinePaused(Cases.ID, "process", Cases.TODAY), SET_AT, OF_AN_OFFICER);
        dates.follow(SET, SET_AT, OF_AN_OFFICER);
        write(batch);
        assertThat(dates.take(SET.due().plusSeconds(1), 10)).singleElement().satisfies(row -> assertThat(row.due())
                .isEqualTo(SET.due()));
    }

    private void follow(PetitionEvent event, Instant at) {
        UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(new GenericMessage<>("batch"));
        dates.follow(event, at, OF_AN_OFFICER);
        write(batch);
    }

    private void write(UnitOfWork<?> batch) {
        Together together = new Together();
        dates.write(together);
        together.run(new JdbcTemplate(database.dataSource()));
        batch.commit();
    }
}
