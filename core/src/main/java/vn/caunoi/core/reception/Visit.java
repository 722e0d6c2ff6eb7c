package vn.caunoi.core.reception;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.Counted;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.TellsStream;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.VisitCommand.*;
import vn.caunoi.core.reception.VisitEvent.*;

/** A visit or call: how it ended, and what is still owed to the visitor. */
@TellsStream("visit")
@Aggregate
class Visit {

    private static final Set<Role> RECEPTION = Set.of(Role.CLERK, Role.OFFICER, Role.HEAD);

    @AggregateIdentifier
    private @Nullable VisitId id;

    @Nullable UnitId unit;

    @Nullable OfficerId receiver;

    @Nullable Heard heard;

    boolean ended;

    @Nullable Instant promised;

    @Nullable Instant resultDue;

    private @Nullable PetitionId petition;
    boolean callBackOwed;
    private boolean called;
    private @Nullable OfficerId caller;
    private @Nullable VisitId first;
    private final Set<Integer> papersHere = new TreeSet<>();
    final VisitPeople people = new VisitPeople();

    Visit() {}

    /** Recording the same visit again changes nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordVisit order, Clock clock, WorkingCalendar calendar) {
        if (id != null) return;
        mustBeReception(order.unit(), order.by());
        new VisitCheck(order.heard(), order.crowd()).check(clock.instant(), order.callBack());
        Heard heard = order.heard();
        boolean crowd = order.crowd().isCrowd(heard.people());
        apply(new VisitRecorded(
                order.visit(), order.unit(), heard, crowd, order.by().id(), order.sitting()));
        setResultDue(order.visit(), DueDate.dayOf(heard.occurred()), order.tell(), calendar);
        if (order.callBack() != null) apply(new CallBackPromised(order.visit(), order.callBack()));
    }

    @CommandHandler
    void decide(CorrectVisit order, Clock clock, WorkingCalendar calendar) {
        mustBeReception(unit, order.by());
        new VisitCorrection(this).check(order, clock.instant());
        Heard before = Objects.requireNonNull(heard);
        Heard after = order.heard();
        apply(new VisitCorrected(order.visit(), after, order.crowd().isCrowd(after.people()), order.reason()));
        LocalDate day = DueDate.dayOf(after.occurred());
        boolean sameDay = day.equals(DueDate.dayOf(before.occurred()));
        if (resultDue != null && !sameDay) setResultDue(order.visit(), day, order.tell(), calendar);
    }

    @CommandHandler
    void decide(EraseVisitData order, Clock clock) {
        apply(new VisitErasure(this, clock).of(order));
    }

    @CommandHandler
    void decide(JoinVisit order) {
        mustBeReception(unit, order.by());
        refuseIf(order.first().equals(order.visit()), Reason.CANNOT_LINK_TO_ITSELF);
        refuseIf(order.first().equals(first), Reason.ALREADY_LINKED);
        apply(new VisitJoined(order.visit(), order.first()));
    }

    @CommandHandler
    void decide(PartVisit order) {
        mustBeReception(unit, order.by());
        if (first == null) throw Refusal.because(Reason.NOTHING_TO_CORRECT);
        apply(new VisitParted(order.visit(), first));
    }

    private static void setResultDue(VisitId visit, LocalDate from, DeadlineRule rule, WorkingCalendar calendar) {
        Counted counted = DueDate.count(calendar, from, rule);
        apply(new ResultDueSet(
                visit,
                from,
                rule.limit(),
                rule.roll(),
                counted.due(),
                rule.id(),
                rule.version(),
                calendar.version(),
                rule.source(),
                rule.confidence(),
                counted.explanation()));
    }

    @CommandHandler
    void decide(AnswerVisit order) {
        mustBeOpen(order);
        apply(new VisitAnswered(order.visit(), order.answer()));
    }

    @CommandHandler
    void decide(TurnAway order) {
        mustBeOpen(order);
        apply(new VisitorTurnedAway(order.visit(), order.ground(), order.reason()));
    }

    /** An answer was promised, and it turns out that a petition is needed: that ends the promise. */
    @CommandHandler
    void decide(TakeAsPetition order) {
        mustBeReception(unit, order.by());
        if (order.petition().equals(petition)) return;
        refuseIf(ended && promised == null, Reason.VISIT_ENDED);
        apply(new VisitBecamePetition(order.visit(), order.petition(), order.code()));
    }

    @CommandHandler
    void decide(PromiseAnswer order, Clock clock) {
        mustBeOpen(order);
        Instant until = DueDate.endOf(order.until());
        if (until.isBefore(clock.instant())) {
            throw Refusal.because(Reason.INVALID_INPUT, "until", "too-early", "lies in the past");
        }
        VisitCheck.mustNotBeFarAhead("until", until, clock.instant());
        apply(new AnswerPromised(order.visit(), order.by().id(), until, order.what()));
    }

    @CommandHandler
    void decide(GivePromisedAnswer order, Clock clock) {
        mustBeReception(unit, order.by());
        if (promised == null) throw Refusal.because(Reason.NOTHING_PROMISED);
        apply(new PromiseKept(order.visit(), order.answer(), !clock.instant().isAfter(promised)));
    }

    @CommandHandler
    void decide(CallBack order, Clock clock) {
        mustBeReception(unit, order.by());
        refuseIf(!callBackOwed, Reason.NOTHING_PROMISED);
        Instant again = order.reached() ? null : order.again();
        if (again != null && !again.isAfter(clock.instant())) {
            throw Refusal.because(Reason.INVALID_INPUT, "again", "too-early", "lies in the past");
        }
        if (again != null) VisitCheck.mustNotBeFarAhead("again", again, clock.instant());
        apply(new CalledBack(order.visit(), order.reached(), order.note()));
        if (again != null) apply(new CallBackPutOff(order.visit(), again));
    }

    @CommandHandler
    void decide(TakeCallBack order) {
        mustBeReception(unit, order.by());
        refuseIf(!callBackOwed, Reason.NOTHING_PROMISED);
        if (!order.by().id().equals(caller))
            apply(new CallBackTaken(order.visit(), order.by().id()));
    }

    @CommandHandler
    void decide(GiveUpCallBack order) {
        mustBeReception(unit, order.by());
        refuseIf(!callBackOwed, Reason.NOTHING_PROMISED);
        refuseIf(!called, Reason.NOT_CALLED_YET);
        apply(new CallBackGivenUp(order.visit(), order.reason()));
    }

    @CommandHandler
    void decide(TellResult order, Clock clock) {
        mustBeReception(unit, order.by());
        if (resultDue == null) throw Refusal.because(Reason.RESULT_ALREADY_TOLD);
        refuseIf(!ended, Reason.VISIT_NOT_ENDED);
        boolean onTime = !clock.instant().isAfter(resultDue);
        apply(new ResultTold(order.visit(), order.result(), order.how(), onTime));
    }

    @CommandHandler
    void decide(ReturnPapers order) {
        mustBeReception(unit, order.by());
        if (order.papers().isEmpty() || !papersHere.containsAll(order.papers())) {
            throw Refusal.because(Reason.INVALID_INPUT, "papers", "unknown", "are not all here");
        }
        apply(new PapersReturned(order.visit(), order.papers()));
    }

    @CommandHandler
    void decide(KeepSignedStatement order) {
        mustBeReception(unit, order.by());
        refuseIf(people.matterErased(), Reason.DATA_ERASED);
        apply(new StatementSigned(order.visit(), order.file()));
    }

    @CommandHandler
    void decide(Remark order) {
        mustBeReception(unit, order.by());
        refuseIf(people.matterErased(), Reason.DATA_ERASED);
        apply(new Remarked(order.visit(), order.text()));
    }

    private void mustBeOpen(VisitCommand order) {
        mustBeReception(unit, order.by());
        refuseIf(ended, Reason.VISIT_ENDED);
    }

    private static void mustBeReception(@Nullable UnitId of, Actor by) {
        boolean may = of != null && by.covers(of) && by.roles().stream().anyMatch(RECEPTION::contains);
        refuseIf(!may, Reason.NOT_ALLOWED);
    }

    static void refuseIf(boolean broken, Reason reason) {
        if (broken) throw Refusal.because(reason);
    }

    @EventSourcingHandler
    void evolve(VisitEvent event) {
        switch (event) {
            case VisitRecorded e -> recorded(e);
            case ResultDueSet e -> resultDue = e.due();
            case CallBackPromised e -> callBackOwed = true;
            case CalledBack e -> {
                called = true;
                callBackOwed = !e.reached();
            }
            case CallBackTaken e -> caller = e.by();
            case CallBackPutOff e -> callBackOwed = true;
            case CallBackGivenUp e -> callBackOwed = false;
            case VisitCorrected e -> heard(e.heard());
            case VisitDataErased e -> people.erased(e);
            case VisitJoined e -> first = e.first();
            case VisitParted e -> first = null;
            case VisitAnswered e -> endedAndTold();
            case VisitorTurnedAway e -> endedAndTold();
            case VisitBecamePetition e -> {
                ended = true;
                promised = null;
                petition = e.petition();
            }
            case AnswerPromised e -> {
                ended = true;
                promised = e.until();
            }
            case PromiseKept e -> endedAndTold();
            case ResultTold e -> resultDue = null;
            case PapersReturned e -> papersHere.removeAll(e.papers());
            case StatementSigned e -> {}
            case Remarked e -> {}
        }
    }

    private void recorded(VisitRecorded event) {
        id = event.visit();
        unit = event.unit();
        receiver = event.by();
        heard(event.heard());
        event.heard().papers().forEach(paper -> papersHere.add(paper.no()));
    }

    private void heard(Heard told) {
        heard = told;
        people.named(told.visitors());
    }

    private void endedAndTold() {
        ended = true;
        promised = null;
        resultDue = null;
    }
}
