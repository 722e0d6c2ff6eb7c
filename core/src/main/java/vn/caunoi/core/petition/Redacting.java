package vn.caunoi.core.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.CaseEvent.DecisionMadePublic;
import vn.caunoi.core.petition.CaseEvent.DecisionRedacted;
import vn.caunoi.core.petition.CaseEvent.DecisionTakenDown;
import vn.caunoi.core.vault.Sealed;

/** Decisions on complaints for everybody: words blacked out by one, looked at and published by another. */
final class Redacting {

    private final Petition petition;

    Redacting(Petition petition) {
        this.petition = petition;
    }

    void redact(CaseCommand.RedactDecision command) {
        petition.mustBeAllowed(command.by(), Role.OFFICER, Role.HEAD);
        Petition.refuseIf(petition.dossier.kind() != Kind.COMPLAINT, Reason.NOT_A_COMPLAINT);
        petition.must(Milestone.ISSUED, Reason.NOT_ISSUED_YET);
        Petition.refuseIf(petition.redaction.published(), Reason.DECISION_PUBLIC);
        String text = Words.required("text", command.text());
        mustNotStandIn(text, command.blacked());
        petition.record(new DecisionRedacted(
                petition.id,
                petition.seal(text),
                petition.seal(String.join("\n", command.blacked())),
                command.by().id()));
    }

    void publish(CaseCommand.PublishDecision command, LocalDate today) {
        petition.mustBeAllowed(command.by(), Role.OFFICER, Role.HEAD);
        petition.must(Milestone.ISSUED, Reason.NOT_ISSUED_YET);
        Petition.refuseIf(petition.redaction.published(), Reason.DECISION_PUBLIC);
        OfficerId redactedBy = petition.redaction.by();
        Sealed text = petition.redaction.text();
        if (redactedBy == null || text == null) throw Refusal.because(Reason.NOTHING_REDACTED);
        Petition.refuseIf(redactedBy.equals(command.by().id()), Reason.SECOND_LOOK);
        Petition.refuseIf(command.on().isAfter(today), Reason.IN_THE_FUTURE);
        // names may have been corrected since
        mustNotStandIn(text.clear(), List.of());
        petition.record(new DecisionMadePublic(
                petition.id, command.on(), text, redactedBy, command.by().id()));
    }

    void takeDown(CaseCommand.TakeDownDecision command) {
        petition.mustBeAllowed(command.by(), Role.HEAD);
        Petition.refuseIf(!petition.redaction.published(), Reason.DECISION_NOT_PUBLIC);
        petition.record(new DecisionTakenDown(
                petition.id,
                petition.seal(Words.required("reason", command.reason())),
                command.by().id()));
    }

    private void mustNotStandIn(String text, List<String> blacked) {
        new Identity(petition.dossier.petitioners()).mustNotStandIn("text", text);
        for (String words : blacked) {
            if (alone(words).matcher(text).find()) {
                throw Refusal.because(
                        Reason.INVALID_INPUT, "text", "not-blacked-out", "has words that were to be blacked out");
            }
        }
    }

    private static Pattern alone(String words) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}])");
    }
}
