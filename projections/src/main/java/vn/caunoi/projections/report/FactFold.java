package vn.caunoi.projections.report;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.petition.AnswerEvent;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.ConsequenceEvent;
import vn.caunoi.core.petition.Correction;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMet;
import vn.caunoi.core.petition.DenunciationEvent;
import vn.caunoi.core.petition.IntakeEvent;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.RoundEvent;
import vn.caunoi.core.report.Counts;

/** What an event changes in the facts that reports count. Days are those it happened on, else those it was recorded on. */
final class FactFold {
    private static final int EFFECTIVE_AFTER = 30;
    private static final int EFFECTIVE_AFTER_REMOTE = 45;
    private static final Set<String> SETTLING_LIMITS = Set.of("settle_1", "settle_2", "settle", "answer");

    private static final Map<Milestone, Set<Counts>> UNDONE = Map.ofEntries(
            entry(Milestone.GUIDED, Set.of(Counts.GUIDED)),
            entry(Milestone.TRANSFERRED, Set.of(Counts.TRANSFERRED)),
            entry(Milestone.RETURNED, Set.of(Counts.RETURNED)),
            entry(Milestone.STORED, Set.of(Counts.STORED)),
            entry(Milestone.ANSWERED, Set.of(Counts.ANSWERED)),
            entry(Milestone.ACCEPTED, Set.of(Counts.ACCEPTED, Counts.SETTLING)),
            entry(Milestone.NOT_ACCEPTED, Set.of(Counts.NOT_ACCEPTED)),
            entry(Milestone.DIALOGUE, Set.of(Counts.DIALOGUE)),
            entry(Milestone.ISSUED, Set.of(Counts.DECIDED, Counts.EFFECTIVE, Counts.SETTLED)),
            entry(Milestone.SENT, Set.of(Counts.SENT)),
            entry(Milestone.PUBLISHED, Set.of(Counts.PUBLISHED)),
            entry(Milestone.PASSED_TO_INSPECTION, Set.of(Counts.INSPECTION)),
            entry(Milestone.CONCLUDED, Set.of(Counts.CONCLUDED, Counts.SETTLED)),
            entry(
                    Milestone.HANDLED,
                    Set.of(
                            Counts.HANDLED,
                            Counts.PROSECUTION,
                            Counts.MONEY_STATE,
                            Counts.MONEY_PEOPLE,
                            Counts.LAND,
                            Counts.DISCIPLINED)),
            entry(Milestone.WITHDRAWN, Set.of(Counts.WITHDRAWN)),
            entry(Milestone.TERMINATED, Set.of(Counts.TERMINATED)));

    private final CaseFacts facts;
    private final LocalDate recorded;

    FactFold(CaseFacts facts, Instant at) {
        this.facts = facts;
        this.recorded = DueDate.dayOf(at);
    }

    void take(PetitionEvent event) {
        switch (event) {
            case IntakeEvent e -> intake(e);
            case RoundEvent e -> round(e);
            case AnswerEvent e -> answer(e);
            case DenunciationEvent e -> denunciation(e);
            case CaseEvent e -> course(e);
            case ConsequenceEvent e -> followed(e);
            case DeadlineMet e
            when SETTLING_LIMITS.contains(e.stage()) ->
                facts.isNow(Counts.SETTLED, e.late() ? "LATE" : "ON_TIME", DueDate.dayOf(e.on()));
            default -> {}
        }
    }

    private void intake(IntakeEvent event) {
        switch (event) {
            case IntakeEvent.HandlingProposed e -> facts.isNow(Counts.CHECKED, checked(e), recorded);
            case IntakeEvent.PetitionClassified e ->
                facts.is(e.kind(), e.category() == null ? facts.category : e.category());
            case IntakeEvent.PetitionGuided e -> happened(Counts.GUIDED, null);
            case IntakeEvent.PetitionTransferred e -> happened(Counts.TRANSFERRED, null);
            case IntakeEvent.PetitionPassed e -> happened(Counts.PASSED, null);
            case IntakeEvent.PetitionReturned e -> happened(Counts.RETURNED, null);
            case IntakeEvent.PetitionStored e -> happened(Counts.STORED, null);
            case IntakeEvent.PetitionAnswered e -> happened(Counts.ANSWERED, null);
            case IntakeEvent.PetitionAssigned e -> facts.moves(e.unit().value(), recorded);
            case IntakeEvent.PetitionAccepted e -> accepted(e);
            case IntakeEvent.PetitionNotAccepted e ->
                happened(Counts.NOT_ACCEPTED, e.ground().name());
            default -> {}
        }
    }

    private static String checked(IntakeEvent.HandlingProposed e) {
        return (e.missing().isEmpty() ? "ELIGIBLE" : "INELIGIBLE") + (e.competent() ? "_COMPETENT" : "_NOT_COMPETENT");
    }

    private void accepted(IntakeEvent.PetitionAccepted e) {
        facts.remote = e.remote();
        facts.happened(Counts.ACCEPTED, e.complex() ? "COMPLEX" : "PLAIN", e.acceptedOn());
        facts.begins(Counts.SETTLING, e.acceptedOn());
    }

    private void round(RoundEvent event) {
        switch (event) {
            case RoundEvent.DialogueHeld e -> facts.happened(Counts.DIALOGUE, "HELD", e.heldOn());
            case RoundEvent.DialogueNotAttended e -> facts.happened(Counts.DIALOGUE, "NOT_ATTENDED", e.heldOn());
            case RoundEvent.ResolutionIssued e -> issued(e);
            case RoundEvent.ResolutionSent e -> facts.happened(Counts.SENT, null, e.sentOn());
            case RoundEvent.PetitionPublished e -> facts.happened(Counts.PUBLISHED, null, e.publishedOn());
            default -> {}
        }
    }

    private void issued(RoundEvent.ResolutionIssued e) {
        facts.happened(Counts.DECIDED, e.conclusion().name(), e.issuedOn());
        int after = facts.remote ? EFFECTIVE_AFTER_REMOTE : EFFECTIVE_AFTER;
        facts.happened(Counts.EFFECTIVE, null, e.issuedOn().plusDays(after));
        facts.ends(Counts.SETTLING, e.issuedOn());
    }

    private void followed(ConsequenceEvent event) {
        switch (event) {
            case ConsequenceEvent.ConsequenceCounted e
            when e.time().stage().startsWith("effective") -> {
                facts.undoAfter(Counts.EFFECTIVE, e.time().from());
                effective(DueDate.dayOf(e.time().until()).plusDays(1));
            }
            case ConsequenceEvent.DecisionTookEffect e -> effective(e.on());
            case ConsequenceEvent.DecisionContested e -> facts.undoAfter(Counts.EFFECTIVE, e.lodgedOn());
            case ConsequenceEvent.ComplainantSued e -> facts.undoAfter(Counts.EFFECTIVE, e.suedOn());
            case ConsequenceEvent.EnforcementReported e when e.whole() -> facts.isNow(Counts.ENFORCED, null, e.on());
            default -> {}
        }
    }

    private void effective(LocalDate day) {
        if (!facts.has(Counts.EFFECTIVE, day)) facts.happened(Counts.EFFECTIVE, null, day);
    }

    private void answer(AnswerEvent event) {
        switch (event) {
            case AnswerEvent.AnswerSent e -> facts.happened(Counts.ANSWERED, null, e.sentOn());
            case AnswerEvent.AnswerPublished e -> facts.happened(Counts.PUBLISHED, null, e.publishedOn());
            case AnswerEvent.AnswerUnsuitable e -> openAgain(e.undone());
            default -> {}
        }
    }

    private void denunciation(DenunciationEvent event) {
        switch (event) {
            case DenunciationEvent.PassedToInspection e -> happened(Counts.INSPECTION, null);
            case DenunciationEvent.DenunciationRefused e ->
                happened(Counts.NOT_ACCEPTED, e.ground().name());
            case DenunciationEvent.DenunciationConcluded e -> {
                facts.happened(Counts.CONCLUDED, e.verdict().name(), e.concludedOn());
                facts.ends(Counts.SETTLING, e.concludedOn());
            }
            case DenunciationEvent.ConclusionSent e -> facts.happened(Counts.SENT, null, e.sentOn());
            case DenunciationEvent.MeasuresReckoned e -> {
                reckoned(Counts.MONEY_STATE, e.moneyState(), e.on());
                reckoned(Counts.MONEY_PEOPLE, e.moneyPeople(), e.on());
                reckoned(Counts.LAND, e.land(), e.on());
                reckoned(Counts.DISCIPLINED, e.disciplined(), e.on());
            }
            case DenunciationEvent.ConclusionHandled e -> facts.happened(Counts.HANDLED, null, e.handledOn());
            case DenunciationEvent.PassedToProsecution e -> facts.happened(Counts.PROSECUTION, null, e.handledOn());
            case DenunciationEvent.WithdrawalSetAside e -> facts.undo(Counts.WITHDRAWN);
            default -> {}
        }
    }

    /** The amount is what its detail says. */
    private void reckoned(Counts what, long amount, LocalDate on) {
        if (amount > 0) facts.isNow(what, Long.toString(amount), on);
        else facts.undo(what);
    }

    private void course(CaseEvent event) {
        switch (event) {
            case CaseEvent.PetitionClosed e -> closed(e);
            case CaseEvent.PetitionReopened e -> reopened(e);
            case CaseEvent.PetitionWithdrawn e -> facts.happened(Counts.WITHDRAWN, null, day(e.occurred()));
            case CaseEvent.PetitionTerminated e -> {
                facts.happened(Counts.TERMINATED, null, e.decidedOn());
                facts.ends(Counts.SETTLING, e.decidedOn());
            }
            case CaseEvent.PetitionSuspended e -> facts.begins(Counts.SUSPENDED, e.from());
            case CaseEvent.PetitionResumed e -> facts.ends(Counts.SUSPENDED, e.on());
            case CaseEvent.PetitionCorrected e -> corrected(e.after());
            case CaseEvent.PetitionReclassified e -> {
                facts.is(e.after(), facts.category);
                undo(e.undone());
            }
            case CaseEvent.PetitionSentBack e -> undo(e.undone());
            case CaseEvent.PetitionLinked e -> linked(e);
            case CaseEvent.AnsweredTogether e -> facts.happened(Counts.ANSWERED, null, e.sentOn());
            case CaseEvent.PetitionUrged e -> happened(Counts.URGED, null);
            case CaseEvent.PetitionRated e -> happened(Counts.RATED, String.valueOf(e.score()));
            default -> {}
        }
    }

    private void closed(CaseEvent.PetitionClosed e) {
        LocalDate day = day(e.occurred());
        facts.happened(Counts.CLOSED, e.ground().name(), day);
        facts.ends(Counts.OPEN, day);
        facts.ends(Counts.SETTLING, day);
        facts.ends(Counts.SUSPENDED, day);
    }

    /** What was done before stays counted in its period; the case is open, and to be settled, once more. */
    private void reopened(CaseEvent.PetitionReopened e) {
        happened(Counts.REOPENED, e.ground().name());
        facts.undoAfter(Counts.EFFECTIVE, recorded);
        facts.begins(Counts.OPEN, recorded);
        boolean decided = e.undone().contains(Milestone.ISSUED) || e.undone().contains(Milestone.CONCLUDED);
        boolean accepted = facts.has(Counts.ACCEPTED) && !e.undone().contains(Milestone.ACCEPTED);
        if (decided && accepted) facts.begins(Counts.SETTLING, recorded);
    }

    private void undo(Set<Milestone> undone) {
        undone.forEach(milestone -> UNDONE.getOrDefault(milestone, Set.of()).forEach(facts::undo));
        boolean decided = undone.contains(Milestone.ISSUED) || undone.contains(Milestone.CONCLUDED);
        if (decided && !undone.contains(Milestone.ACCEPTED)) facts.goesOn(Counts.SETTLING);
        openAgain(undone);
    }

    private void openAgain(Set<Milestone> undone) {
        if (undone.contains(Milestone.CLOSED)) facts.begins(Counts.OPEN, recorded);
    }

    private void corrected(Correction to) {
        if (to.receivedAt() != null) {
            facts.corrected(Set.of(Counts.RECEIVED, Counts.OPEN), DueDate.dayOf(to.receivedAt()));
        }
        if (to.acceptedOn() != null) facts.corrected(Set.of(Counts.ACCEPTED, Counts.SETTLING), to.acceptedOn());
        if (to.category() != null) facts.is(facts.kind, to.category());
    }

    private void linked(CaseEvent.PetitionLinked e) {
        switch (e.relation()) {
            case SECOND_ROUND_OF -> happened(Counts.SECOND, null);
            case SECOND_ROUND -> facts.undoAfter(Counts.EFFECTIVE, recorded);
            case MERGED_INTO -> happened(Counts.MERGED, null);
            case DUPLICATE_OF -> happened(Counts.DUPLICATE, null);
            case SPLIT_FROM -> happened(Counts.PART, null);
            default -> {}
        }
    }

    private void happened(Counts what, @Nullable String detail) {
        facts.happened(what, detail, recorded);
    }

    private LocalDate day(@Nullable Instant occurred) {
        return occurred == null ? recorded : DueDate.dayOf(Objects.requireNonNull(occurred));
    }
}
