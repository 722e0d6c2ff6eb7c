package vn.caunoi.api.reception;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.officer.Secrets;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.Heard;
import vn.caunoi.core.reception.ReceptionRules;
import vn.caunoi.core.reception.SittingId;
import vn.caunoi.core.reception.VisitCommand.KeepSignedStatement;
import vn.caunoi.core.reception.VisitCommand.RecordVisit;
import vn.caunoi.core.reception.VisitCommand.TakeAsPetition;
import vn.caunoi.core.reception.VisitEvent;
import vn.caunoi.core.reception.VisitEvent.VisitCorrected;
import vn.caunoi.core.reception.VisitEvent.VisitRecorded;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.reception.VisitRecord;
import vn.caunoi.projections.reception.Visits;
import vn.caunoi.projections.rota.Rota;

/** Takes visits and calls into the reception book, and finds those that somebody may see. */
@Component
public class ReceptionDesk {

    private static final Set<Role> MAY = Set.of(Role.CLERK, Role.OFFICER, Role.HEAD);

    private final ReceptionWork work;
    private final Visits visits;
    private final Rota rota;
    private final VisitRecord record;
    private final ReadingLog readings;
    private final Secrets secrets;
    private final Rules rules;
    private final ReceptionRules reception;
    private final FileDesk files;
    private final Clock clock;

    ReceptionDesk(
            ReceptionWork work,
            Visits visits,
            Rota rota,
            VisitRecord record,
            ReadingLog readings,
            Secrets secrets,
            Rules rules,
            ReceptionRules reception,
            FileDesk files,
            Clock clock) {
        this.work = work;
        this.visits = visits;
        this.rota = rota;
        this.record = record;
        this.readings = readings;
        this.secrets = secrets;
        this.rules = rules;
        this.reception = reception;
        this.files = files;
        this.clock = clock;
    }

    /** Whether somebody belongs to a reception at all. */
    public static boolean receives(Actor actor) {
        return actor.roles().stream().anyMatch(MAY::contains);
    }

    /** @param seed repeated with the same seed, it is the same visit, recorded once */
    public VisitId record(VisitInput given, Actor by, String seed) {
        if (!receives(by)) throw Refusal.because(Reason.NOT_ALLOWED);
        VisitId visit = new VisitId(secrets.id(seed, "visit"));
        Input input = new Input();
        Instant now = clock.instant();
        UnitId unit = unit(given.unit(), by, input);
        Heard heard = new VisitForms(input, now, visit, i -> secrets.id(seed, "visitor " + i)).heard(given);
        SittingId sitting = sitting(given.sitting(), unit, by, input);
        input.mustBeValid();
        DeadlineRule tell = rules.ruleFor(RuleQuestion.of(
                heard.matter() == null ? null : heard.matter().name(), "tell_visitor", DueDate.dayOf(now)));
        work.send(
                new RecordVisit(
                        visit,
                        unit,
                        heard,
                        reception.crowdOn(DueDate.dayOf(heard.occurred())),
                        given.callBack(),
                        tell,
                        sitting,
                        by),
                visit.value(),
                by);
        return visit;
    }

    private @Nullable SittingId sitting(@Nullable String given, UnitId unit, Actor by, Input input) {
        String id = input.optional("sitting", given, VisitForms.SHORT);
        if (id == null) return null;
        SittingId sitting = new SittingId(id);
        boolean known = rota.find(sitting, Visibility.of(by))
                .filter(day -> day.unit().equals(unit))
                .isPresent();
        if (!known) input.wrong("sitting", "unknown", "is no reception day of that unit");
        return sitting;
    }

    private static UnitId unit(@Nullable String given, Actor by, Input input) {
        String name = input.optional("unit", given, VisitForms.SHORT);
        if (name == null) return by.unit();
        UnitId unit = new UnitId(name);
        if (!by.covers(unit)) input.wrong("unit", "not-covered", "is not a unit of yours");
        return unit;
    }

    /** A visit that the actor may see; whoever may not is told that there is none. */
    public Visits.Entry find(String id, Actor actor) {
        if (id.isBlank() || id.indexOf('\0') >= 0) throw new NotFound();
        return visits.find(new VisitId(id), Visibility.of(actor)).orElseThrow(NotFound::new);
    }

    /** The same for somebody who reads it, which is written down. */
    public Visits.Entry look(String id, Reading.What what, Actor actor) {
        Visits.Entry entry = find(id, actor);
        readings.note(entry.id(), actor, what);
        return entry;
    }

    /**
     * What was said, word for word, from the record, as it was corrected last: of a visit about a denunciation only for
     * who received it, and never for an inspector's list. The look is written down first.
     */
    public VisitRecorded statement(String id, Actor actor) {
        Visits.Entry entry = open(id, actor);
        readings.noteFirst(entry.id(), actor, Reading.What.STATEMENT);
        VisitRecorded first = null;
        Heard heard = null;
        boolean crowd = false;
        for (Happened<VisitEvent> happened : record.of(entry.id())) {
            if (happened.event() instanceof VisitRecorded e) {
                first = e;
                heard = e.heard();
                crowd = e.crowd();
            }
            if (happened.event() instanceof VisitCorrected e) {
                heard = e.heard();
                crowd = e.crowd();
            }
        }
        if (first == null || heard == null) throw new NotFound();
        return new VisitRecorded(first.visit(), first.unit(), heard, crowd, first.by(), first.sitting());
    }

    /** A visit whose words the actor may read. */
    Visits.Entry open(String id, Actor actor) {
        Visits.Entry entry = find(id, actor);
        if (entry.sealed() && !entry.receiver().equals(actor.id())) throw new NotFound();
        return entry;
    }

    /** The petition that was handed in is what the visit ended as. */
    public void becamePetition(String id, PetitionId petition, String code, Actor by) {
        Visits.Entry entry = find(id, by);
        work.send(new TakeAsPetition(entry.id(), petition, code, by), id, by);
    }

    /** The signed statement comes to the visit with the event that names it: both or neither. */
    public void signed(String id, String file, Actor by) {
        Visits.Entry entry = find(id, by);
        work.sendAfter(() -> files.attach(file, entry.id(), by), new KeepSignedStatement(entry.id(), file, by), id, by);
    }

    /** The signed statement, if there is one the actor may open. */
    public Optional<FileDesk.Uploaded> signedOf(Visits.Entry entry, Actor actor) {
        if (entry.file() == null || entry.sealed() && !entry.receiver().equals(actor.id())) return Optional.empty();
        return Optional.of(files.find(entry.file(), actor));
    }
}
