package vn.caunoi.core.petition;

import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.NationalCommand.SendToNationalDatabase;
import vn.caunoi.core.petition.NationalCommand.TakeNationalAnswer;
import vn.caunoi.core.petition.NationalEvent.RefusedByNationalDatabase;
import vn.caunoi.core.petition.NationalEvent.SentToNationalDatabase;
import vn.caunoi.core.petition.NationalEvent.TakenByNationalDatabase;

/** Takes down what goes to the national database and what it answers. */
final class NationalDesk {

    private final Petition petition;

    NationalDesk(Petition petition) {
        this.petition = petition;
    }

    void send(SendToNationalDatabase order) {
        petition.mustBeAllowed(order.by(), Role.CLERK, Role.OFFICER, Role.HEAD);
        if (!petition.nationally.maySend()) throw Refusal.because(Reason.SENT_NATIONALLY);
        petition.record(new SentToNationalDatabase(petition.id, order.connector(), order.batch()));
    }

    void take(TakeNationalAnswer answer) {
        petition.mustBeAllowed(answer.by(), Role.CLERK, Role.OFFICER, Role.HEAD);
        if (!petition.nationally.sent()) throw Refusal.because(Reason.NOT_SENT_NATIONALLY);
        if (answer.number() != null && answer.refused() != null)
            throw Refusal.because(Reason.INVALID_INPUT, "refused", "not-an-option", "is not told with a number");
        if (answer.number() == null) {
            String reason = Words.required("reason", answer.refused() == null ? "" : answer.refused());
            petition.record(new RefusedByNationalDatabase(petition.id, petition.seal(reason), answer.answeredOn()));
        } else {
            String number = Words.required("number", answer.number());
            if (petition.nationally.isKnown(number)) return;
            petition.record(new TakenByNationalDatabase(petition.id, number, answer.answeredOn()));
        }
    }
}
