package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.deadline.Pause;
import vn.caunoi.core.petition.CaseCommand.*;
import vn.caunoi.core.petition.CaseEvent.*;
import vn.caunoi.core.petition.DeadlineEvent.*;
import vn.caunoi.core.petition.IntakeEvent.*;
import vn.caunoi.core.petition.TaskEvent.*;

/** The time does not count while the petitioner is to add something. Events of a past are recorded now, the 18th. */
class SupplementTest {

    private static final DeadlineSet PROCESSING = set("process", Basis.RECEIVED, RECEIVED_ON, 20);
    private static final SupplementRequested REQUESTED = new SupplementRequested(ID, text("Thiếu chữ ký"));
    private static final PetitionEvent[] AWAITED = {
        received(),
        PROCESSING,
        REQUESTED,
        new DeadlinePaused(ID, "process", LocalDate.of(2026, 11, 12)),
        opened("await-supplement", CLERK, null)
    };

    @Test
    void a_deadline_is_paused_when_a_supplement_is_asked_for() {
        var ask = complete("classify", "needs-supplement", OFFICER, "reason", "Thiếu chữ ký");
        given(received(), PROCESSING, opened("classify", OFFICER, PROCESSING.due()))
                .when(ask)
                .expectEvents(
                        REQUESTED,
                        new DeadlinePaused(ID, "process", TODAY),
                        completed("classify", "needs-supplement", OFFICER, ask.data()));
    }

    @Test
    void it_counts_again_from_the_day_the_supplement_was_received() {
        var sixteenth = LocalDate.of(2026, 11, 16);
        var counted = DueDate.resumed(
                CALENDAR,
                Deadline.of(PROCESSING).counted(),
                new Pause(LocalDate.of(2026, 11, 12), sixteenth),
                LimitUnit.CALENDAR_DAYS,
                true);
        assertThat(counted.due()).isAfter(PROCESSING.due());
        var came = complete("await-supplement", "received", CLERK, "receivedOn", "2026-11-16", "what", "Bản sao");
        given(AWAITED)
                .when(came)
                .expectEvents(
                        new SupplementReceived(ID, LegalMoment.on(sixteenth, NOW), text("Bản sao")),
                        new DeadlineContinued(
                                ID, "process", sixteenth, PROCESSING.due(), counted.due(), counted.explanation()),
                        completed("await-supplement", "received", CLERK, came.data()));
    }

    @Test
    void what_is_added_outside_the_task_ends_the_pause_too_and_what_was_not_asked_for_changes_nothing() {
        expect(
                given(AWAITED).when(new Supplement(ID, null, "Bản sao", CLERK)),
                SupplementReceived.class,
                DeadlineContinued.class,
                TaskDueMoved.class);
        expect(
                given(received(), PROCESSING).when(new Supplement(ID, null, "Bản sao", CLERK)),
                SupplementReceived.class);
    }

    @Test
    void a_supplement_that_came_before_it_was_asked_for_takes_no_day_away() {
        Instant before = Instant.parse("2026-11-05T03:00:00Z");
        given(AWAITED).when(new Supplement(ID, before, "Bản sao", CLERK)).expectState(petition -> assertThat(
                        petition.deadlines.earliest())
                .isEqualTo(PROCESSING.due()));
    }

    @Test
    void a_deadline_counts_again_only_when_neither_a_suspension_nor_a_supplement_stops_it() {
        expect(
                given(then(AWAITED, suspended(TODAY))).when(new Supplement(ID, null, "Bản sao", CLERK)),
                SupplementReceived.class);
        expect(given(then(AWAITED, suspended(TODAY))).when(new Resume(ID, TODAY, HEAD)), PetitionResumed.class);
        var received = new SupplementReceived(ID, NOW, text("Bản sao"));
        expect(
                given(then(AWAITED, suspended(TODAY), received)).when(new Resume(ID, TODAY, HEAD)),
                PetitionResumed.class,
                DeadlineContinued.class,
                TaskDueMoved.class);
    }

    @Test
    void a_deadline_set_while_a_supplement_is_awaited_is_paused_at_once() {
        expect(
                given(received(), REQUESTED)
                        .when(new DeadlineCommand.SetDeadline(ID, "process", Basis.RECEIVED, rule("process", 20))),
                DeadlineSet.class,
                DeadlinePaused.class);
    }

    @Test
    void nothing_is_awaited_any_more_of_a_case_sent_back_or_withdrawn() {
        expect(
                given(then(
                                new PetitionEvent[] {
                                    received(),
                                    started("petition-intake"),
                                    PROCESSING,
                                    opened("classify", OFFICER, null)
                                },
                                REQUESTED,
                                new DeadlinePaused(ID, "process", TODAY),
                                completed("classify", "needs-supplement")))
                        .when(new SendBack(ID, "classify", "Không cần", HEAD)),
                PetitionSentBack.class,
                DeadlineContinued.class);
        expect(
                given(AWAITED).when(new Withdraw(ID, List.of(), null, "Đã thỏa thuận", CLERK)),
                PetitionWithdrawn.class,
                DeadlineContinued.class,
                TaskDueMoved.class);
        expect(given(AWAITED).when(new Withdraw(ID, List.of(1), null, "Đã thỏa thuận", CLERK)), PointsWithdrawn.class);
    }

    @Test
    void a_paused_deadline_is_neither_missed_nor_extended() {
        expect(given(AWAITED).when(look("process", PROCESSING.due())));
        expectRefusal(
                given(AWAITED)
                        .when(new DeadlineCommand.ExtendDeadline(
                                ID, "process", vn.caunoi.core.deadline.Limit.calendarDays(5), "r", HEAD)),
                Reason.AWAITING_SUPPLEMENT);
    }
}
