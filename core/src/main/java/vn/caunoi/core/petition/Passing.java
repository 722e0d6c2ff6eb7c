package vn.caunoi.core.petition;

import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.IntakeEvent.PetitionAssigned;
import vn.caunoi.core.petition.IntakeEvent.PetitionPassed;
import vn.caunoi.core.petition.IntakeEvent.PetitionPassedBack;
import vn.caunoi.core.vault.Sealed;

/** From unit to unit of the house: code, history and limits stay; open work goes along. */
final class Passing {

    private final Petition petition;

    Passing(Petition petition) {
        this.petition = petition;
    }

    void on(CaseCommand.PassOn command) {
        petition.mustBeAllowed(command.by(), Role.OFFICER, Role.HEAD);
        mustNotBeTaken();
        if (command.to().equals(petition.unit)) {
            throw Refusal.because(Reason.INVALID_INPUT, "unit", "same-unit", "must be another unit");
        }
        Sealed reason = petition.seal(Words.required("reason", command.reason()));
        petition.record(new PetitionPassed(petition.id, petition.unit, command.to(), reason));
        assign(command.to());
    }

    /** What the unit above decided is not passed back. */
    void back(CaseCommand.PassBack command) {
        petition.mustBeAllowed(command.by(), Role.OFFICER, Role.HEAD);
        mustNotBeTaken();
        Passes passes = petition.passes;
        UnitId sender = passes.from();
        if (sender == null || !petition.unit.equals(passes.to())) throw Refusal.because(Reason.NOT_PASSED_ON);
        Petition.refuseIf(command.decided(), Reason.SUPERIOR_DECIDED);
        boolean again = passes.returns() > 0;
        UnitId to = again ? command.superior() : sender;
        Petition.refuseIf(to.equals(petition.unit), Reason.SUPERIOR_DECIDED);
        Sealed reason = petition.seal(Words.required("reason", command.reason()));
        petition.record(new PetitionPassedBack(petition.id, petition.unit, to, again, reason));
        assign(to);
    }

    /** By a reorganisation; once, however often it is ordered. Also what was accepted already goes along. */
    void takeOver(CaseCommand.TakeOver command) {
        TaskDesk desk = new TaskDesk(petition);
        if (!petition.isClosed() && petition.unit.equals(command.from())) {
            petition.record(new CaseEvent.PetitionTakenOver(
                    petition.id, command.from(), command.to(), command.reorganisation()));
            desk.assignAlong(command);
        }
        desk.takeOver(command);
    }

    /** Whoever accepted or answered it settles it. */
    private void mustNotBeTaken() {
        petition.mustNotBeClosed();
        petition.mustNot(Milestone.WITHDRAWN, Reason.WITHDRAWN);
        petition.mustNot(Milestone.ACCEPTED, Reason.ALREADY_ACCEPTED);
        petition.mustNot(Milestone.ANSWERED, Reason.ALREADY_ANSWERED);
    }

    private void assign(UnitId unit) {
        new TaskDesk(petition).assign(new PetitionAssigned(petition.id, unit, null, null));
    }
}
