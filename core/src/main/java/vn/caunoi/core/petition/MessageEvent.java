package vn.caunoi.core.petition;

import vn.caunoi.core.ledger.StoredAs;

/** What was sent to petitioners by message, and whether they want that. */
public sealed interface MessageEvent extends PetitionEvent {

    /**
     * A server took the message over.
     *
     * @param message id of it; it follows from the event it tells of, the person and the carrier
     */
    @StoredAs("message.sent")
    record MessageSent(PetitionId petition, String message, PersonId person, Carrier carrier, Topic topic)
            implements MessageEvent {}

    /** @param problem why it cannot be delivered, a word: {@code refused}, {@code bad-address}, {@code no-answer} */
    @StoredAs("message.failed")
    record MessageFailed(
            PetitionId petition, String message, PersonId person, Carrier carrier, Topic topic, String problem)
            implements MessageEvent {}

    /** One that failed is to be sent once more. */
    @StoredAs("message.ordered-again")
    record MessageOrderedAgain(PetitionId petition, String message) implements MessageEvent {}

    /** @param told false: no more messages about this petition */
    @StoredAs("message.preference-chosen")
    record PreferenceChosen(PetitionId petition, boolean told, Language language) implements MessageEvent {}
}
