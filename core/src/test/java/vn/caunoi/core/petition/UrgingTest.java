package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.CaseCommand.AnswerUrging;
import vn.caunoi.core.petition.CaseCommand.Urge;
import vn.caunoi.core.petition.CaseEvent.PetitionUrged;
import vn.caunoi.core.petition.CaseEvent.UrgingAnswered;

/** A superior urges whoever has a case (đôn đốc), who answers by a day. */
class UrgingTest {

    private static final LocalDate BY = TODAY.plusDays(3);
    private static final Actor INSPECTOR = new Actor(
            new vn.caunoi.core.directory.OfficerId("inspector1"),
            PROVINCE,
            java.util.Set.of(PROVINCE, WARD_A, WARD_B),
            java.util.Set.of(Role.INSPECTOR));
    private static final PetitionUrged FIRST =
            new PetitionUrged(ID, 1, INSPECTOR.id(), BY, text("Báo cáo trước thứ bảy"));

    @Test
    void an_inspector_or_a_head_urges_with_a_day_for_the_answer() {
        given(received()).when(urge("Báo cáo trước thứ bảy", BY, INSPECTOR)).expectEvents(FIRST);
        given(received(), FIRST)
                .when(urge("Lần hai", TODAY, HEAD))
                .expectEvents(new PetitionUrged(ID, 2, HEAD.id(), TODAY, text("Lần hai")));
    }

    @Test
    void who_has_no_say_over_the_unit_does_not_urge() {
        expectRefusal(given(received()).when(urge("x", BY, OFFICER)), Reason.NOT_ALLOWED);
        expectRefusal(given(received()).when(urge("x", BY, HEAD_OF_B)), Reason.NOT_ALLOWED);
        expectRefusal(
                given(received(), closed(ClosingGround.STORED)).when(urge("x", BY, INSPECTOR)), Reason.ALREADY_CLOSED);
    }

    @Test
    void an_urging_says_something_and_leaves_time_for_the_answer() {
        expectRefusal(given(received()).when(urge(" ", BY, INSPECTOR)), Reason.INVALID_INPUT);
        expectRefusal(given(received()).when(urge("x", TODAY.minusDays(1), INSPECTOR)), Reason.INVALID_INPUT);
    }

    @Test
    void who_has_the_case_answers_once() {
        var answered = new UrgingAnswered(ID, 1, text("Đang xác minh"));
        given(received(), FIRST).when(answer(1, OFFICER)).expectEvents(answered);
        expectRefusal(given(received(), FIRST, answered).when(answer(1, OFFICER)), Reason.NO_SUCH_URGING);
        expectRefusal(given(received(), FIRST).when(answer(2, OFFICER)), Reason.NO_SUCH_URGING);
        expectRefusal(given(received(), FIRST).when(answer(1, STRANGER)), Reason.NOT_ALLOWED);
    }

    @Test
    void who_urged_does_not_answer() {
        var own = new PetitionUrged(ID, 1, HEAD.id(), BY, text("Báo cáo"));
        expectRefusal(given(received(), own).when(answer(1, HEAD)), Reason.NOT_ALLOWED);
        expectRefusal(given(received(), FIRST).when(answer(1, INSPECTOR)), Reason.NOT_ALLOWED);
    }

    private static Urge urge(String text, LocalDate replyBy, Actor by) {
        return new Urge(ID, text, replyBy, by);
    }

    private static AnswerUrging answer(int urging, Actor by) {
        return new AnswerUrging(ID, urging, "Đang xác minh", by);
    }
}
