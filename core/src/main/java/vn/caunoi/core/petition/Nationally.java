package vn.caunoi.core.petition;

import vn.caunoi.core.petition.NationalEvent.RefusedByNationalDatabase;
import vn.caunoi.core.petition.NationalEvent.SentToNationalDatabase;
import vn.caunoi.core.petition.NationalEvent.TakenByNationalDatabase;

/**
 * How a petition stands with the national database.
 *
 * @param number given there; empty while none is
 * @param refused whether its last answer was a refusal
 * @param revised whether the case has changed since it was sent last
 */
record Nationally(boolean sent, String number, boolean refused, boolean revised) {

    static final Nationally NOT_SENT = new Nationally(false, "", false, true);

    Nationally after(PetitionEvent event) {
        return switch (event) {
            case SentToNationalDatabase e -> new Nationally(true, number, false, false);
            case TakenByNationalDatabase e -> new Nationally(sent, e.number(), false, revised);
            case RefusedByNationalDatabase e -> new Nationally(sent, number, true, revised);
            default -> revised || !revises(event) ? this : new Nationally(sent, number, refused, true);
        };
    }

    /** What was refused may go again as it is: what was wrong may have been its unit's number there, and not the case. */
    boolean maySend() {
        return revised || refused;
    }

    boolean isKnown(String given) {
        return !refused && number.equals(given);
    }

    private static boolean revises(PetitionEvent event) {
        return switch (event) {
            case IntakeEvent.HandlingProposed e -> false;
            case IntakeEvent.ActivityImported e -> false;
            case IntakeEvent e -> true;
            case RoundEvent e -> true;
            case AnswerEvent e -> true;
            case DenunciationEvent e -> true;
            case CaseEvent.NoteAdded e -> false;
            case CaseEvent.PinRenewed e -> false;
            case CaseEvent.CountedAsSigned e -> false;
            case CaseEvent.CitizenWrote e -> false;
            case CaseEvent.OfficeReplied e -> false;
            case CaseEvent.DecisionRedacted e -> false;
            case CaseEvent.DecisionMadePublic e -> false;
            case CaseEvent.DecisionTakenDown e -> false;
            case CaseEvent.WithdrawalAnnounced e -> false;
            case CaseEvent.PetitionUrged e -> false;
            case CaseEvent.UrgingAnswered e -> false;
            case CaseEvent.PetitionEscalated e -> false;
            case CaseEvent.PetitionRated e -> false;
            case CaseEvent e -> true;
            default -> false;
        };
    }
}
