package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.FactNames.dayOf;
import static vn.caunoi.core.petition.FactNames.set;

import java.util.Map;

/** What receiving, classifying and assigning add to the facts. */
final class IntakeFacts {

    private IntakeFacts() {}

    static void fold(Map<String, Object> next, IntakeEvent event) {
        switch (event) {
            case IntakeEvent.PetitionReceived e -> received(next, e);
            case IntakeEvent.ActivityImported e -> {}
            case IntakeEvent.PetitionMovedIn e -> {}
            case IntakeEvent.HandlingProposed e -> {}
            case IntakeEvent.PetitionClassified e -> {
                next.put("kind", e.kind().name());
                if (e.category() != null) next.put("category", e.category());
                next.put("classifiedOn", next.get("today"));
                set(next, "classified");
            }
            case IntakeEvent.SupplementRequested e -> set(next, "awaitingSupplement");
            case IntakeEvent.SupplementLimited e -> {}
            case IntakeEvent.SupplementReminded e -> {}
            case IntakeEvent.SupplementMissed e -> next.put("awaitingSupplement", false);
            case IntakeEvent.SupplementReceived e -> next.put("awaitingSupplement", false);
            case IntakeEvent.SecondRoundBegun e -> {
                set(next, "secondRound");
                if (e.late()) set(next, "lodgedLate");
            }
            case IntakeEvent.PetitionGuided e -> set(next, "guided");
            case IntakeEvent.PetitionTransferred e -> set(next, "transferred");
            case IntakeEvent.PetitionPassed e -> next.merge("passes", 1L, (had, one) -> (Long) had + (Long) one);
            case IntakeEvent.PetitionPassedBack e -> next.merge("passes", 1L, (had, one) -> (Long) had + (Long) one);
            case IntakeEvent.PetitionReturned e -> set(next, "returned");
            case IntakeEvent.PetitionStored e -> set(next, "stored");
            case IntakeEvent.PetitionAnswered e -> set(next, "answered");
            case IntakeEvent.PetitionAssigned e -> {
                next.put("unit", e.unit().value());
                next.put("assigned", e.officer() != null);
            }
            case IntakeEvent.PetitionAccepted e -> {
                set(next, "accepted");
                next.put("complex", e.complex());
                next.put("remote", e.remote());
                next.put("acceptedOn", e.acceptedOn());
            }
            case IntakeEvent.PetitionNotAccepted e -> set(next, "notAccepted");
        }
    }

    private static void received(Map<String, Object> next, IntakeEvent.PetitionReceived e) {
        next.put("kind", e.kind() == null ? "" : e.kind().name());
        next.put("channel", e.channel().name());
        next.put("category", e.category() == null ? "" : e.category());
        next.put("place", e.place() == null ? "" : e.place());
        next.put("unit", e.unit().value());
        next.put("anonymous", e.anonymous());
        next.put("confidential", e.confidential());
        next.put("imported", e.origin() != null);
        next.put("received", dayOf(e.occurred()));
    }
}
