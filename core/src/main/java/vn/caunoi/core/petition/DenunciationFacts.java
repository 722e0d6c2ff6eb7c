package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.FactNames.set;

import java.util.Map;

/** What settling a denunciation adds to the facts. */
final class DenunciationFacts {

    private DenunciationFacts() {}

    static void fold(Map<String, Object> next, DenunciationEvent event) {
        switch (event) {
            case DenunciationEvent.ProtectionRequested e -> next.put("protectionAskedOn", e.requestedOn());
            case DenunciationEvent.ProtectionGranted e -> set(next, "protected");
            case DenunciationEvent.ProtectionDenied e -> {}
            case DenunciationEvent.ProtectionEnded e -> next.put("protected", false);
            case DenunciationEvent.OnwardReceived e -> {
                next.put("onward", e.overdue() ? "OVERDUE" : "CONCLUDED");
                next.put("onwardOn", e.receivedOn());
            }
            case DenunciationEvent.OnwardReviewed e -> {}
            case DenunciationEvent.OverdueReported e -> {}
            case DenunciationEvent.AccusedNamed e -> {}
            case DenunciationEvent.HandlerAdmitted e -> {}
            case DenunciationEvent.HandlerDismissed e -> {}
            case DenunciationEvent.CheckWidened e -> set(next, "severalPlaces");
            case DenunciationEvent.SenderAnswered e -> set(next, "senderAnswered");
            case DenunciationEvent.PassedToInspection e -> set(next, "inspected");
            case DenunciationEvent.DenunciationRefused e -> set(next, "notAccepted");
            case DenunciationEvent.AcceptanceNotified e -> set(next, "notified");
            case DenunciationEvent.SettlementProlonged e -> next.put("prolonged", (long) e.time());
            case DenunciationEvent.DenunciationVerified e -> set(next, "verified");
            case DenunciationEvent.VerificationReported e -> set(next, "reported");
            case DenunciationEvent.VerificationReturned e -> next.put("reported", false);
            case DenunciationEvent.DenunciationConcluded e -> {
                set(next, "concluded");
                next.put("verdict", e.verdict().name());
                next.put("concludedOn", e.concludedOn());
            }
            case DenunciationEvent.ConclusionSent e -> set(next, "conclusionSent");
            case DenunciationEvent.MeasuresReckoned e -> {}
            case DenunciationEvent.ConclusionHandled e -> set(next, "handled");
            case DenunciationEvent.PassedToProsecution e -> set(next, "handled", "prosecuted");
            case DenunciationEvent.WithdrawalSetAside e -> next.put("withdrawn", false);
            case DenunciationEvent.StopSent e -> {}
        }
    }
}
