package vn.caunoi.processes.driver;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.AnswerEvent.AnswerUnsuitable;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.DenunciationEvent;
import vn.caunoi.core.petition.Facts;
import vn.caunoi.core.petition.IntakeEvent.PetitionMovedIn;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Origin;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.Stand;

/** Which process an event starts, and which one follows another. */
final class StartRule {

    private static final String INTAKE = "petition-intake";
    private static final String COMPLAINT = "complaint";
    private static final String FEEDBACK = "feedback";
    private static final String PROTECTION = "protection";
    private static final String ONWARD = "onward-denunciation";
    private static final String DENUNCIATION = "denunciation";

    private StartRule() {}

    static Optional<String> startedBy(PetitionEvent event, Facts facts) {
        return switch (event) {
            case PetitionReceived e when e.origin() == null || startsWithReceipt(e.origin()) -> Optional.of(INTAKE);
            case PetitionMovedIn e when e.stoodAt() != Stand.CLOSED -> Optional.of(byKind(facts));
            case DenunciationEvent.ProtectionRequested e -> Optional.of(PROTECTION);
            case DenunciationEvent.OnwardReceived e -> Optional.of(ONWARD);
            case PetitionReopened e -> Optional.of(byKind(facts));
            // while its process runs nothing starts: the diagram says what becomes of it
            case AnswerUnsuitable e -> Optional.of(byKind(facts));
            default -> Optional.empty();
        };
    }

    /** Of a register that tells how far a case had come, it starts there, once all is taken over. */
    private static boolean startsWithReceipt(Origin origin) {
        return !origin.closed() && origin.stoodAt() == null;
    }

    /** @param end id of the end event the process came to */
    static Optional<String> startedAfter(String process, @Nullable String end, Facts facts) {
        if ("reclassified".equals(end)) return Optional.of(byKind(facts));
        if (!INTAKE.equals(process) || end == null) return Optional.empty();
        return switch (end) {
            case "to-complaint" -> Optional.of(COMPLAINT);
            case "to-feedback" -> Optional.of(FEEDBACK);
            case "to-denunciation" -> Optional.of(DENUNCIATION);
            default -> Optional.empty();
        };
    }

    /** A kind that was only declared is none yet: a petition that ended before it was classified begins at the intake again. */
    private static String byKind(Facts facts) {
        if (!facts.is("classified")) return INTAKE;
        return switch (facts.text("kind")) {
            case "COMPLAINT" -> COMPLAINT;
            case "PROPOSAL", "FEEDBACK" -> FEEDBACK;
            case "DENUNCIATION" -> DENUNCIATION;
            default -> INTAKE;
        };
    }
}
