package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.CaseEvent.*;
import vn.caunoi.core.vault.Sealed;

/** What is added to a case without moving it: notes, supplements, links, escalations by hand, ratings. */
final class Jottings {

    private static final int WORST = 1;
    private static final int BEST = 5;

    private final Petition petition;

    Jottings(Petition petition) {
        this.petition = petition;
    }

    void note(CaseCommand.AddNote command) {
        petition.mustBeAllowed(command.by(), Role.CLERK, Role.OFFICER, Role.HEAD);
        petition.record(new NoteAdded(petition.id, petition.seal(Words.required("text", command.text()))));
    }

    void countAsSigned(CaseCommand.CountAsSigned command) {
        petition.mustNotBeClosed();
        petition.record(new CountedAsSigned(petition.id, command.provider(), command.source()));
    }

    void write(CaseCommand.WriteToOffice command) {
        petition.mustNotBeClosed();
        petition.record(new CitizenWrote(petition.id, petition.seal(Words.required("text", command.text()))));
    }

    void reply(CaseCommand.ReplyToCitizen command) {
        petition.mustBeAllowed(command.by(), Role.CLERK, Role.OFFICER, Role.HEAD);
        petition.mustNotBeClosed();
        Petition.refuseIf(petition.dossier.kind() == Kind.DENUNCIATION, Reason.DENOUNCER_IS_SEALED);
        petition.record(new OfficeReplied(
                petition.id,
                petition.seal(Words.required("text", command.text())),
                command.by().id()));
    }

    void renewPin(CaseCommand.RenewPin command) {
        petition.mustBeAllowed(command.by(), Role.CLERK, Role.HEAD);
        petition.record(new PinRenewed(
                petition.id, command.pinHash(), petition.seal(Words.required("reason", command.reason()))));
    }

    /** Into a closed case only for a reason: its dossier was made up when it was closed. */
    void paper(CaseCommand.AddPaper command, LocalDate today) {
        petition.mustBeAllowed(command.by(), Role.CLERK, Role.OFFICER, Role.HEAD);
        Petition.refuseIf(command.receivedOn().isAfter(today), Reason.IN_THE_FUTURE);
        boolean early = command.receivedOn().isBefore(DueDate.dayOf(petition.dossier.receivedAt()));
        Petition.refuseIf(early, Reason.BEFORE_RECEIPT);
        Sealed reason = petition.isClosed()
                ? petition.seal(Words.required("reason", Objects.requireNonNullElse(command.reason(), "")))
                : null;
        petition.record(new PaperAdded(
                petition.id,
                command.kind(),
                command.receivedOn(),
                petition.seal(Words.required("sender", command.sender())),
                command.file(),
                reason));
    }

    void supplement(CaseCommand.Supplement command, Instant now, WorkingCalendar calendar) {
        petition.mustBeAllowed(command.by(), Role.CLERK, Role.OFFICER, Role.HEAD);
        petition.mustNotBeClosed();
        Instant occurred = command.occurred() == null ? now : command.occurred();
        Petition.refuseIf(occurred.isAfter(now), Reason.IN_THE_FUTURE);
        boolean early = DueDate.dayOf(occurred).isBefore(DueDate.dayOf(petition.dossier.receivedAt()));
        Petition.refuseIf(early, Reason.BEFORE_RECEIPT);
        petition.record(new IntakeEvent.SupplementReceived(
                petition.id, occurred, petition.seal(Words.required("what", command.what()))));
        new DeadlineDesk(petition).goOn(DueDate.dayOf(occurred), calendar);
        new TaskDesk(petition).moveDues(null);
    }

    void link(CaseCommand.Link command) {
        petition.mustBeAllowed(command.by(), Role.CLERK, Role.OFFICER, Role.HEAD);
        Petition.refuseIf(command.other().equals(petition.id), Reason.CANNOT_LINK_TO_ITSELF);
        boolean linked = petition.ties.links().contains(new Ties.Tie(command.other(), command.relation()));
        Petition.refuseIf(linked, Reason.ALREADY_LINKED);
        petition.record(new PetitionLinked(petition.id, command.other(), command.relation(), maybe(command.reason())));
    }

    /** Only of one that was merged into the petition that is answered. */
    void answerTogether(CaseCommand.AnswerTogether command) {
        boolean merged = petition.ties.links().contains(new Ties.Tie(command.lead(), Relation.MERGED_INTO));
        Petition.refuseIf(!merged || petition.closedFor != ClosingGround.MERGED, Reason.NOT_MERGED);
        petition.record(new AnsweredTogether(petition.id, command.lead(), command.sentOn(), command.number()));
    }

    /** Level 1 goes to the unit responsible, level 2 to one above. */
    void escalate(CaseCommand.Escalate command) {
        petition.mustBeAllowed(command.by(), Role.OFFICER, Role.HEAD);
        petition.mustNotBeClosed();
        Sealed reason = petition.seal(Words.required("reason", command.reason()));
        int level = command.to().equals(petition.unit) ? 1 : 2;
        petition.record(new PetitionEscalated(petition.id, level, command.to(), "by-hand", null, reason));
    }

    /** Once for each closing, by the citizen or for the citizen at the desk; never by those who are rated. */
    void rate(CaseCommand.Rate command) {
        if (command.by() != null) mustBeTheDesk(command.by());
        petition.must(Milestone.CLOSED, Reason.NOT_CLOSED);
        Petition.refuseIf(petition.ties.rated(), Reason.ALREADY_RATED);
        if (command.score() < WORST || command.score() > BEST) {
            throw Refusal.because(Reason.INVALID_INPUT, "score", "out-of-range", "must be from 1 to 5");
        }
        petition.record(new PetitionRated(petition.id, command.score(), maybe(command.comment())));
    }

    private void mustBeTheDesk(Actor by) {
        petition.mustBeAllowed(by, Role.CLERK);
        Petition.refuseIf(by.is(Role.HEAD) || by.id().equals(petition.officer), Reason.NOT_ALLOWED);
    }

    private @Nullable Sealed maybe(@Nullable String text) {
        return text == null || text.isBlank() ? null : petition.seal(text.strip());
    }
}
