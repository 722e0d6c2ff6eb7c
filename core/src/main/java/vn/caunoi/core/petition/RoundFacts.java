package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.FactNames.set;

import java.util.Map;

/** What a round of settling a complaint adds to the facts. */
final class RoundFacts {

    private RoundFacts() {}

    static void fold(Map<String, Object> next, RoundEvent event) {
        switch (event) {
            case RoundEvent.PetitionVerified e -> {
                set(next, "verified");
                next.put("differs", e.differs());
            }
            case RoundEvent.DialogueConvened e -> set(next, "dialogueConvened");
            case RoundEvent.DialogueHeld e -> set(next, "dialogueHeld", "dialogueDone");
            case RoundEvent.DialogueNotAttended e -> set(next, "dialogueMissed", "dialogueDone");
            case RoundEvent.ResolutionDrafted e -> {
                set(next, "drafted");
                next.put("approved", false);
                next.put("draft", (long) e.draft());
                next.put("conclusion", e.conclusion().name());
            }
            case RoundEvent.ResolutionApproved e -> set(next, "approved");
            case RoundEvent.ResolutionReturned e -> {
                next.put("drafted", false);
                next.put("approved", false);
            }
            case RoundEvent.ResolutionIssued e -> {
                set(next, "issued");
                next.put("conclusion", e.conclusion().name());
                next.put("issuedOn", e.issuedOn());
            }
            case RoundEvent.ResolutionSent e -> set(next, "sent");
            case RoundEvent.PetitionPublished e -> set(next, "published");
        }
    }
}
