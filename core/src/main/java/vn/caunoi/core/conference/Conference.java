package vn.caunoi.core.conference;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.conference.ConferenceCommand.*;
import vn.caunoi.core.conference.ConferenceEvent.*;
import vn.caunoi.core.deadline.Counted;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.TellsStream;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.ReceptionRule;

/** A dialogue conference: announced, held, what was raised at it, its result published. */
@TellsStream("conference")
@Aggregate
class Conference {

    private static final Set<Role> MAY = Set.of(Role.CLERK, Role.OFFICER, Role.HEAD);

    @AggregateIdentifier
    private @Nullable ConferenceId id;

    private @Nullable UnitId unit;
    private LocalDate day = LocalDate.EPOCH;
    private boolean held;
    private boolean cancelled;
    private boolean published;
    private LocalDate resultBy = LocalDate.EPOCH;
    private int matters;
    private final Set<Integer> petitions = new HashSet<>();

    Conference() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(PlanConference order) {
        if (id != null) return;
        mustBeAllowed(order.unit(), order.by());
        apply(new ConferencePlanned(
                order.conference(),
                order.unit(),
                order.subject(),
                order.occasion(),
                order.day(),
                order.begins(),
                order.place(),
                order.online()));
    }

    @CommandHandler
    void decide(MoveConference order) {
        mustBeAhead(order);
        refuseIf(order.day().equals(day), Reason.NOTHING_TO_CORRECT);
        apply(new ConferenceMoved(order.conference(), order.day(), order.reason()));
    }

    @CommandHandler
    void decide(Announce order, Clock clock) {
        mustBeAhead(order);
        mustNotBeAhead(order.on(), clock);
        boolean inTime = !order.on().plusDays(order.rule().amount()).isAfter(day);
        apply(new ConferenceAnnounced(
                order.conference(),
                order.on(),
                order.where(),
                inTime,
                order.rule().id()));
    }

    @CommandHandler
    void decide(HoldConference order, Clock clock, WorkingCalendar calendar) {
        mustBeAhead(order);
        mustNotBeAhead(day, clock);
        if (order.participants() < 1)
            throw Refusal.because(Reason.INVALID_INPUT, "participants", "too-small", "are at least one");
        apply(new ConferenceHeld(
                order.conference(), order.chair(), order.participants(), order.invited(), order.minutes()));
        setResultDue(order.conference(), order.rule(), calendar);
    }

    private void setResultDue(ConferenceId conference, ReceptionRule rule, WorkingCalendar calendar) {
        Limit limit = Limit.calendarDays(rule.amount());
        Counted counted = DueDate.count(calendar, day, limit, true);
        apply(new ConferenceResultDueSet(
                conference,
                day,
                limit,
                counted.due(),
                rule.id(),
                calendar.version(),
                rule.source(),
                rule.confidence(),
                counted.explanation()));
    }

    @CommandHandler
    void decide(RaiseMatter order) {
        mustBeHeld(order);
        apply(new MatterRaised(order.conference(), matters + 1, order.speaker(), order.matter(), order.answer()));
    }

    @CommandHandler
    void decide(TakeMatterAsPetition order) {
        mustBeHeld(order);
        if (order.no() < 1 || order.no() > matters || petitions.contains(order.no()))
            throw Refusal.because(Reason.INVALID_INPUT, "no", "unknown", "is no matter without a petition");
        apply(new MatterBecamePetition(order.conference(), order.no(), order.petition(), order.code()));
    }

    @CommandHandler
    void decide(PublishResult order, Clock clock) {
        mustBeHeld(order);
        refuseIf(published, Reason.ALREADY_PUBLISHED);
        mustNotBeAhead(order.on(), clock);
        if (order.on().isBefore(day))
            throw Refusal.because(Reason.INVALID_INPUT, "on", "too-early", "lies before the conference");
        boolean inTime = !order.on().isAfter(resultBy);
        apply(new ConferenceResultPublished(order.conference(), order.on(), order.where(), order.text(), inTime));
    }

    @CommandHandler
    void decide(CancelConference order) {
        mustBeAhead(order);
        apply(new ConferenceCancelled(order.conference(), order.reason()));
    }

    private void mustBeAhead(ConferenceCommand order) {
        mustBeAllowed(unit, order.by());
        refuseIf(held || cancelled, Reason.CONFERENCE_OVER);
    }

    private void mustBeHeld(ConferenceCommand order) {
        mustBeAllowed(unit, order.by());
        refuseIf(!held, Reason.CONFERENCE_NOT_HELD);
    }

    private static void mustNotBeAhead(LocalDate day, Clock clock) {
        refuseIf(day.isAfter(DueDate.dayOf(clock.instant())), Reason.IN_THE_FUTURE);
    }

    private static void mustBeAllowed(@Nullable UnitId of, Actor by) {
        boolean may = of != null && by.covers(of) && by.roles().stream().anyMatch(MAY::contains);
        refuseIf(!may, Reason.NOT_ALLOWED);
    }

    private static void refuseIf(boolean broken, Reason reason) {
        if (broken) throw Refusal.because(reason);
    }

    @EventSourcingHandler
    void evolve(ConferenceEvent event) {
        switch (event) {
            case ConferencePlanned e -> {
                id = e.conference();
                unit = e.unit();
                day = e.day();
            }
            case ConferenceMoved e -> day = e.day();
            case ConferenceAnnounced e -> {}
            case ConferenceHeld e -> held = true;
            case ConferenceResultDueSet e -> resultBy = DueDate.dayOf(e.due());
            case MatterRaised e -> matters = e.no();
            case MatterBecamePetition e -> petitions.add(e.no());
            case ConferenceResultPublished e -> published = true;
            case ConferenceCancelled e -> cancelled = true;
        }
    }
}
