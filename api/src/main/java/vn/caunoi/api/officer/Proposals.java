package vn.caunoi.api.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.directory.Absence;
import vn.caunoi.projections.directory.Absences;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.inbox.Inbox;

/**
 * Who could take a case on, the one proposed first: without an interest of their own, then with the least work that is
 * late, then with the least work in hand.
 */
@Component
public class Proposals {

    /**
     * @param tasks open tasks in their hands, {@code late} those of them past due
     * @param away whether they are away today; {@code awayUntil} the last day, null while it is not known
     * @param interest {@code ABOUT_THEM} or {@code SETTLED_BEFORE}; null for none
     * @param proposed whether this is the one to take
     */
    public record Candidate(
            OfficerId officer,
            String name,
            long tasks,
            long late,
            @Nullable String interest,
            boolean away,
            @Nullable LocalDate awayUntil,
            boolean proposed) {

        /** Whether the case can be given to them now. */
        boolean isFree() {
            return interest == null && !away;
        }
    }

    private static final Inbox.Load NONE = new Inbox.Load(0, 0);

    private final Directory directory;
    private final Absences absences;
    private final Inbox inbox;
    private final Interests interests;
    private final MessageSource messages;
    private final Clock clock;

    Proposals(
            Directory directory,
            Absences absences,
            Inbox inbox,
            Interests interests,
            MessageSource messages,
            Clock clock) {
        this.clock = clock;
        this.directory = directory;
        this.absences = absences;
        this.inbox = inbox;
        this.interests = interests;
        this.messages = messages;
    }

    /** Officers of that unit who work on cases. */
    public List<Candidate> of(PetitionId petition, UnitId unit) {
        List<Directory.Officer> officers = directory.officersOf(unit).stream()
                .filter(Directory.Officer::worksOnCases)
                .toList();
        Map<OfficerId, Inbox.Load> held =
                inbox.held(officers.stream().map(Directory.Officer::id).toList());
        Interests.Known known = interests.in(petition);
        Map<OfficerId, Absence> away =
                absences.away(officers.stream().map(Directory.Officer::id).toList(), today());
        List<Candidate> candidates = officers.stream()
                .map(officer ->
                        candidate(officer, held.getOrDefault(officer.id(), NONE), known, away.get(officer.id())))
                .sorted(Comparator.comparing((Candidate one) -> one.interest() != null)
                        .thenComparing(Candidate::away)
                        .thenComparing(Candidate::late)
                        .thenComparing(Candidate::tasks)
                        .thenComparing(Candidate::name))
                .toList();
        return candidates.stream()
                .map(one -> one == candidates.getFirst() && one.isFree() ? chosen(one) : one)
                .toList();
    }

    /** The name with what speaks for or against it. */
    public String words(Candidate one, Locale locale) {
        String why = one.interest() == null
                ? one.away() ? away(one, locale) : say("proposal.load", locale, one.tasks(), one.late())
                : say("proposal." + one.interest(), locale);
        return one.name() + " · " + why + (one.proposed() ? " · " + say("proposal.chosen", locale) : "");
    }

    private String away(Candidate one, Locale locale) {
        LocalDate until = one.awayUntil();
        return until == null
                ? say("proposal.away", locale)
                : say(
                        "proposal.away.until",
                        locale,
                        "%02d/%02d".formatted(until.getDayOfMonth(), until.getMonthValue()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    private static Candidate candidate(
            Directory.Officer officer, Inbox.Load load, Interests.Known known, @Nullable Absence away) {
        Interests.Interest interest = known.of(officer.id());
        return new Candidate(
                officer.id(),
                officer.name(),
                load.open(),
                load.overdue(),
                interest == null ? null : interest.name(),
                away != null,
                away == null ? null : away.until(),
                false);
    }

    private static Candidate chosen(Candidate one) {
        return new Candidate(one.officer(), one.name(), one.tasks(), one.late(), null, false, null, true);
    }
}
