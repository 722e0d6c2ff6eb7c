package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.DirectionCommand.Give;
import vn.caunoi.core.petition.DirectionCommand.ReportDone;
import vn.caunoi.core.petition.DirectionCommand.TakeBack;
import vn.caunoi.core.petition.DirectionEvent.DirectionDone;
import vn.caunoi.core.petition.DirectionEvent.DirectionEnded;
import vn.caunoi.core.petition.DirectionEvent.DirectionGiven;

/** A superior directs what is to be done in a case (chỉ đạo); it stays until it is done. */
class DirectionTest {

    private static final LocalDate BY = TODAY.plusDays(3);
    private static final String TEXT = "Làm việc với Phòng Tài nguyên";
    private static final Actor INSPECTOR =
            new Actor(new OfficerId("inspector1"), PROVINCE, Set.of(PROVINCE, WARD_A, WARD_B), Set.of(Role.INSPECTOR));
    private static final DirectionGiven TO_ALL =
            new DirectionGiven(ID, 1, INSPECTOR.id(), WARD_A, null, BY, text(TEXT));
    private static final DirectionGiven TO_ONE =
            new DirectionGiven(ID, 1, HEAD.id(), WARD_A, OFFICER.id(), BY, text(TEXT));

    @Test
    void an_inspector_or_a_head_directs_a_unit_or_an_officer_with_a_day() {
        given(received()).when(give(null, BY, INSPECTOR)).expectEvents(TO_ALL);
        given(received()).when(give(OFFICER.id(), BY, HEAD)).expectEvents(TO_ONE);
        given(received(), TO_ALL, done(OFFICER, false))
                .when(give(null, TODAY, HEAD))
                .expectEvents(new DirectionGiven(ID, 2, HEAD.id(), WARD_A, null, TODAY, text(TEXT)));
    }

    @Test
    void who_has_no_say_over_the_unit_does_not_direct() {
        expectRefusal(given(received()).when(give(null, BY, OFFICER)), Reason.NOT_ALLOWED);
        expectRefusal(given(received()).when(give(null, BY, HEAD_OF_B)), Reason.NOT_ALLOWED);
        expectRefusal(given(received()).when(new Give(ID, WARD_B, null, BY, TEXT, HEAD)), Reason.NOT_ALLOWED);
        expectRefusal(
                given(received(), closed(ClosingGround.STORED)).when(give(null, BY, HEAD)), Reason.ALREADY_CLOSED);
    }

    @Test
    void a_direction_says_what_by_when_within_a_year_and_not_to_oneself() {
        expectRefusal(given(received()).when(give(null, TODAY.minusDays(1), HEAD)), Reason.INVALID_INPUT);
        expectRefusal(given(received()).when(give(null, TODAY.plusYears(2), HEAD)), Reason.INVALID_INPUT);
        expectRefusal(given(received()).when(give(HEAD.id(), BY, HEAD)), Reason.INVALID_INPUT);
        expectRefusal(given(received()).when(new Give(ID, WARD_A, null, BY, " ", HEAD)), Reason.INVALID_INPUT);
    }

    @Test
    void a_direction_moves_no_day_of_the_law() {
        var settle = set("settle_1", Basis.ACCEPTED, ACCEPTED_ON, 30);
        given(received(), accepted(), settle).when(give(null, BY, INSPECTOR)).expectEvents(TO_ALL);
    }

    @Test
    void whoever_has_the_case_reports_it_as_done_once() {
        given(received(), TO_ALL).when(report(COLLEAGUE)).expectEvents(done(COLLEAGUE, false));
        expectRefusal(given(received(), TO_ALL, done(OFFICER, false)).when(report(OFFICER)), Reason.NO_SUCH_DIRECTION);
        expectRefusal(given(received(), TO_ALL).when(report(STRANGER)), Reason.NOT_ALLOWED);
        expectRefusal(given(received(), TO_ALL).when(report(INSPECTOR)), Reason.NOT_ALLOWED);
        expectRefusal(given(received(), TO_ALL).when(new ReportDone(ID, 1, " ", OFFICER)), Reason.INVALID_INPUT);
    }

    @Test
    void one_that_names_an_officer_is_reported_by_that_officer_or_another_head() {
        given(received(), TO_ONE).when(report(OFFICER)).expectEvents(done(OFFICER, false));
        given(received(), TO_ONE).when(report(HEAD_OF_BOTH)).expectEvents(done(HEAD_OF_BOTH, false));
        expectRefusal(given(received(), TO_ONE).when(report(COLLEAGUE)), Reason.NOT_ALLOWED);
        expectRefusal(given(received(), TO_ONE).when(report(HEAD)), Reason.NOT_ALLOWED);
    }

    @Test
    void what_is_done_after_its_day_is_late() {
        var before = new DirectionGiven(ID, 1, HEAD.id(), WARD_A, null, TODAY.minusDays(1), text(TEXT));
        given(received(), before).when(report(OFFICER)).expectEvents(done(OFFICER, true));
    }

    @Test
    void who_gave_it_or_an_inspector_takes_it_back_with_a_reason() {
        var back = new DirectionEnded(ID, 1, DirectionEnd.TAKEN_BACK, text("Nhầm hồ sơ"));
        given(received(), TO_ONE).when(takeBack(HEAD)).expectEvents(back);
        given(received(), TO_ONE).when(takeBack(INSPECTOR)).expectEvents(back);
        expectRefusal(given(received(), TO_ALL).when(takeBack(HEAD)), Reason.NOT_ALLOWED);
        expectRefusal(given(received(), TO_ONE, back).when(takeBack(HEAD)), Reason.NO_SUCH_DIRECTION);
        expectRefusal(given(received(), TO_ONE).when(new TakeBack(ID, 1, "", HEAD)), Reason.INVALID_INPUT);
    }

    @Test
    void in_a_case_that_is_closed_nothing_is_left_to_be_done() {
        given(received(), TO_ALL)
                .when(new Report.CloseCase(ID, ClosingGround.STORED))
                .expectEvents(
                        new CaseEvent.PetitionClosed(ID, ClosingGround.STORED, null, null),
                        new DirectionEnded(ID, 1, DirectionEnd.CLOSED, null));
    }

    private static Give give(OfficerId officer, LocalDate doBy, Actor by) {
        return new Give(ID, WARD_A, officer, doBy, TEXT, by);
    }

    private static ReportDone report(Actor by) {
        return new ReportDone(ID, 1, "Đã làm việc", by);
    }

    private static DirectionDone done(Actor by, boolean late) {
        return new DirectionDone(ID, 1, by.id(), late, text("Đã làm việc"));
    }

    private static TakeBack takeBack(Actor by) {
        return new TakeBack(ID, 1, "Nhầm hồ sơ", by);
    }
}
