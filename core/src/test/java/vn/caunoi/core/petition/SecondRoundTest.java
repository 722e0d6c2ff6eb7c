package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.petition.CaseCommand.BeginSecondRound;
import vn.caunoi.core.petition.IntakeEvent.SecondRoundBegun;
import vn.caunoi.core.petition.TaskCommand.ClaimTask;

/** A complaint for the second time (LKN Đ33, Đ38, Đ39); it was received on 2 November. */
class SecondRoundTest {

    private static final DeadlineRule D10 = lodge("D10", 30);
    private static final DeadlineRule D11 = lodge("D11", 45);
    private static final SecondRoundBegun BEGUN = new SecondRoundBegun(ID, OTHER, null, false, List.of(OFFICER.id()));

    @Test
    void d10_thirty_days_from_the_receipt_of_the_first_decision() {
        LocalDate inTime = LocalDate.of(2026, 10, 3);
        given(received()).when(begin(D10, inTime)).expectEvents(begun(D10, inTime, false));
        LocalDate tooLong = LocalDate.of(2026, 9, 30);
        given(received()).when(begin(D10, tooLong)).expectEvents(begun(D10, tooLong, true));
    }

    @Test
    void d11_forty_five_days_in_a_remote_area() {
        LocalDate received = LocalDate.of(2026, 10, 1);
        given(received()).when(begin(D11, received)).expectEvents(begun(D11, received, false));
    }

    @Test
    void where_nobody_knows_since_when_it_is_not_called_late() {
        given(received())
                .when(new BeginSecondRound(ID, OTHER, null, null, List.of()))
                .expectEvents(new SecondRoundBegun(ID, OTHER, null, false, List.of()));
        expectRefusal(
                given(received(Kind.FEEDBACK)).when(new BeginSecondRound(ID, OTHER, null, null, List.of())),
                Reason.NOT_A_COMPLAINT);
    }

    @Test
    void who_worked_on_the_first_round_neither_takes_nor_is_given_work_in_the_second() {
        TaskEvent.TaskOpened verify = opened("verify");
        expectRefusal(
                given(received(), BEGUN, verify).when(new ClaimTask(ID, verify.task(), OFFICER)),
                Reason.SETTLED_BEFORE);
        expectRefusal(
                given(received(), BEGUN).when(new CaseCommand.Reassign(ID, WARD_A, OFFICER.id(), "Giao lại", HEAD)),
                Reason.SETTLED_BEFORE);
        given(received(), BEGUN, verify)
                .when(new ClaimTask(ID, verify.task(), COLLEAGUE))
                .expectSuccessfulHandlerExecution();
    }

    private static BeginSecondRound begin(DeadlineRule rule, LocalDate from) {
        return new BeginSecondRound(ID, OTHER, rule, from, List.of());
    }

    private static SecondRoundBegun begun(DeadlineRule rule, LocalDate from, boolean late) {
        return new SecondRoundBegun(ID, OTHER, FurtherTime.counted(rule, from, CALENDAR), late, List.of());
    }

    private static DeadlineRule lodge(String row, int days) {
        return new DeadlineRule(row, "v", "lodge_2", Limit.calendarDays(days), true, "LKN Đ33", "S", null);
    }
}
