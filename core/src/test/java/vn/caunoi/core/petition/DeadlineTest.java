package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.petition.DeadlineCommand.*;
import vn.caunoi.core.petition.DeadlineEvent.*;

class DeadlineTest {

    private static final DeadlineSet FIVE = set("process", Basis.RECEIVED, RECEIVED_ON, 5);
    private static final DeadlineSet NEAR = set("process", Basis.RECEIVED, RECEIVED_ON, 17);
    private static final DeadlineSet TWENTY = set("process", Basis.RECEIVED, RECEIVED_ON, 20);

    @Test
    void a_deadline_is_counted_from_the_fact_it_rests_on_and_open_tasks_follow() {
        given(received(), opened("classify"))
                .when(setProcess(20))
                .expectEvents(TWENTY, new TaskEvent.TaskDueMoved(ID, new TaskId("classify"), due(2026, 11, 23)));
    }

    @Test
    void the_same_deadline_is_not_set_twice_and_another_one_replaces_it() {
        expect(given(received(), TWENTY).when(setProcess(20)));
        var longer = new vn.caunoi.core.deadline.DeadlineRule(
                "D-other", "deadlines-2", "process", Limit.calendarDays(10), true, "LKN", "S", null);
        given(received(), TWENTY)
                .when(new SetDeadline(ID, "process", Basis.RECEIVED, longer))
                .expectEvents(set(longer, Basis.RECEIVED, RECEIVED_ON));
    }

    @Test
    void a_deadline_of_another_register_stands() {
        var imported = new DeadlineSet(
                ID,
                "process",
                Basis.RECEIVED,
                RECEIVED_ON,
                null,
                false,
                due(2026, 11, 20),
                "imported",
                "imported",
                "imported",
                "log",
                List.of());
        expect(given(received(), imported).when(setProcess(20)));
    }

    @Test
    void no_deadline_is_set_for_what_has_been_done() {
        expect(given(received(), classified()).when(setProcess(20)));
    }

    @Test
    void no_deadline_is_set_from_a_fact_that_does_not_stand_any_more() {
        expect(given(received()).when(new SetDeadline(ID, "settle_1", Basis.ACCEPTED, rule("settle_1", 30))));
        expect(given(received()).when(new SetDeadline(ID, "send_1", Basis.ISSUED, rule("send_1", 3))));
        expect(given(received()).when(new SetDeadline(ID, "answer", Basis.CLASSIFIED, rule("answer", 3))));
    }

    @Test
    void the_head_extends_a_deadline_with_a_reason_before_it_passes() {
        var counted = DueDate.extended(
                CALENDAR, DueDate.count(CALENDAR, RECEIVED_ON, rule("process", 20)), Limit.calendarDays(10), true);
        given(received(), TWENTY)
                .when(extend("process", "Nhiều việc"))
                .expectEvents(new DeadlineExtended(
                        ID,
                        "process",
                        Limit.calendarDays(10),
                        TWENTY.due(),
                        counted.due(),
                        text("Nhiều việc"),
                        counted.explanation()));
        expectRefusal(given(received(), FIVE).when(extend("process", "r")), Reason.DEADLINE_PASSED);
        expectRefusal(given(received(), TWENTY).when(extend("process", "")), Reason.INVALID_INPUT);
        expectRefusal(given(received(), TWENTY).when(extend("settle_1", "r")), Reason.NO_SUCH_DEADLINE);
        expectRefusal(
                given(received(), TWENTY).when(new ExtendDeadline(ID, "process", Limit.calendarDays(1), "r", OFFICER)),
                Reason.NOT_ALLOWED);
        expectRefusal(
                given(received(), TWENTY, suspended(TODAY), new DeadlinePaused(ID, "process", TODAY))
                        .when(extend("process", "r")),
                Reason.SUSPENDED);
    }

    @Test
    void a_deadline_is_marked_as_approaching_once() {
        var mark = Cases.look("process", NEAR.due());
        var marked = new DeadlineApproaching(ID, "process", NEAR.due());
        given(received(), NEAR).when(mark).expectEvents(marked);
        expect(given(received(), NEAR, marked).when(mark));
        expect(given(received(), NEAR, classified(), met("process", NOW, false)).when(mark));
        expect(given(received(), FIVE).when(mark));
        expect(given(received(), NEAR, new DeadlinePaused(ID, "process", TODAY)).when(mark));
    }

    @Test
    void a_deadline_is_marked_as_missed_once_and_only_when_it_has_passed() {
        var mark = Cases.look("process", FIVE.due());
        var marked = new DeadlineMissed(ID, "process", FIVE.due());
        given(received(), FIVE).when(mark).expectEvents(marked);
        expect(given(received(), FIVE, marked).when(mark));
        expect(given(received(), FIVE, marked).when(Cases.look("process", FIVE.due())));
        expect(given(received(), TWENTY).when(Cases.look("process", TWENTY.due())));
        expect(given(received(), FIVE).when(Cases.look("process", Instant.EPOCH)));
        expect(given(received()).when(mark));
    }

    @Test
    void an_extended_deadline_may_approach_and_be_missed_again() {
        var extended = new DeadlineExtended(
                ID, "process", Limit.calendarDays(1), FIVE.due(), due(2026, 11, 10), text("r"), List.of());
        given(received(), FIVE, new DeadlineApproaching(ID, "process", FIVE.due()), extended)
                .when(Cases.look("process", due(2026, 11, 10)))
                .expectEvents(new DeadlineMissed(ID, "process", due(2026, 11, 10)));
    }

    @Test
    void a_paused_deadline_keeps_all_that_is_needed_to_count_it_again() {
        given(received(), TWENTY, suspended(TODAY), new DeadlinePaused(ID, "process", TODAY))
                .when(Cases.look("process", TWENTY.due()))
                .expectState(petition -> assertThat(
                                petition.deadlines.open("process").orElseThrow().pausedFrom())
                        .isEqualTo(TODAY));
    }

    private static SetDeadline setProcess(int days) {
        return new SetDeadline(ID, "process", Basis.RECEIVED, rule("process", days));
    }

    private static ExtendDeadline extend(String stage, String reason) {
        return new ExtendDeadline(ID, stage, Limit.calendarDays(10), reason, HEAD);
    }
}
