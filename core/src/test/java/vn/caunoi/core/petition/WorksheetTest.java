package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.petition.CaseCommand.EnterWorksheet;
import vn.caunoi.core.petition.CaseCommand.ReplyWorksheet;
import vn.caunoi.core.petition.CaseEvent.WorksheetEntered;
import vn.caunoi.core.petition.CaseEvent.WorksheetReplied;

/** The worksheet of a verification (LKN Đ29). */
class WorksheetTest {

    private static final PetitionEvent[] ACCEPTED = {received(), classified(), accepted(), assigned()};
    private static final WorksheetEntered REQUEST = new WorksheetEntered(
            ID,
            1,
            WorksheetSort.REQUEST,
            1,
            TODAY,
            TODAY.plusDays(5),
            text("Văn phòng đăng ký đất đai"),
            text("Hồ sơ thửa đất"),
            OFFICER.id());

    @Test
    void a_request_has_a_day_for_its_reply_which_is_written_down_once() {
        given(ACCEPTED)
                .when(enter(WorksheetSort.REQUEST, 1, TODAY, TODAY.plusDays(5)))
                .expectEvents(REQUEST);
        expectRefusal(given(ACCEPTED).when(enter(WorksheetSort.REQUEST, 1, TODAY, null)), Reason.INVALID_INPUT);
        expectRefusal(given(ACCEPTED).when(enter(WorksheetSort.EVIDENCE, 1, TODAY, TODAY)), Reason.INVALID_INPUT);
        var replied = new WorksheetReplied(ID, 1, TODAY, text("Đã gửi bản sao"));
        given(then(ACCEPTED, REQUEST)).when(reply()).expectEvents(replied);
        expectRefusal(given(then(ACCEPTED, REQUEST, replied)).when(reply()), Reason.NO_SUCH_REQUEST);
    }

    @Test
    void a_finding_is_about_a_point_that_stands() {
        expectRefusal(given(ACCEPTED).when(enter(WorksheetSort.FINDING, null, TODAY, null)), Reason.INVALID_INPUT);
        expectRefusal(given(ACCEPTED).when(enter(WorksheetSort.FINDING, 9, TODAY, null)), Reason.NO_SUCH_POINT);
    }

    @Test
    void only_a_plan_lies_ahead() {
        given(ACCEPTED)
                .when(enter(WorksheetSort.PLAN, null, TODAY.plusDays(3), null))
                .expectSuccessfulHandlerExecution();
        expectRefusal(
                given(ACCEPTED).when(enter(WorksheetSort.SESSION, null, TODAY.plusDays(3), null)),
                Reason.IN_THE_FUTURE);
    }

    @Test
    void nothing_is_verified_before_acceptance_nor_by_who_settled_it_before() {
        expectRefusal(given(received()).when(enter(WorksheetSort.PLAN, null, TODAY, null)), Reason.NOT_ACCEPTED_YET);
        var second = new IntakeEvent.SecondRoundBegun(ID, OTHER, null, false, List.of(OFFICER.id()));
        expectRefusal(
                given(then(ACCEPTED, second)).when(enter(WorksheetSort.PLAN, null, TODAY, null)),
                Reason.SETTLED_BEFORE);
    }

    private static EnterWorksheet enter(
            WorksheetSort sort, @Nullable Integer point, LocalDate on, @Nullable LocalDate replyBy) {
        return new EnterWorksheet(ID, sort, point, on, replyBy, "Văn phòng đăng ký đất đai", "Hồ sơ thửa đất", OFFICER);
    }

    private static ReplyWorksheet reply() {
        return new ReplyWorksheet(ID, 1, TODAY, "Đã gửi bản sao", OFFICER);
    }
}
