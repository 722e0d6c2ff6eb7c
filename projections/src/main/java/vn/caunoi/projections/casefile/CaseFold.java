package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.casefile.CaseDraft.plus;
import static vn.caunoi.projections.casefile.IntakeFold.clear;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.CaseEvent.NoteAdded;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.CaseEvent.PetitionClosed;
import vn.caunoi.core.petition.CaseEvent.PetitionCorrected;
import vn.caunoi.core.petition.CaseEvent.PetitionEscalated;
import vn.caunoi.core.petition.CaseEvent.PetitionLinked;
import vn.caunoi.core.petition.CaseEvent.PetitionRated;
import vn.caunoi.core.petition.CaseEvent.PetitionReclassified;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.CaseEvent.PetitionResumed;
import vn.caunoi.core.petition.CaseEvent.PetitionSentBack;
import vn.caunoi.core.petition.CaseEvent.PetitionSuspended;
import vn.caunoi.core.petition.CaseEvent.PetitionTerminated;
import vn.caunoi.core.petition.CaseEvent.PetitionWithdrawn;
import vn.caunoi.core.petition.CaseEvent.PinRenewed;
import vn.caunoi.core.petition.CaseEvent.PointsWithdrawn;
import vn.caunoi.core.petition.Conclusion;
import vn.caunoi.core.petition.Correction;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.casefile.Part.Closing;
import vn.caunoi.projections.casefile.Part.Escalation;
import vn.caunoi.projections.casefile.Part.Link;
import vn.caunoi.projections.casefile.Part.Note;
import vn.caunoi.projections.casefile.Part.PointOf;
import vn.caunoi.projections.casefile.Part.Rating;
import vn.caunoi.projections.casefile.Part.Suspension;
import vn.caunoi.projections.casefile.Part.Urging;
import vn.caunoi.projections.casefile.Part.Withdrawal;

/** What can happen at any step: closing, reopening, withdrawal, suspension, corrections, notes, links. */
final class CaseFold {
    private CaseFold() {}

    static void apply(CaseDraft file, CaseEvent event, Happened<?> r) {
        switch (event) {
            case PetitionClosed e -> closed(file, e, r.at());
            case PetitionReopened e -> reopened(file, e);
            case PetitionWithdrawn e ->
                file.withdrawal = new Withdrawal(e.reason().clear(), moment(e.occurred(), r.at()), null, null);
            case PointsWithdrawn e -> withdrawn(file, e);
            case PetitionTerminated e -> file.withdrawal = terminated(file.withdrawal, e, r.at());
            case PetitionSuspended e -> {
                file.status = Status.SUSPENDED;
                file.suspension = new Suspension(e.ground().clear(), e.reason().clear(), e.from(), null);
            }
            case PetitionResumed e -> resumed(file, e);
            case PetitionCorrected e -> corrected(file, e.after());
            case PetitionReclassified e -> {
                file.kind = e.after();
                file.undo(e.undone());
            }
            case PetitionSentBack e -> file.undo(e.undone());
            case CaseEvent.WorksheetEntered e ->
                file.worksheet = plus(
                        file.worksheet,
                        new Part.WorksheetEntry(
                                e.entry(),
                                e.sort(),
                                e.point(),
                                e.on(),
                                clear(e.with()),
                                e.text().clear(),
                                e.replyBy(),
                                null,
                                null,
                                e.by()));
            case CaseEvent.WorksheetReplied e ->
                file.worksheet = file.worksheet.stream()
                        .map(one -> one.no() == e.entry()
                                ? one.replied(e.on(), e.text().clear())
                                : one)
                        .toList();
            case CaseEvent.PaperAdded e ->
                file.papers = plus(
                        file.papers,
                        new Part.PaperOf(
                                e.file(),
                                e.kind(),
                                e.receivedOn(),
                                e.sender().clear(),
                                clear(e.reason()),
                                r.at(),
                                r.by()));
            case PinRenewed e -> {}
            case CaseEvent.DecisionRedacted e ->
                file.publicDecision = new Part.PublicDecision(
                        e.text().clear(), e.blacked().clear().lines().toList(), e.by(), r.at(), null, null);
            case CaseEvent.DecisionMadePublic e -> {
                if (file.publicDecision != null) file.publicDecision = file.publicDecision.published(e.on(), e.by());
            }
            case CaseEvent.DecisionTakenDown e -> file.publicDecision = null;
            case CaseEvent.CountedAsSigned e -> file.signed = new Part.Signed(e.provider(), e.source(), r.at());
            case CaseEvent.CitizenWrote e ->
                file.said = plus(file.said, new Part.Said(e.text().clear(), false, r.at(), null));
            case CaseEvent.OfficeReplied e ->
                file.said = plus(file.said, new Part.Said(e.text().clear(), false, r.at(), e.by()));
            case CaseEvent.WithdrawalAnnounced e ->
                file.said = plus(file.said, new Part.Said(e.reason().clear(), true, r.at(), null));
            case NoteAdded e -> file.notes = plus(file.notes, new Note(e.text().clear(), r.at(), r.by()));
            case PetitionLinked e ->
                file.links = plus(file.links, new Link(e.other(), e.relation(), clear(e.reason()), r.at()));
            case PetitionEscalated e ->
                file.escalations = plus(
                        file.escalations,
                        new Escalation(
                                e.level(),
                                e.unit(),
                                e.cause(),
                                e.stage(),
                                clear(e.reason()),
                                e.ladder(),
                                r.at(),
                                r.by()));
            case CaseEvent.PetitionUrged e ->
                file.urgings = plus(
                        file.urgings,
                        new Urging(
                                e.urging(),
                                e.by(),
                                r.at(),
                                e.replyBy(),
                                e.text().clear(),
                                null,
                                null,
                                null));
            case CaseEvent.UrgingAnswered e ->
                file.urgings = file.urgings.stream()
                        .map(one ->
                                one.no() == e.urging() ? one.answered(e.text().clear(), r.at(), r.by()) : one)
                        .toList();
            case CaseEvent.PetitionTakenOver e -> {}
            case CaseEvent.AnsweredTogether e -> file.together = new Part.Together(e.lead(), e.sentOn(), e.number());
            case PersonalDataErased e -> {}
            case PetitionRated e -> file.rating = new Rating(e.score(), clear(e.comment()), r.at());
        }
    }

    private static void closed(CaseDraft file, PetitionClosed e, Instant at) {
        Boolean first = file.closing == null ? null : file.closing.onTime();
        file.status = Status.CLOSED;
        file.closing =
                new Closing(e.ground(), first == null ? e.onTime() : first, moment(e.occurred(), at), null, null);
    }

    private static void reopened(CaseDraft file, PetitionReopened e) {
        file.status = Status.OPEN;
        file.undo(e.undone());
        if (e.undone().contains(Milestone.WITHDRAWN)) file.withdrawal = null;
        Closing was = file.closing;
        if (was == null) return;
        file.closing = new Closing(
                was.ground(), was.onTime(), was.on(), e.ground(), e.reason().clear());
    }

    private static void resumed(CaseDraft file, PetitionResumed e) {
        file.status = Status.OPEN;
        Suspension was = file.suspension;
        if (was != null) file.suspension = new Suspension(was.ground(), was.reason(), was.from(), e.on());
    }

    private static Withdrawal terminated(@Nullable Withdrawal was, PetitionTerminated e, Instant at) {
        String reason = was == null ? "" : was.reason();
        return new Withdrawal(reason, was == null ? at : was.on(), e.decisionNumber(), e.decidedOn());
    }

    private static void withdrawn(CaseDraft file, PointsWithdrawn e) {
        file.points = file.points.stream()
                .map(point -> e.points().contains(point.no()) ? withdrawn(point) : point)
                .toList();
        if (file.verification == null) return;
        boolean differs =
                file.points.stream().anyMatch(point -> !point.withdrawn() && point.result() != Conclusion.RIGHT);
        file.verification = file.verification.differing(differs);
    }

    private static PointOf withdrawn(PointOf point) {
        return new PointOf(point.no(), point.demand(), point.finding(), point.result(), true);
    }

    private static void corrected(CaseDraft file, Correction to) {
        if (to.subject() != null) file.subject = to.subject().clear();
        if (to.content() != null) file.content = to.content().clear();
        if (to.category() != null) file.category = to.category();
        if (to.place() != null) file.place = to.place();
        if (to.receivedAt() != null) file.receivedAt = to.receivedAt();
        if (to.about() != null) file.about = IntakeFold.disputed(to.about());
        if (to.against() != null) file.against = to.against().clear();
        if (to.points() != null) file.points = IntakeFold.points(to.points(), file.points);
        if (to.petitioners() != null) {
            file.petitioners =
                    to.petitioners().stream().map(IntakeFold::petitioner).toList();
        }
        if (to.acceptedOn() != null && file.acceptance != null) {
            file.acceptance = file.acceptance.on(to.acceptedOn());
        }
    }

    private static Instant moment(@Nullable Instant occurred, Instant recorded) {
        return Objects.requireNonNullElse(occurred, recorded);
    }
}
