package vn.caunoi.processes.driver;

import java.util.Optional;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.Facts;
import vn.caunoi.core.petition.FlowEvent.ProcessEnded;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.PetitionEvent;

/** Which process an event starts. */
final class StartRule {

    private static final String INTAKE = "petition-intake";
    private static final String COMPLAINT = "complaint";

    private StartRule() {}

    static Optional<String> startedBy(PetitionEvent event, Facts facts) {
        return switch (event) {
            case PetitionReceived e when e.origin() == null || !e.origin().closed() -> Optional.of(INTAKE);
            case ProcessEnded e
            when INTAKE.equals(e.process()) && "to-complaint".equals(e.end()) -> Optional.of(COMPLAINT);
            case ProcessEnded e when "reclassified".equals(e.end()) -> Optional.of(byKind(facts));
            case PetitionReopened e -> Optional.of(byKind(facts));
            default -> Optional.empty();
        };
    }

    private static String byKind(Facts facts) {
        return facts.text("kind").equals("COMPLAINT") ? COMPLAINT : INTAKE;
    }
}
