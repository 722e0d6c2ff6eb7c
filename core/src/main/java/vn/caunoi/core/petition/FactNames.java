package vn.caunoi.core.petition;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The names of the facts, what each is before anything happened, and which of them a milestone adds. */
final class FactNames {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final List<String> TEXTS = List.of(
            "kind",
            "channel",
            "category",
            "place",
            "unit",
            "conclusion",
            "verdict",
            "onward",
            "closingGround",
            "reopenGround",
            "event",
            "outcome",
            "deadline",
            "cause");
    static final List<String> PASSING = List.of("event", "outcome", "deadline", "cause");
    private static final List<String> FLAGS = List.of(
            "imported",
            "anonymous",
            "confidential",
            "assigned",
            "classified",
            "awaitingSupplement",
            "guided",
            "transferred",
            "returned",
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
            "protected",
            "secondRound",
            "lodgedLate");
    private static final List<String> NUMBERS =
            List.of("draft", "escalation", "missed", "prolonged", "passes", "consults");
    private static final List<String> DAYS = List.of(
            "today",
            "received",
            "classifiedOn",
            "acceptedOn",
            "issuedOn",
            "concludedOn",
            "suspendedOn",
            "terminatedOn",
            "protectionAskedOn",
            "onwardOn");

    /** What each milestone adds, so that undoing it can take it away. */
    private static final Map<Milestone, List<String>> ADDED = Map.ofEntries(
            entry(Milestone.CLASSIFIED, List.of("classified", "classifiedOn")),
            entry(Milestone.GUIDED, List.of("guided")),
            entry(Milestone.TRANSFERRED, List.of("transferred")),
            entry(Milestone.RETURNED, List.of("returned")),
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

    /** Before the first event. */
    static final FactValues NOTHING = nothing();

    private FactNames() {}

    static void takeAway(Map<String, Object> next, Set<Milestone> undone) {
        undone.stream()
                .flatMap(milestone -> ADDED.getOrDefault(milestone, List.of()).stream())
                .forEach(name -> next.put(name, Objects.requireNonNull(NOTHING.get(name))));
    }

    static void set(Map<String, Object> next, String... names) {
        for (String name : names) next.put(name, true);
    }

    static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    private static FactValues nothing() {
        Map<String, Object> values = new LinkedHashMap<>();
        TEXTS.forEach(name -> values.put(name, ""));
        FLAGS.forEach(name -> values.put(name, false));
        NUMBERS.forEach(name -> values.put(name, 0L));
        DAYS.forEach(name -> values.put(name, Facts.NEVER));
        return FactValues.of(values);
    }
}
