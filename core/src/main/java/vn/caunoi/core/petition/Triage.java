package vn.caunoi.core.petition;

import java.util.Collection;
import java.util.List;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.handling.HandlingQuestion;
import vn.caunoi.core.handling.HandlingRule;
import vn.caunoi.core.petition.IntakeEvent.HandlingProposed;

/** What is found in a petition before it is settled, and what the handling table proposes for it. */
final class Triage {

    private final Petition petition;

    Triage(Petition petition) {
        this.petition = petition;
    }

    void propose(IntakeCommand.ProposeHandling command) {
        petition.mustBeAllowed(command.by(), Role.OFFICER, Role.HEAD);
        petition.mustNotBeClosed();
        petition.mustNot(Milestone.ACCEPTED, Reason.ALREADY_ACCEPTED);
        petition.mustNot(Milestone.ANSWERED, Reason.ALREADY_ANSWERED);
        HandlingQuestion found = command.found();
        Petition.refuseIf(found.ground() != null && found.kind() != Kind.COMPLAINT, Reason.NOT_A_COMPLAINT);
        HandlingRule rule = command.proposed();
        HandlingProposed proposed = new HandlingProposed(
                petition.id,
                found.kind(),
                found.competent(),
                sorted(found.missing()),
                found.ground(),
                sorted(found.marks()),
                command.guidedBefore(),
                rule.row(),
                rule.version(),
                rule.handling(),
                rule.outcome(),
                rule.source(),
                rule.confidence());
        if (!proposed.equals(petition.standing.proposed())) petition.record(proposed);
    }

    private static <E extends Enum<E>> List<E> sorted(Collection<E> some) {
        return some.stream().sorted().toList();
    }
}
