package vn.caunoi.core.petition;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.IntakeCommand.TakeOver;
import vn.caunoi.core.petition.IntakeEvent.PetitionAccepted;
import vn.caunoi.core.petition.IntakeEvent.PetitionAssigned;
import vn.caunoi.core.petition.IntakeEvent.PetitionClassified;
import vn.caunoi.core.petition.IntakeEvent.PetitionMovedIn;

/** How a case of a former register begins here: with what had been done there, under the days on which it was done. */
final class TakingOver {

    private static final String IMPORTED = "imported";
    private static final String ELSEWHERE = "Theo hồ sơ của hệ thống cũ.";

    private final Petition petition;
    private final Instant now;

    TakingOver(Petition petition, Clock clock) {
        this.petition = petition;
        this.now = clock.instant();
    }

    /** Taking over again what was taken over changes nothing. */
    void take(TakeOver command) {
        if (petition.has(Milestone.RECEIVED)) return;
        Intake.mustBeValid(command.content(), now);
        OfficerId officer = command.responsible();
        Petition.refuseIf(officer != null && command.accused().contains(officer), Reason.ABOUT_THIS_OFFICER);
        petition.record(Intake.received(command.petition(), command.code(), null, command.content(), command.origin()));
        people(command);
        reached(command.reached());
        if (command.due() != null && command.reached().closed() == null) setDeadline(command);
        if (command.note() != null)
            petition.record(new CaseEvent.NoteAdded(petition.id, petition.seal(command.note())));
        close(command);
        petition.record(new PetitionMovedIn(
                petition.id,
                command.origin().source(),
                command.origin().number(),
                command.reached().stand()));
    }

    private void people(TakeOver command) {
        if (!command.accused().isEmpty())
            petition.record(new DenunciationEvent.AccusedNamed(
                    petition.id,
                    command.accused().stream()
                            .sorted(Comparator.comparing(OfficerId::value))
                            .toList()));
        if (command.responsible() != null)
            petition.record(new PetitionAssigned(petition.id, petition.unit, command.responsible(), null));
    }

    private void reached(Reached reached) {
        Kind kind = petition.dossier.kind();
        if (kind != null && reached.stand() != Stand.RECEIVED)
            petition.record(new PetitionClassified(petition.id, kind, null));
        if (reached.acceptedOn() != null)
            petition.record(
                    new PetitionAccepted(petition.id, reached.acceptedOn(), reached.complex(), reached.remote(), null));
        if (reached.decided() != null) decided(reached.decided());
    }

    private void decided(Reached.Decided decided) {
        if (decided.conclusion() != null)
            petition.record(
                    new RoundEvent.ResolutionIssued(petition.id, decided.number(), decided.on(), decided.conclusion()));
        if (decided.verdict() != null)
            petition.record(new DenunciationEvent.DenunciationConcluded(
                    petition.id,
                    decided.number(),
                    decided.on(),
                    decided.verdict(),
                    petition.seal(ELSEWHERE),
                    petition.seal(ELSEWHERE),
                    null,
                    Objects.requireNonNullElse(petition.officer, new OfficerId(Origin.IMPORTER))));
    }

    private void setDeadline(TakeOver command) {
        petition.record(new DeadlineEvent.DeadlineSet(
                petition.id,
                stage(command.reached().stand()),
                Basis.RECEIVED,
                DueDate.dayOf(petition.dossier.receivedAt()),
                null,
                false,
                Objects.requireNonNull(command.due()),
                IMPORTED,
                IMPORTED,
                IMPORTED,
                command.origin().source(),
                List.of()));
    }

    /** What the date of the register limits: the next thing that is to be done. */
    private String stage(Stand stand) {
        Kind kind = petition.dossier.kind();
        if (kind == null || stand == Stand.RECEIVED) return "process";
        if (stand == Stand.DECIDED) return "publish";
        boolean accepted = stand == Stand.ACCEPTED;
        return switch (kind) {
            case COMPLAINT -> accepted ? "settle_1" : "accept_1";
            case DENUNCIATION -> accepted ? "settle" : "initial";
            case PROPOSAL, FEEDBACK -> "answer";
        };
    }

    private void close(TakeOver command) {
        Reached.Closed closed = command.reached().closed();
        if (closed == null) return;
        Boolean onTime = command.due() == null ? null : !closed.at().isAfter(command.due());
        petition.record(new CaseEvent.PetitionClosed(petition.id, closed.ground(), onTime, closed.at()));
    }
}
