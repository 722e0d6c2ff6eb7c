package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Milestone.PROTECTED;
import static vn.caunoi.core.petition.Milestone.PROTECTION_REQUESTED;

import java.time.Instant;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.FormData;

/** Protection of a denouncer and of those close to them, beside the settling (LTC Đ47-58). */
final class Protection {

    private final Petition petition;
    private final Instant now;

    Protection(Petition petition, Instant now) {
        this.petition = petition;
        this.now = now;
    }

    void request(DenunciationCommand.RequestProtection command) {
        petition.mustBeAllowed(command.by(), Role.CLERK, Role.OFFICER, Role.HEAD);
        Petition.refuseIf(petition.dossier.kind() != Kind.DENUNCIATION, Reason.NOT_FOR_THIS_KIND);
        petition.mustNot(PROTECTION_REQUESTED, Reason.PROTECTION_UNDER_WAY);
        Petition.refuseIf(command.requestedOn().isAfter(DueDate.dayOf(now)), Reason.IN_THE_FUTURE);
        boolean early = command.requestedOn().isBefore(DueDate.dayOf(petition.dossier.receivedAt()));
        Petition.refuseIf(early, Reason.BEFORE_RECEIPT);
        var request = petition.seal(Words.required("request", command.request()));
        petition.record(new DenunciationEvent.ProtectionRequested(
                petition.id, command.requestedOn(), command.urgent(), request));
    }

    PetitionEvent decide(Act act, FormData data) {
        return switch (act) {
            case GRANT_PROTECTION -> {
                mustBeAskedFor();
                yield new DenunciationEvent.ProtectionGranted(
                        petition.id, data.text("number"), data.date("decidedOn"), petition.seal(data.text("measures")));
            }
            case DENY_PROTECTION -> {
                mustBeAskedFor();
                yield new DenunciationEvent.ProtectionDenied(
                        petition.id, data.date("decidedOn"), petition.seal(data.text("reason")));
            }
            case END_PROTECTION -> {
                petition.must(PROTECTED, Reason.NOT_PROTECTED);
                yield new DenunciationEvent.ProtectionEnded(
                        petition.id,
                        data.choice("ground", ProtectionEnd.class),
                        data.date("endedOn"),
                        petition.seal(data.text("reason")));
            }
            default -> throw new IllegalArgumentException(act + " is no act of a protection");
        };
    }

    private void mustBeAskedFor() {
        petition.must(PROTECTION_REQUESTED, Reason.NO_PROTECTION_ASKED);
        petition.mustNot(PROTECTED, Reason.PROTECTION_UNDER_WAY);
    }
}
