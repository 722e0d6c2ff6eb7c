package vn.caunoi.processes.driver;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.Facts;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.PetitionEvent;

/** Which process an event starts, and which one follows another. */
final class StartRule {

    private static final String INTAKE = "petition-intake";
    private static final String COMPLAINT = "complaint";

    private StartRule() {}

    static Optional<String> startedBy(PetitionEvent event, Facts facts) {
        return switch (event) {
            case PetitionReceived e when e.origin() == null || !e.origin().closed() -> Optional.of(INTAKE);
            case PetitionReopened e -> Optional.of(byKind(facts));
            default -> Optional.empty();
        };
    }

    /** @param end id of the end event the process came to */
    static Optional<String> startedAfter(String process, @Nullable String end, Facts facts) {
        if ("reclassified".equals(end)) return Optional.of(byKind(facts));
        return INTAKE.equals(process) && "to-complaint".equals(end) ? Optional.of(COMPLAINT) : Optional.empty();
    }

    /** A kind that was only declared is none yet: a petition that ended before it was classified begins at the intake again. */
    private static String byKind(Facts facts) {
        boolean complaint = facts.is("classified") && facts.text("kind").equals("COMPLAINT");
        return complaint ? COMPLAINT : INTAKE;
    }
}
