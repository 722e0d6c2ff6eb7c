package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import org.junit.jupiter.api.Test;
import vn.caunoi.core.petition.MessageCommand.*;
import vn.caunoi.core.petition.MessageEvent.*;

class MessageTest {

    private static final String M = "m-1";
    private static final PersonId AN = new PersonId("an");
    private static final MessageSent SENT = new MessageSent(ID, M, AN, Carrier.EMAIL, Topic.RECEIVED);
    private static final MessageFailed FAILED = new MessageFailed(ID, M, AN, Carrier.EMAIL, Topic.RECEIVED, "refused");
    private static final ConfirmMessage CONFIRM = new ConfirmMessage(ID, M, AN, Carrier.EMAIL, Topic.RECEIVED);
    private static final GiveMessageUp GIVE_UP = new GiveMessageUp(ID, M, AN, Carrier.EMAIL, Topic.RECEIVED, "refused");

    @Test
    void what_became_of_a_message_is_recorded_once() {
        given(received()).when(CONFIRM).expectEvents(SENT);
        given(received(), SENT).when(CONFIRM).expectNoEvents();
        given(received(), SENT).when(GIVE_UP).expectNoEvents();
        given(received()).when(GIVE_UP).expectEvents(FAILED);
        given(received(), FAILED).when(GIVE_UP).expectNoEvents();
    }

    @Test
    void only_what_failed_is_sent_again_and_by_those_who_work_on_the_case() {
        var again = new MessageOrderedAgain(ID, M);
        given(received(), FAILED).when(new SendMessageAgain(ID, M, CLERK)).expectEvents(again);
        given(received(), FAILED, again).when(CONFIRM).expectEvents(SENT);
        expectRefusal(
                given(received(), FAILED, again).when(new SendMessageAgain(ID, M, CLERK)),
                Reason.MESSAGE_HAS_NOT_FAILED);
        expectRefusal(given(received(), SENT).when(new SendMessageAgain(ID, M, CLERK)), Reason.MESSAGE_HAS_NOT_FAILED);
        expectRefusal(given(received(), FAILED).when(new SendMessageAgain(ID, M, STRANGER)), Reason.NOT_ALLOWED);
        expectRefusal(given(received(), FAILED).when(new SendMessageAgain(ID, M, ADMIN)), Reason.NOT_ALLOWED);
    }

    @Test
    void a_choice_is_recorded_when_it_changes_something() {
        var none = new PreferenceChosen(ID, false, Language.VI);
        given(received())
                .when(new ChoosePreference(ID, false, Language.VI, null))
                .expectEvents(none);
        given(received(), none)
                .when(new ChoosePreference(ID, false, Language.VI, null))
                .expectNoEvents();
        given(received(), none)
                .when(new ChoosePreference(ID, true, Language.EN, CLERK))
                .expectEvents(new PreferenceChosen(ID, true, Language.EN));
        expectRefusal(
                given(received()).when(new ChoosePreference(ID, true, Language.EN, STRANGER)), Reason.NOT_ALLOWED);
    }
}
