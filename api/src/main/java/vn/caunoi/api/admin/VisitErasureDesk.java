package vn.caunoi.api.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import vn.caunoi.api.admin.ErasureDesk.Somebody;
import vn.caunoi.api.file.FileUpkeep;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.api.reception.ReceptionWork;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.ReceptionRule;
import vn.caunoi.core.reception.ReceptionRules;
import vn.caunoi.core.reception.VisitCommand.EraseVisitData;
import vn.caunoi.core.reception.VisitEvent;
import vn.caunoi.core.reception.VisitEvent.VisitCorrected;
import vn.caunoi.core.reception.VisitEvent.VisitDataErased;
import vn.caunoi.core.reception.VisitEvent.VisitRecorded;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.reception.VisitRecord;
import vn.caunoi.projections.reception.Visits;

/**
 * Erases the data of those who came to a reception (Law 91/2025/QH15 Đ14). For administrators, who see no visit: they are
 * shown what they need to tell whom it is about, and no more.
 */
@Component
public class VisitErasureDesk {

    /**
     * What would be erased.
     *
     * @param year of the book, and {@code no} in it
     * @param owed whether something is still to be done: its end, an answer, a call-back, telling the result
     * @param caseOpen whether the petition that came of it is open
     * @param keptUntil last day it must be kept; that of the petition that came of it, if that is later
     * @param kept whether that day has not passed
     * @param matterErased whether what was said is gone already
     */
    public record Outlook(
            VisitId visit,
            UnitId unit,
            int year,
            long no,
            LocalDate happenedOn,
            boolean owed,
            boolean caseOpen,
            LocalDate keptUntil,
            boolean kept,
            List<Somebody> persons,
            boolean matterErased) {}

    private static final int LONGEST_REASON = 2_000;
    private static final int FOR_GOOD_YEARS = 5_000;

    private final Visits visits;
    private final VisitRecord record;
    private final ReceptionWork work;
    private final ReceptionRules rules;
    private final ErasureDesk cases;
    private final FileUpkeep files;
    private final ReadingLog readings;
    private final Clock clock;

    VisitErasureDesk(
            Visits visits,
            VisitRecord record,
            ReceptionWork work,
            ReceptionRules rules,
            ErasureDesk cases,
            FileUpkeep files,
            ReadingLog readings,
            Clock clock) {
        this.visits = visits;
        this.record = record;
        this.work = work;
        this.rules = rules;
        this.cases = cases;
        this.files = files;
        this.readings = readings;
        this.clock = clock;
    }

    /** The visit with a number in the book of a unit. */
    public VisitId numbered(UnitId unit, int year, long no, Actor by) {
        mustBeAdministrator(by);
        if (!by.covers(unit)) throw new NotFound();
        return visits.find(unit, year, no, Visibility.everything())
                .map(Visits.Entry::id)
                .orElseThrow(NotFound::new);
    }

    public Outlook look(String id, Actor by) {
        Visits.Entry visit = find(id, by);
        readings.note(visit.id(), by, Reading.What.ERASURE);
        LocalDate keptUntil = keptUntil(visit);
        Told told = told(visit.id());
        LocalDate happenedOn = DueDate.dayOf(visit.happened());
        return new Outlook(
                visit.id(),
                visit.unit(),
                happenedOn.getYear(),
                visit.no(),
                happenedOn,
                isOwed(visit),
                isCaseOpen(visit),
                keptUntil,
                !today().isAfter(keptUntil),
                told.somebodies(visit.sealed()),
                told.matterErased);
    }

    /**
     * @param person null: everybody, with all that was said and the signed statement
     * @param early although the visit must still be kept
     */
    public void erase(String id, @Nullable String person, @Nullable String reason, boolean early, Actor by) {
        Visits.Entry visit = find(id, by);
        Input input = new Input();
        String whom = input.optional("person", person, 100);
        String why = input.required("reason", reason, LONGEST_REASON);
        input.mustBeValid();
        if (isCaseOpen(visit)) throw Refusal.because(Reason.NOT_CLOSED);
        PersonId one = whom == null ? null : new PersonId(whom);
        work.send(new EraseVisitData(visit.id(), one, why, early, keptUntil(visit), by), id, by);
        files.tidy();
    }

    private Visits.Entry find(String id, Actor by) {
        mustBeAdministrator(by);
        if (id.isBlank() || id.indexOf('\0') >= 0) throw new NotFound();
        return visits.find(new VisitId(id), Visibility.everything())
                .filter(visit -> by.covers(visit.unit()))
                .orElseThrow(NotFound::new);
    }

    private static void mustBeAdministrator(Actor by) {
        if (!by.is(Role.ADMIN)) throw new AccessDeniedException("administrators only");
    }

    private static boolean isOwed(Visits.Entry visit) {
        boolean called = visit.callBack() == null || visit.called() != null || visit.givenUp() != null;
        return visit.ending() == null || visit.told() == null || !called;
    }

    private boolean isCaseOpen(Visits.Entry visit) {
        return visit.petition() != null && cases.isOpen(visit.petition());
    }

    private LocalDate keptUntil(Visits.Entry visit) {
        LocalDate happenedOn = DueDate.dayOf(visit.happened());
        ReceptionRule rule = rules.find("kept", "visit", happenedOn);
        LocalDate own = happenedOn.plusYears(rule == null ? FOR_GOOD_YEARS : rule.amount());
        LocalDate ofCase = visit.petition() == null ? null : cases.keptUntil(visit.petition());
        return ofCase != null && ofCase.isAfter(own) ? ofCase : own;
    }

    private LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }

    private Told told(VisitId visit) {
        Told told = new Told();
        for (Happened<VisitEvent> happened : record.of(visit)) {
            switch (happened.event()) {
                case VisitRecorded e -> told.name(e.heard().visitors());
                case VisitCorrected e -> told.name(e.heard().visitors());
                case VisitDataErased e -> told.erase(e);
                default -> {}
            }
        }
        return told;
    }

    /** Everybody who was ever named, as they were named last. */
    private static final class Told {
        private final Map<PersonId, Person> persons = new LinkedHashMap<>();
        private final Set<PersonId> erased = new LinkedHashSet<>();
        private boolean matterErased;

        void name(List<Person> people) {
            people.forEach(person -> persons.put(person.id(), person));
        }

        void erase(VisitDataErased event) {
            erased.addAll(event.persons());
            matterErased |= event.matter();
        }

        List<Somebody> somebodies(boolean hidden) {
            return persons.values().stream()
                    .map(person -> Somebody.of(person, hidden, erased.contains(person.id())))
                    .toList();
        }
    }
}
