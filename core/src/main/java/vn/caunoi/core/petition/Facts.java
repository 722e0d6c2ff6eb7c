package vn.caunoi.core.petition;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.caunoi.core.ledger.StoredAs;

/**
 * What the conditions of a diagram may ask of a petition: a pure fold of its events up to the one that moves the
 * process. Every name always has a value; text that is not there yet is empty, a day that is not there yet is
 * {@link #NEVER}. Days are of Asia/Ho_Chi_Minh.
 *
 * <table><caption>The facts</caption>
 * <tr><td>text</td><td>{@code kind} (COMPLAINT, DENUNCIATION, PROPOSAL, FEEDBACK), {@code channel}, {@code category},
 *   {@code unit}, {@code conclusion} (RIGHT, PARTLY_RIGHT, WRONG), {@code verdict} (of a denunciation: TRUE,
 *   PARTLY_TRUE, FALSE, NOT_ENOUGH_GROUND), {@code closingGround}, {@code reopenGround}</td></tr>
 * <tr><td>text, only while the event named so moves the process</td><td>{@code event} (its logical name),
 *   {@code outcome} (task.completed), {@code deadline} (stage word of a deadline event),
 *   {@code cause} (petition.escalated)</td></tr>
 * <tr><td>boolean</td><td>{@code imported, anonymous, confidential, assigned, classified, awaitingSupplement, guided,
 *   transferred, stored, answered, accepted, notAccepted, complex, remote, verified, differs, dialogueConvened,
 *   dialogueHeld, dialogueMissed, dialogueDone (held or missed), drafted, approved, issued, sent, published,
 *   withdrawn, terminated, suspended, closed, reopened, importedDeadline (a date taken over from another register
 *   still runs)}, and of a denunciation {@code severalPlaces} (the initial check was widened), {@code inspected,
 *   senderAnswered, notified, reported, concluded, conclusionSent, handled, prosecuted,
 *   protected}; {@code differs} tells of the points that still stand</td></tr>
 * <tr><td>number</td><td>{@code draft} (number of the last draft, 0 for none), {@code escalation} (highest level so
 *   far, 0 for none), {@code missed} (deadlines missed so far), {@code prolonged} (extensions of a
 *   denunciation)</td></tr>
 * <tr><td>day</td><td>{@code today} (the day the event was recorded), {@code received}, {@code classifiedOn}, {@code acceptedOn},
 *   {@code issuedOn}, {@code concludedOn}, {@code suspendedOn}, {@code terminatedOn},
 *   {@code protectionAskedOn}</td></tr>
 * </table>
 *
 * <p>Going back takes facts away: a step sent back, a reopening and a reclassification say which milestones no longer
 * stand.
 */
public final class Facts {

    /** A day that is not there yet. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final List<String> TEXTS = List.of(
            "kind",
            "channel",
            "category",
            "unit",
            "conclusion",
            "verdict",
            "closingGround",
            "reopenGround",
            "event",
            "outcome",
            "deadline",
            "cause");
    private static final List<String> PASSING = List.of("event", "outcome", "deadline", "cause");
    private static final List<String> FLAGS = List.of(
            "imported",
            "anonymous",
            "confidential",
            "assigned",
            "classified",
            "awaitingSupplement",
            "guided",
            "transferred",
            "stored",
            "answered",
            "accepted",
            "notAccepted",
            "complex",
            "remote",
            "verified",
            "differs",
            "dialogueConvened",
            "dialogueHeld",
            "dialogueMissed",
            "dialogueDone",
            "drafted",
            "approved",
            "issued",
            "sent",
            "published",
            "withdrawn",
            "terminated",
            "suspended",
            "closed",
            "reopened",
            "importedDeadline",
            "severalPlaces",
            "inspected",
            "senderAnswered",
            "notified",
            "reported",
            "concluded",
            "conclusionSent",
            "handled",
            "prosecuted",
            "protected");
    private static final List<String> NUMBERS = List.of("draft", "escalation", "missed", "prolonged");
    private static final List<String> DAYS = List.of(
            "today",
            "received",
            "classifiedOn",
            "acceptedOn",
            "issuedOn",
            "concludedOn",
            "suspendedOn",
            "terminatedOn",
            "protectionAskedOn");

    /** What each milestone adds, so that undoing it can take it away. */
    private static final Map<Milestone, List<String>> ADDED = Map.ofEntries(
            entry(Milestone.CLASSIFIED, List.of("classified", "classifiedOn")),
            entry(Milestone.GUIDED, List.of("guided")),
            entry(Milestone.TRANSFERRED, List.of("transferred")),
            entry(Milestone.STORED, List.of("stored")),
            entry(Milestone.ANSWERED, List.of("answered")),
            entry(Milestone.ACCEPTED, List.of("accepted", "complex", "remote", "acceptedOn")),
            entry(Milestone.NOT_ACCEPTED, List.of("notAccepted")),
            entry(Milestone.VERIFIED, List.of("verified", "differs")),
            entry(Milestone.CONVENED, List.of("dialogueConvened")),
            entry(Milestone.DIALOGUE, List.of("dialogueHeld", "dialogueMissed", "dialogueDone")),
            entry(Milestone.DRAFTED, List.of("drafted", "draft", "conclusion")),
            entry(Milestone.APPROVED, List.of("approved")),
            entry(Milestone.ISSUED, List.of("issued", "issuedOn")),
            entry(Milestone.SENT, List.of("sent")),
            entry(Milestone.PUBLISHED, List.of("published")),
            entry(Milestone.PASSED_TO_INSPECTION, List.of("inspected")),
            entry(Milestone.SENDER_ANSWERED, List.of("senderAnswered")),
            entry(Milestone.NOTIFIED, List.of("notified")),
            entry(Milestone.REPORTED, List.of("reported")),
            entry(Milestone.CONCLUDED, List.of("concluded", "concludedOn", "verdict")),
            entry(Milestone.CONCLUSION_SENT, List.of("conclusionSent")),
            entry(Milestone.HANDLED, List.of("handled", "prosecuted")),
            entry(Milestone.WITHDRAWN, List.of("withdrawn")),
            entry(Milestone.TERMINATED, List.of("terminated", "terminatedOn")),
            entry(Milestone.CLOSED, List.of("closed", "closingGround")));

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> event) {
            return event.getAnnotation(StoredAs.class).value();
        }
    };

    private static final FactValues NOTHING = nothing();

    private final FactValues values;

    /** Points whose finding is not what was demanded. */
    private final Set<Integer> differing;

    private Facts(FactValues values, Set<Integer> differing) {
        this.values = values;
        this.differing = differing;
    }

    /** Before the first event. */
    public static Facts none() {
        return new Facts(NOTHING, Set.of());
    }

    /** All names that a condition may use. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(NOTHING.keySet());
    }

    /** The values by name: {@link String}, {@link Boolean}, {@link Long} or {@link LocalDate}. */
    public Map<String, Object> asMap() {
        return Collections.unmodifiableMap(values);
    }

    public String text(String name) {
        return (String) values.getOrDefault(name, "");
    }

    /** {@link #NEVER} when it is not there yet. */
    public LocalDate day(String name) {
        return (LocalDate) values.getOrDefault(name, NEVER);
    }

    public boolean is(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** The facts after one more event of the same petition. */
    public Facts after(PetitionEvent event, Instant recorded) {
        FactValues next = values.copy();
        PASSING.forEach(name -> next.put(name, ""));
        next.put("event", NAMES.get(event.getClass()));
        next.put("today", dayOf(recorded));
        switch (event) {
            case IntakeEvent e -> intake(next, e);
            case RoundEvent e -> round(next, e);
            case AnswerEvent e -> answering(next, e);
            case DenunciationEvent e -> denunciation(next, e);
            case CaseEvent e -> course(next, e);
            case DeadlineEvent e -> deadline(next, e);
            case TaskEvent.TaskCompleted e -> next.put("outcome", e.outcome());
            case TaskEvent e -> {}
            case FlowEvent e -> {}
            case MessageEvent e -> {}
        }
        Set<Integer> stillDiffering = differingAfter(event);
        if (event instanceof CaseEvent.PointsWithdrawn && is("verified"))
            next.put("differs", !stillDiffering.isEmpty());
        return new Facts(next, stillDiffering);
    }

    private Set<Integer> differingAfter(PetitionEvent event) {
        return switch (event) {
            case RoundEvent.PetitionVerified e ->
                e.findings().stream()
                        .filter(finding -> finding.result() != Conclusion.RIGHT)
                        .map(Finding::point)
                        .collect(Collectors.toUnmodifiableSet());
            case CaseEvent.PointsWithdrawn e ->
                differing.stream().filter(point -> !e.points().contains(point)).collect(Collectors.toUnmodifiableSet());
            default -> differing;
        };
    }

    private static void intake(Map<String, Object> next, IntakeEvent event) {
        switch (event) {
            case IntakeEvent.PetitionReceived e -> received(next, e);
            case IntakeEvent.ActivityImported e -> {}
            case IntakeEvent.PetitionClassified e -> {
                next.put("kind", e.kind().name());
                if (e.category() != null) next.put("category", e.category());
                next.put("classifiedOn", next.get("today"));
                set(next, "classified");
            }
            case IntakeEvent.SupplementRequested e -> set(next, "awaitingSupplement");
            case IntakeEvent.SupplementReceived e -> next.put("awaitingSupplement", false);
            case IntakeEvent.PetitionGuided e -> set(next, "guided");
            case IntakeEvent.PetitionTransferred e -> set(next, "transferred");
            case IntakeEvent.PetitionStored e -> set(next, "stored");
            case IntakeEvent.PetitionAnswered e -> set(next, "answered");
            case IntakeEvent.PetitionAssigned e -> {
                next.put("unit", e.unit().value());
                next.put("assigned", e.officer() != null);
            }
            case IntakeEvent.PetitionAccepted e -> {
                set(next, "accepted");
                next.put("complex", e.complex());
                next.put("remote", e.remote());
                next.put("acceptedOn", e.acceptedOn());
            }
            case IntakeEvent.PetitionNotAccepted e -> set(next, "notAccepted");
        }
    }

    private static void received(Map<String, Object> next, IntakeEvent.PetitionReceived e) {
        next.put("kind", e.kind() == null ? "" : e.kind().name());
        next.put("channel", e.channel().name());
        next.put("category", e.category() == null ? "" : e.category());
        next.put("unit", e.unit().value());
        next.put("anonymous", e.anonymous());
        next.put("confidential", e.confidential());
        next.put("imported", e.origin() != null);
        next.put("received", dayOf(e.occurred()));
    }

    private static void round(Map<String, Object> next, RoundEvent event) {
        switch (event) {
            case RoundEvent.PetitionVerified e -> {
                set(next, "verified");
                next.put("differs", e.differs());
            }
            case RoundEvent.DialogueConvened e -> set(next, "dialogueConvened");
            case RoundEvent.DialogueHeld e -> set(next, "dialogueHeld", "dialogueDone");
            case RoundEvent.DialogueNotAttended e -> set(next, "dialogueMissed", "dialogueDone");
            case RoundEvent.ResolutionDrafted e -> {
                set(next, "drafted");
                next.put("approved", false);
                next.put("draft", (long) e.draft());
                next.put("conclusion", e.conclusion().name());
            }
            case RoundEvent.ResolutionApproved e -> set(next, "approved");
            case RoundEvent.ResolutionReturned e -> {
                next.put("drafted", false);
                next.put("approved", false);
            }
            case RoundEvent.ResolutionIssued e -> {
                set(next, "issued");
                next.put("conclusion", e.conclusion().name());
                next.put("issuedOn", e.issuedOn());
            }
            case RoundEvent.ResolutionSent e -> set(next, "sent");
            case RoundEvent.PetitionPublished e -> set(next, "published");
        }
    }

    private static void answering(Map<String, Object> next, AnswerEvent event) {
        switch (event) {
            case AnswerEvent.AnswerDrafted e -> {
                set(next, "drafted");
                next.put("approved", false);
                next.put("draft", (long) e.draft());
            }
            case AnswerEvent.AnswerApproved e -> set(next, "approved");
            case AnswerEvent.AnswerReturned e -> {
                next.put("drafted", false);
                next.put("approved", false);
            }
            case AnswerEvent.AnswerSent e -> set(next, "answered");
            case AnswerEvent.AnswerPublished e -> set(next, "published");
            case AnswerEvent.ProgressReported e -> {}
            case AnswerEvent.AnswerUnsuitable e -> takeAway(next, e.undone());
        }
    }

    private static void course(Map<String, Object> next, CaseEvent event) {
        switch (event) {
            case CaseEvent.PetitionClosed e -> {
                set(next, "closed");
                next.put("suspended", false);
                next.put("closingGround", e.ground().name());
            }
            case CaseEvent.PetitionReopened e -> {
                set(next, "reopened");
                next.put("reopenGround", e.ground().name());
                takeAway(next, e.undone());
            }
            case CaseEvent.PetitionWithdrawn e -> set(next, "withdrawn");
            case CaseEvent.PetitionTerminated e -> {
                set(next, "terminated");
                next.put("terminatedOn", e.decidedOn());
            }
            case CaseEvent.PetitionSuspended e -> {
                set(next, "suspended");
                next.merge("suspendedOn", next.getOrDefault("today", NEVER), (had, today) -> today);
            }
            case CaseEvent.PetitionResumed e -> next.put("suspended", false);
            case CaseEvent.PetitionReclassified e -> {
                next.put("kind", e.after().name());
                next.put("importedDeadline", false);
                next.put("awaitingSupplement", false);
                takeAway(next, e.undone());
                set(next, "classified");
                next.merge("classifiedOn", next.getOrDefault("today", NEVER), (had, today) -> today);
            }
            case CaseEvent.PetitionSentBack e -> {
                next.put("awaitingSupplement", false);
                takeAway(next, e.undone());
            }
            case CaseEvent.PetitionEscalated e -> {
                next.put("cause", e.cause());
                next.merge("escalation", (long) e.level(), (had, level) -> Math.max((Long) had, (Long) level));
            }
            case CaseEvent.PetitionCorrected e -> corrected(next, e.after());
            case CaseEvent.PointsWithdrawn e -> {}
            case CaseEvent.NoteAdded e -> {}
            case CaseEvent.PetitionLinked e -> {}
            case CaseEvent.PetitionRated e -> {}
            case CaseEvent.PersonalDataErased e -> {}
        }
    }

    private static void denunciation(Map<String, Object> next, DenunciationEvent event) {
        switch (event) {
            case DenunciationEvent.ProtectionRequested e -> next.put("protectionAskedOn", e.requestedOn());
            case DenunciationEvent.ProtectionGranted e -> set(next, "protected");
            case DenunciationEvent.ProtectionDenied e -> {}
            case DenunciationEvent.ProtectionEnded e -> next.put("protected", false);
            case DenunciationEvent.AccusedNamed e -> {}
            case DenunciationEvent.CheckWidened e -> set(next, "severalPlaces");
            case DenunciationEvent.SenderAnswered e -> set(next, "senderAnswered");
            case DenunciationEvent.PassedToInspection e -> set(next, "inspected");
            case DenunciationEvent.DenunciationRefused e -> set(next, "notAccepted");
            case DenunciationEvent.AcceptanceNotified e -> set(next, "notified");
            case DenunciationEvent.SettlementProlonged e -> next.put("prolonged", (long) e.time());
            case DenunciationEvent.DenunciationVerified e -> set(next, "verified");
            case DenunciationEvent.VerificationReported e -> set(next, "reported");
            case DenunciationEvent.VerificationReturned e -> next.put("reported", false);
            case DenunciationEvent.DenunciationConcluded e -> {
                set(next, "concluded");
                next.put("verdict", e.verdict().name());
                next.put("concludedOn", e.concludedOn());
            }
            case DenunciationEvent.ConclusionSent e -> set(next, "conclusionSent");
            case DenunciationEvent.ConclusionHandled e -> set(next, "handled");
            case DenunciationEvent.PassedToProsecution e -> set(next, "handled", "prosecuted");
            case DenunciationEvent.WithdrawalSetAside e -> next.put("withdrawn", false);
            case DenunciationEvent.StopSent e -> {}
        }
    }

    private static void corrected(Map<String, Object> next, Correction to) {
        if (to.category() != null) next.put("category", to.category());
        if (to.receivedAt() != null) next.put("received", dayOf(to.receivedAt()));
        if (to.acceptedOn() != null) next.put("acceptedOn", to.acceptedOn());
    }

    private static void deadline(Map<String, Object> next, DeadlineEvent event) {
        next.put("deadline", event.stage());
        switch (event) {
            case DeadlineEvent.DeadlineMissed e -> next.merge("missed", 1L, (had, one) -> (Long) had + (Long) one);
            case DeadlineEvent.DeadlineSet e when e.rule().equals("imported") -> set(next, "importedDeadline");
            case DeadlineEvent.DeadlineMet e when e.stage().equals("process") -> next.put("importedDeadline", false);
            case DeadlineEvent.DeadlineDropped e
            when e.stage().equals("process") -> next.put("importedDeadline", false);
            default -> {}
        }
    }

    private static void takeAway(Map<String, Object> next, Set<Milestone> undone) {
        undone.stream()
                .flatMap(milestone -> ADDED.getOrDefault(milestone, List.of()).stream())
                .forEach(name -> next.put(name, Objects.requireNonNull(NOTHING.get(name))));
    }

    private static void set(Map<String, Object> next, String... names) {
        for (String name : names) next.put(name, true);
    }

    private static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    private static FactValues nothing() {
        Map<String, Object> values = new LinkedHashMap<>();
        TEXTS.forEach(name -> values.put(name, ""));
        FLAGS.forEach(name -> values.put(name, false));
        NUMBERS.forEach(name -> values.put(name, 0L));
        DAYS.forEach(name -> values.put(name, NEVER));
        return FactValues.of(values);
    }
}
