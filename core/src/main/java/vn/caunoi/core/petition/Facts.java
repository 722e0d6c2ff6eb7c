package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
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
 *   {@code place}, {@code unit}, {@code conclusion} (RIGHT, PARTLY_RIGHT, WRONG), {@code verdict} (of a denunciation: TRUE,
 *   PARTLY_TRUE, FALSE, NOT_ENOUGH_GROUND), {@code onward} (of a denunciation before the superior: CONCLUDED, OVERDUE), {@code closingGround}, {@code reopenGround}</td></tr>
 * <tr><td>text, only while the event named so moves the process</td><td>{@code event} (its logical name),
 *   {@code outcome} (task.completed), {@code deadline} (stage word of a deadline event),
 *   {@code cause} (petition.escalated)</td></tr>
 * <tr><td>boolean</td><td>{@code imported, anonymous, confidential, assigned, classified, awaitingSupplement, guided,
 *   transferred, returned, stored, answered, accepted, notAccepted, complex, remote, verified, differs, dialogueConvened,
 *   dialogueHeld, dialogueMissed, dialogueDone (held or missed), drafted, approved, issued, sent, published,
 *   withdrawn, terminated, suspended, closed, reopened, importedDeadline (a date taken over from another register
 *   still runs)}, and of a denunciation {@code severalPlaces} (the initial check was widened), {@code inspected,
 *   senderAnswered, notified, reported, concluded, conclusionSent, handled, prosecuted,
 *   protected}, and of a complaint {@code secondRound, lodgedLate} (after the time to complain a second time); {@code differs} tells of the points that still stand</td></tr>
 * <tr><td>number</td><td>{@code draft} (number of the last draft, 0 for none), {@code escalation} (highest level so
 *   far, 0 for none), {@code missed} (deadlines missed so far), {@code prolonged} (extensions of a
 *   denunciation), {@code passes} (how often it
 *   went from unit to unit, back and forth), {@code consults} (opinions asked for and not answered yet)</td></tr>
 * <tr><td>day</td><td>{@code today} (the day the event was recorded), {@code received}, {@code classifiedOn}, {@code acceptedOn},
 *   {@code issuedOn}, {@code concludedOn}, {@code suspendedOn}, {@code terminatedOn},
 *   {@code protectionAskedOn}, {@code onwardOn} (when a denunciation was brought before the superior)</td></tr>
 * </table>
 *
 * <p>Going back takes facts away: a step sent back, a reopening and a reclassification say which milestones no longer
 * stand.
 */
public final class Facts {

    /** A day that is not there yet. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> event) {
            return event.getAnnotation(StoredAs.class).value();
        }
    };

    private final FactValues values;

    /** Points whose finding is not what was demanded. */
    private final Set<Integer> differing;

    private Facts(FactValues values, Set<Integer> differing) {
        this.values = values;
        this.differing = differing;
    }

    /** Before the first event. */
    public static Facts none() {
        return new Facts(FactNames.NOTHING, Set.of());
    }

    /** All names that a condition may use. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(FactNames.NOTHING.keySet());
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
        FactNames.PASSING.forEach(name -> next.put(name, ""));
        next.put("event", NAMES.get(event.getClass()));
        next.put("today", FactNames.dayOf(recorded));
        switch (event) {
            case IntakeEvent e -> IntakeFacts.fold(next, e);
            case RoundEvent e -> RoundFacts.fold(next, e);
            case AnswerEvent e -> AnswerFacts.fold(next, e);
            case DenunciationEvent e -> DenunciationFacts.fold(next, e);
            case CaseEvent e -> CourseFacts.fold(next, e);
            case DeadlineEvent e -> DeadlineFacts.fold(next, e);
            case TaskEvent.TaskCompleted e -> next.put("outcome", e.outcome());
            case TaskEvent e -> {}
            case FlowEvent e -> {}
            case MessageEvent e -> {}
            case LetterEvent e -> {}
            case ConsultEvent e -> consulted(next, e);
            case DirectionEvent e -> {}
            case ConsequenceEvent e -> {}
            case NationalEvent e -> {}
        }
        Set<Integer> stillDiffering = differingAfter(event);
        if (event instanceof CaseEvent.PointsWithdrawn && is("verified"))
            next.put("differs", !stillDiffering.isEmpty());
        return new Facts(next, stillDiffering);
    }

    private static void consulted(FactValues next, ConsultEvent event) {
        long more =
                switch (event) {
                    case ConsultEvent.ConsultAsked e -> 1L;
                    case ConsultEvent.ConsultAnswered e -> -1L;
                    case ConsultEvent.ConsultDeclined e -> -1L;
                    case ConsultEvent.ConsultWithdrawn e -> -1L;
                    default -> 0L;
                };
        next.merge("consults", more, (had, one) -> Math.max(0L, (Long) had + (Long) one));
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
}
