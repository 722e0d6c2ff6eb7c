package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.ConsequenceCommand.*;
import vn.caunoi.core.petition.ConsequenceEvent.*;

/**
 * The way to an administrative court, which is open to a complainant at any time (LKN Đ7, Đ33, Đ44). What a court has
 * accepted is not settled here any more (Đ11.9), and a decision that is before one takes no effect by time.
 */
final class CourtDesk {

    private final Petition petition;
    private final Instant now;

    CourtDesk(Petition petition, Instant now) {
        this.petition = petition;
        this.now = now;
    }

    /** Told again, it says what is known now, for example that the court took it on. */
    void sued(RecordSuit order) {
        petition.mustBeAllowed(order.by(), Role.CLERK, Role.OFFICER, Role.HEAD);
        Petition.refuseIf(petition.dossier.kind() != Kind.COMPLAINT, Reason.NOT_A_COMPLAINT);
        mustNotLieAhead(order.suedOn());
        if (order.acceptedOn() != null) mustNotLieAhead(order.acceptedOn());
        if (order.acceptedOn() != null && order.acceptedOn().isBefore(order.suedOn())) {
            throw Refusal.because(Reason.INVALID_INPUT, "acceptedOn", "out-of-bounds", "must not be before suedOn");
        }
        Consequences.Suit before = petition.consequences.suit();
        boolean over = before != null && before.result() != null && before.result() != CourtResult.RETURNED;
        Petition.refuseIf(over, Reason.COURT_HAS_ENDED);
        petition.record(new ComplainantSued(
                petition.id,
                order.suedOn(),
                Words.required("court", order.court()),
                blankToNull(order.number()),
                order.acceptedOn()));
        if (order.acceptedOn() != null && !petition.isClosed() && !petition.has(Milestone.ISSUED)) {
            new Closing(petition, now).close(ClosingGround.IN_COURT);
        }
    }

    /** A decision that stands after it takes effect with the end of the action, if its own time has passed. */
    void ended(EndSuit order) {
        petition.mustBeAllowed(order.by(), Role.CLERK, Role.OFFICER, Role.HEAD);
        Consequences.Suit suit = petition.consequences.suit();
        if (suit == null) throw Refusal.because(Reason.NOT_IN_COURT);
        Petition.refuseIf(!suit.isOpen(), Reason.COURT_HAS_ENDED);
        mustNotLieAhead(order.on());
        if (order.on().isBefore(suit.suedOn())) {
            throw Refusal.because(Reason.INVALID_INPUT, "on", "out-of-bounds", "must not be before the action");
        }
        petition.record(new CourtEnded(
                petition.id,
                order.result(),
                order.on(),
                blankToNull(order.number()),
                order.note() == null ? null : petition.seal(Words.required("note", order.note()))));
        Consequences left = petition.consequences;
        boolean stands = order.result().leavesDecision() && left.isIssued() && left.contestedBy() == null;
        if (stands && left.effectiveOn() == null) takesEffect(order.on(), left.effectExpected());
    }

    private void takesEffect(LocalDate ended, @Nullable LocalDate expected) {
        // what is not counted yet, and what still lies ahead, comes by itself
        if (expected == null || expected.isAfter(DueDate.dayOf(now))) return;
        LocalDate on = expected.isAfter(ended) ? expected : ended;
        petition.record(new DecisionTookEffect(petition.id, on, null));
    }

    private void mustNotLieAhead(LocalDate day) {
        Petition.refuseIf(day.isAfter(DueDate.dayOf(now)), Reason.IN_THE_FUTURE);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
