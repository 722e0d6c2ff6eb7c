package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.petition.IntakeEvent.SupplementReceived;
import vn.caunoi.core.petition.IntakeEvent.SupplementRequested;
import vn.caunoi.core.petition.TaskCommand.*;
import vn.caunoi.core.petition.TaskEvent.*;

/** It is Wednesday, 18 November 2026. */
class SleepTest {

    private static final TaskId VERIFY = new TaskId("verify");
    private static final Instant DUE = due(2026, 12, 1);
    private static final TaskOpened HELD = opened("verify", OFFICER, DUE);
    private static final SupplementRequested ASKED = new SupplementRequested(ID, text("Thiếu bản sao"));
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void who_holds_a_task_puts_it_to_sleep_until_the_morning_of_a_day() {
        given(received(), HELD).when(sleep(MONDAY, null)).expectEvents(asleep(MONDAY, null));
    }

    @Test
    void the_same_again_changes_nothing() {
        given(received(), HELD, asleep(MONDAY, null)).when(sleep(MONDAY, null)).expectNoEvents();
    }

    @Test
    void nobody_else_puts_it_to_sleep() {
        expectRefusal(
                given(received(), HELD).when(new PutToSleep(ID, VERIFY, MONDAY, null, COLLEAGUE)),
                Reason.TASK_NOT_HELD);
        expectRefusal(given(received(), opened("verify")).when(sleep(MONDAY, null)), Reason.TASK_NOT_HELD);
        expectRefusal(given(received()).when(sleep(MONDAY, null)), Reason.TASK_NOT_OPEN);
    }

    @Test
    void it_is_awake_two_working_days_before_its_legal_moment_at_the_latest() {
        LocalDate last = LocalDate.of(2026, 11, 27);
        assertThat(Sleep.lastDay(DUE, TODAY, CALENDAR)).isEqualTo(last);
        given(received(), HELD).when(sleep(last, null)).expectEvents(asleep(last, null));
        expectRefusal(given(received(), HELD).when(sleep(last.plusDays(1), null)), Reason.INVALID_INPUT);
    }

    @Test
    void a_day_that_is_past_or_none_is_no_day_to_wake_on() {
        expectRefusal(given(received(), HELD).when(sleep(TODAY, null)), Reason.INVALID_INPUT);
        expectRefusal(given(received(), HELD).when(sleep(null, null)), Reason.INVALID_INPUT);
        expectRefusal(given(received(), HELD).when(sleep(LocalDate.MAX, null)), Reason.INVALID_INPUT);
    }

    @Test
    void what_is_due_soon_is_not_put_off() {
        expectRefusal(
                given(received(), opened("verify", OFFICER, due(2026, 11, 20))).when(sleep(TODAY.plusDays(1), null)),
                Reason.TOO_NEAR_TO_SLEEP);
    }

    @Test
    void a_task_that_nothing_limits_sleeps_ninety_days_at_the_most() {
        var unlimited = opened("verify", OFFICER, null);
        given(received(), unlimited)
                .when(sleep(TODAY.plusDays(90), null))
                .expectEvents(asleep(TODAY.plusDays(90), null));
        expectRefusal(given(received(), unlimited).when(sleep(TODAY.plusDays(91), null)), Reason.INVALID_INPUT);
    }

    @Test
    void it_sleeps_until_what_was_asked_for_has_come() {
        var held = opened("verify", OFFICER, null);
        var asleep = asleep(TODAY.plusDays(90), Awaited.SUPPLEMENT);
        given(received(), held, ASKED).when(sleep(null, Awaited.SUPPLEMENT)).expectEvents(asleep);
        given(received(), held, ASKED, asleep)
                .when(new CaseCommand.Supplement(ID, null, "Bản sao", CLERK))
                .expectEvents(new SupplementReceived(ID, NOW, text("Bản sao")), woken(Waking.SUPPLEMENT));
    }

    @Test
    void what_nobody_was_asked_for_is_not_waited_for() {
        for (Awaited what : Awaited.values()) {
            expectRefusal(given(received(), HELD).when(sleep(null, what)), Reason.NOT_AWAITED);
        }
    }

    @Test
    void it_wakes_when_its_day_has_come_and_says_so_once() {
        var today = asleep(TODAY, null);
        given(received(), HELD, today).when(look(today.until())).expectEvents(woken(Waking.DATE));
        given(received(), HELD, today, woken(Waking.DATE))
                .when(look(today.until()))
                .expectNoEvents();
    }

    @Test
    void before_its_day_it_is_looked_at_again_then() {
        var asleep = asleep(MONDAY, null);
        given(received(), HELD, asleep)
                .when(look(asleep.until()))
                .expectNoEvents()
                .expectResultMessagePayload(asleep.until());
    }

    @Test
    void what_does_not_come_wakes_it_before_its_legal_moment() {
        var asleep = asleep(TODAY, Awaited.SUPPLEMENT);
        given(received(), HELD, ASKED, asleep).when(look(asleep.until())).expectEvents(woken(Waking.NO_ANSWER));
    }

    @Test
    void a_sooner_legal_moment_wakes_it_and_a_later_one_does_not() {
        var process = set("process", Basis.RECEIVED, RECEIVED_ON, 20);
        var held = opened("verify", OFFICER, null);
        expect(
                given(received(), held, asleep(MONDAY, null))
                        .when(new DeadlineCommand.SetDeadline(ID, "process", Basis.RECEIVED, rule("process", 20))),
                DeadlineEvent.DeadlineSet.class,
                TaskDueMoved.class,
                TaskWoken.class);
        expect(
                given(
                                received(),
                                process,
                                opened("verify", OFFICER, due(2026, 11, 23)),
                                asleep(TODAY.plusDays(1), null))
                        .when(new DeadlineCommand.ExtendDeadline(ID, "process", Limit.workingDays(10), "r", HEAD)),
                DeadlineEvent.DeadlineExtended.class,
                TaskDueMoved.class);
    }

    @Test
    void its_holder_wakes_it_by_hand() {
        given(received(), HELD, asleep(MONDAY, null))
                .when(new WakeTask(ID, VERIFY, OFFICER))
                .expectEvents(woken(Waking.HAND));
        given(received(), HELD).when(new WakeTask(ID, VERIFY, OFFICER)).expectNoEvents();
        expectRefusal(
                given(received(), HELD, asleep(MONDAY, null)).when(new WakeTask(ID, VERIFY, HEAD)),
                Reason.TASK_NOT_HELD);
    }

    @Test
    void whoever_gets_it_gets_it_awake() {
        var given = new TaskReassigned(ID, VERIFY, WARD_A, COLLEAGUE.id(), OFFICER.id(), text("r"));
        given(received(), HELD, asleep(MONDAY, null), given)
                .when(look(asleep(MONDAY, null).until()))
                .expectNoEvents();
    }

    @Test
    void its_holder_or_a_head_gives_it_a_day_of_its_own_not_after_the_law_s() {
        given(received(), HELD)
                .when(new DateTask(ID, VERIFY, MONDAY, OFFICER))
                .expectEvents(new TaskDated(ID, VERIFY, MONDAY, OFFICER.id()));
        given(received(), HELD)
                .when(new DateTask(ID, VERIFY, MONDAY, HEAD))
                .expectEvents(new TaskDated(ID, VERIFY, MONDAY, HEAD.id()));
        expectRefusal(given(received(), HELD).when(new DateTask(ID, VERIFY, MONDAY, COLLEAGUE)), Reason.NOT_ALLOWED);
        expectRefusal(
                given(received(), HELD).when(new DateTask(ID, VERIFY, LocalDate.of(2026, 12, 2), OFFICER)),
                Reason.INVALID_INPUT);
        expectRefusal(
                given(received(), HELD).when(new DateTask(ID, VERIFY, TODAY.minusDays(1), OFFICER)),
                Reason.INVALID_INPUT);
    }

    @Test
    void who_holds_a_task_gives_it_to_a_colleague_with_a_reason() {
        given(received(), HELD)
                .when(new DelegateTask(ID, VERIFY, COLLEAGUE.id(), "Họp", OFFICER))
                .expectEvents(new TaskReassigned(ID, VERIFY, WARD_A, COLLEAGUE.id(), OFFICER.id(), text("Họp")));
        expectRefusal(
                given(received(), HELD).when(new DelegateTask(ID, VERIFY, OFFICER.id(), "Họp", COLLEAGUE)),
                Reason.TASK_NOT_HELD);
        expectRefusal(
                given(received(), HELD).when(new DelegateTask(ID, VERIFY, COLLEAGUE.id(), " ", OFFICER)),
                Reason.INVALID_INPUT);
    }

    private static PutToSleep sleep(@Nullable LocalDate until, @Nullable Awaited awaited) {
        return new PutToSleep(ID, VERIFY, until, awaited, OFFICER);
    }

    private static TaskPutToSleep asleep(LocalDate until, @Nullable Awaited awaited) {
        return new TaskPutToSleep(ID, VERIFY, until.atStartOfDay(DueDate.ZONE).toInstant(), awaited, OFFICER.id());
    }

    private static TaskWoken woken(Waking cause) {
        return new TaskWoken(ID, VERIFY, cause);
    }

    private static DeadlineCommand.LookAfter look(Instant until) {
        return Cases.look(Sleep.stage(VERIFY), until);
    }
}
