package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.FactNames.dayOf;
import static vn.caunoi.core.petition.FactNames.set;
import static vn.caunoi.core.petition.FactNames.takeAway;
import static vn.caunoi.core.petition.Facts.NEVER;

import java.util.Map;

/** What may happen to a petition at any time, and what it changes of the facts. */
final class CourseFacts {

    private CourseFacts() {}

    static void fold(Map<String, Object> next, CaseEvent event) {
        switch (event) {
            case CaseEvent.PetitionClosed e -> {
                set(next, "closed");
                next.put("suspended", false);
                next.put("closingGround", e.ground().name());
            }
            case CaseEvent.PetitionReopened e -> {
                set(next, "reopened");
                next.put("reopenGround", e.ground().name());
                takeAway(next, e.undone());
            }
            case CaseEvent.PetitionWithdrawn e -> set(next, "withdrawn");
            case CaseEvent.PetitionTerminated e -> {
                set(next, "terminated");
                next.put("terminatedOn", e.decidedOn());
            }
            case CaseEvent.PetitionSuspended e -> {
                set(next, "suspended");
                next.merge("suspendedOn", next.getOrDefault("today", NEVER), (had, today) -> today);
            }
            case CaseEvent.PetitionResumed e -> next.put("suspended", false);
            case CaseEvent.PetitionReclassified e -> {
                next.put("kind", e.after().name());
                next.put("importedDeadline", false);
                next.put("awaitingSupplement", false);
                takeAway(next, e.undone());
                set(next, "classified");
                next.merge("classifiedOn", next.getOrDefault("today", NEVER), (had, today) -> today);
            }
            case CaseEvent.PetitionSentBack e -> {
                next.put("awaitingSupplement", false);
                takeAway(next, e.undone());
            }
            case CaseEvent.PetitionEscalated e -> {
                next.put("cause", e.cause());
                next.merge("escalation", (long) e.level(), (had, level) -> Math.max((Long) had, (Long) level));
            }
            case CaseEvent.PetitionCorrected e -> corrected(next, e.after());
            case CaseEvent.PointsWithdrawn e -> {}
            case CaseEvent.WorksheetEntered e -> {}
            case CaseEvent.WorksheetReplied e -> {}
            case CaseEvent.NoteAdded e -> {}
            case CaseEvent.PinRenewed e -> {}
            case CaseEvent.CountedAsSigned e -> {}
            case CaseEvent.CitizenWrote e -> {}
            case CaseEvent.OfficeReplied e -> {}
            case CaseEvent.DecisionRedacted e -> {}
            case CaseEvent.DecisionMadePublic e -> {}
            case CaseEvent.DecisionTakenDown e -> {}
            case CaseEvent.WithdrawalAnnounced e -> {}
            case CaseEvent.PaperAdded e -> {}
            case CaseEvent.PetitionTakenOver e -> {}
            case CaseEvent.PetitionUrged e -> {}
            case CaseEvent.UrgingAnswered e -> {}
            case CaseEvent.PetitionLinked e -> {}
            case CaseEvent.AnsweredTogether e -> {}
            case CaseEvent.PetitionRated e -> {}
            case CaseEvent.PersonalDataErased e -> {}
        }
    }

    private static void corrected(Map<String, Object> next, Correction to) {
        if (to.category() != null) next.put("category", to.category());
        if (to.place() != null) next.put("place", to.place());
        if (to.receivedAt() != null) next.put("received", dayOf(to.receivedAt()));
        if (to.acceptedOn() != null) next.put("acceptedOn", to.acceptedOn());
    }
}
