package vn.caunoi.core.petition;

import java.time.LocalDate;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;

/** A superior urges; whoever has the case answers. */
final class Urging {

    private final Petition petition;

    Urging(Petition petition) {
        this.petition = petition;
    }

    void urge(CaseCommand.Urge command, LocalDate today) {
        petition.mustBeAllowed(command.by(), Role.HEAD, Role.INSPECTOR);
        petition.mustNotBeClosed();
        if (command.replyBy().isBefore(today)) {
            throw Refusal.because(Reason.INVALID_INPUT, "replyBy", "out-of-bounds", "must not lie in the past");
        }
        petition.record(new CaseEvent.PetitionUrged(
                petition.id,
                petition.urgings.count() + 1,
                command.by().id(),
                command.replyBy(),
                petition.seal(Words.required("text", command.text()))));
    }

    /** Who urged answers nobody but themselves. */
    void answer(CaseCommand.AnswerUrging command) {
        petition.mustBeAllowed(command.by(), Role.CLERK, Role.OFFICER, Role.HEAD);
        OfficerId urged = petition.urgings.open().get(command.urging());
        Petition.refuseIf(urged == null, Reason.NO_SUCH_URGING);
        Petition.refuseIf(command.by().id().equals(urged), Reason.NOT_ALLOWED);
        petition.record(new CaseEvent.UrgingAnswered(
                petition.id, command.urging(), petition.seal(Words.required("text", command.text()))));
    }
}
