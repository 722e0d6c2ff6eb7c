package vn.caunoi.api.reception;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.idempotency.Seed;
import vn.caunoi.api.officer.Secrets;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.Heard;
import vn.caunoi.core.reception.ReceptionRules;
import vn.caunoi.core.reception.VisitCommand.CorrectVisit;
import vn.caunoi.core.reception.VisitEvent;
import vn.caunoi.core.reception.VisitEvent.VisitCorrected;
import vn.caunoi.core.reception.VisitEvent.VisitRecorded;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.reception.VisitRecord;
import vn.caunoi.projections.reception.Visits;

/** Corrects what was entered wrongly of a visit, and tells what was corrected: old and new stay in its history. */
@Component
public class CorrectionDesk {

    /** @param reason null, as is what changed, where the reader may not read what was said */
    public record Corrected(
            Instant at, @Nullable String by, @Nullable String reason, List<VisitChanges.Change> changes) {}

    private final ReceptionDesk desk;
    private final ReceptionWork work;
    private final VisitRecord record;
    private final Secrets secrets;
    private final Rules rules;
    private final ReceptionRules reception;
    private final Clock clock;

    CorrectionDesk(
            ReceptionDesk desk,
            ReceptionWork work,
            VisitRecord record,
            Secrets secrets,
            Rules rules,
            ReceptionRules reception,
            Clock clock) {
        this.desk = desk;
        this.work = work;
        this.record = record;
        this.secrets = secrets;
        this.rules = rules;
        this.reception = reception;
        this.clock = clock;
    }

    /** @param given all of it as it should read; papers, unit, call-back and reception day stay as they are */
    public void correct(String id, VisitInput given, @Nullable String reason, Actor by) {
        if (!ReceptionDesk.receives(by)) throw Refusal.because(Reason.NOT_ALLOWED);
        Heard before = desk.statement(id, by).heard();
        VisitId visit = new VisitId(id);
        Input input = new Input();
        SamePeople people = new SamePeople(before.visitors(), given.visitors());
        String seed = Seed.fresh();
        Heard told = new VisitForms(
                        input,
                        clock.instant(),
                        visit,
                        i -> Objects.requireNonNullElseGet(people.idOf(i), () -> secrets.id(seed, "visitor " + i)))
                .heard(dated(given, before));
        String why = input.required("reason", reason, VisitForms.LONG);
        input.mustBeValid();
        Heard after = new Heard(
                told.way(),
                told.occurred(),
                told.identity(),
                told.visitors(),
                told.people(),
                told.matter(),
                told.subject(),
                told.statement(),
                told.settledBy(),
                before.papers(),
                told.urgent());
        work.send(
                new CorrectVisit(
                        visit,
                        after,
                        reception.crowdOn(DueDate.dayOf(after.occurred())),
                        tell(after),
                        Sealed.of(visit.key(), why),
                        by),
                id,
                by);
    }

    /** Left out, the moment stays; otherwise it would become now. */
    private static VisitInput dated(VisitInput given, Heard before) {
        return given.occurred() == null ? given.at(before.occurred()) : given;
    }

    private DeadlineRule tell(Heard heard) {
        String matter = heard.matter() == null ? null : heard.matter().name();
        return rules.ruleFor(RuleQuestion.of(matter, "tell_visitor", DueDate.dayOf(clock.instant())));
    }

    /** The last first. */
    public List<Corrected> corrections(Visits.Entry visit, Actor actor) {
        boolean reads = !visit.sealed() || visit.receiver().equals(actor.id());
        List<Corrected> all = new ArrayList<>();
        Heard was = null;
        for (Happened<VisitEvent> happened : record.of(visit.id())) {
            if (happened.event() instanceof VisitRecorded e) was = e.heard();
            if (!(happened.event() instanceof VisitCorrected e) || was == null) continue;
            List<VisitChanges.Change> changes = reads ? VisitChanges.between(was, e.heard()) : List.of();
            String reason = reads ? e.reason().clear() : null;
            all.addFirst(new Corrected(happened.at(), happened.by(), reason, changes));
            was = e.heard();
        }
        return all;
    }
}
