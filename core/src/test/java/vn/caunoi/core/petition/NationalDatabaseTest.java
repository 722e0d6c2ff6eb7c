package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.petition.NationalCommand.SendToNationalDatabase;
import vn.caunoi.core.petition.NationalCommand.TakeNationalAnswer;
import vn.caunoi.core.petition.NationalEvent.RefusedByNationalDatabase;
import vn.caunoi.core.petition.NationalEvent.SentToNationalDatabase;
import vn.caunoi.core.petition.NationalEvent.TakenByNationalDatabase;

/** A petition is not sent, sent, taken with its national number, or refused with the reason (Decree 55/2022). */
class NationalDatabaseTest {

    private static final SentToNationalDatabase SENT = new SentToNationalDatabase(ID, "file", "b1");
    private static final TakenByNationalDatabase TAKEN = new TakenByNationalDatabase(ID, "QG-1", TODAY);
    private static final RefusedByNationalDatabase REFUSED =
            new RefusedByNationalDatabase(ID, text("Thiếu số định danh"), TODAY);

    @Test
    void what_was_not_sent_is_sent() {
        given(received()).when(send("b1")).expectEvents(SENT);
    }

    @Test
    void the_same_is_not_sent_twice() {
        expectRefusal(given(received(), SENT).when(send("b2")), Reason.SENT_NATIONALLY);
        expectRefusal(given(received(), SENT, TAKEN).when(send("b2")), Reason.SENT_NATIONALLY);
        expectRefusal(
                given(received(), SENT, new CaseEvent.NoteAdded(ID, text("gọi lại")))
                        .when(send("b2")),
                Reason.SENT_NATIONALLY);
    }

    @Test
    void what_has_changed_since_or_was_refused_is_sent_again() {
        var again = new SentToNationalDatabase(ID, "file", "b2");
        given(received(), SENT, TAKEN, classified()).when(send("b2")).expectEvents(again);
        given(received(), SENT, classified(), TAKEN).when(send("b2")).expectEvents(again);
        given(received(), SENT, REFUSED).when(send("b2")).expectEvents(again);
        expectRefusal(given(received(), SENT, REFUSED, again).when(send("b3")), Reason.SENT_NATIONALLY);
    }

    @Test
    void there_is_no_answer_to_what_was_not_sent() {
        expectRefusal(given(received()).when(answer("QG-1", null)), Reason.NOT_SENT_NATIONALLY);
        expectRefusal(given(received()).when(answer(null, "Thiếu số định danh")), Reason.NOT_SENT_NATIONALLY);
    }

    @Test
    void an_answer_is_a_number_or_a_refusal_with_its_reason() {
        given(received(), SENT).when(answer(" QG-1 ", null)).expectEvents(TAKEN);
        given(received(), SENT).when(answer(null, "Thiếu số định danh")).expectEvents(REFUSED);
        expectRefusal(given(received(), SENT).when(answer(null, null)), Reason.INVALID_INPUT);
        expectRefusal(given(received(), SENT).when(answer(null, "  ")), Reason.INVALID_INPUT);
        expectRefusal(given(received(), SENT).when(answer("  ", null)), Reason.INVALID_INPUT);
        expectRefusal(given(received(), SENT).when(answer("QG-1", "Thiếu")), Reason.INVALID_INPUT);
    }

    @Test
    void the_same_number_told_twice_changes_nothing() {
        given(received(), SENT, TAKEN).when(answer("QG-1", null)).expectNoEvents();
        given(received(), SENT, REFUSED).when(answer("QG-1", null)).expectEvents(TAKEN);
    }

    @Test
    void who_does_not_work_on_the_unit_s_cases_neither_sends_nor_answers() {
        expectRefusal(
                given(received()).when(new SendToNationalDatabase(ID, "file", "b1", STRANGER)), Reason.NOT_ALLOWED);
        expectRefusal(
                given(received(), SENT).when(new TakeNationalAnswer(ID, "QG-1", null, TODAY, STRANGER)),
                Reason.NOT_ALLOWED);
    }

    private static SendToNationalDatabase send(String batch) {
        return new SendToNationalDatabase(ID, "file", batch, CLERK);
    }

    private static TakeNationalAnswer answer(@Nullable String number, @Nullable String refused) {
        return new TakeNationalAnswer(ID, number, refused, TODAY, CLERK);
    }
}
