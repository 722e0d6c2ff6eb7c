package vn.caunoi.core.reception;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.TellsStream;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.SittingCommand.*;
import vn.caunoi.core.reception.SittingEvent.*;

/** A day on which a leader receives citizens: planned, and what became of it. */
@TellsStream("sitting")
@Aggregate
class Sitting {

    private static final int FIRST_YEAR = 1945;
    private static final int LAST_YEAR = 2200;

    private static final Set<Role> MAY = Set.of(Role.CLERK, Role.HEAD);

    @AggregateIdentifier
    private @Nullable SittingId id;

    private @Nullable UnitId unit;
    private @Nullable OfficerId leader;
    private LocalDate day = LocalDate.EPOCH;
    private boolean unscheduled;
    private boolean settled;
    private boolean cancelled;

    Sitting() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(PlanSitting order, WorkingCalendar calendar) {
        if (id != null) return;
        mustBeAllowed(order.unit(), order.by());
        if (!order.from().isBefore(order.to())) {
            throw Refusal.because(Reason.INVALID_INPUT, "to", "too-early", "lies before the beginning");
        }
        mustBeUsual(order.day());
        boolean fixed = order.unscheduled() != null;
        apply(new SittingPlanned(
                order.sitting(),
                order.unit(),
                order.leader(),
                order.office(),
                order.day(),
                RotaDay.of(order.day(), fixed, calendar),
                order.from(),
                order.to(),
                order.room(),
                order.online(),
                order.unscheduled()));
    }

    private static void mustBeUsual(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)
            throw Refusal.because(
                    Reason.INVALID_INPUT,
                    "day",
                    "out-of-bounds",
                    "is between the years " + FIRST_YEAR + " and " + LAST_YEAR);
    }

    @CommandHandler
    void decide(MoveSitting order, WorkingCalendar calendar) {
        mustStand(order);
        refuseIf(settled, Reason.SITTING_SETTLED);
        mustBeUsual(order.day());
        LocalDate to = RotaDay.of(order.day(), unscheduled, calendar);
        refuseIf(to.equals(day), Reason.NOTHING_TO_CORRECT);
        apply(new SittingMoved(order.sitting(), order.day(), to, order.reason()));
    }

    @CommandHandler
    void decide(HoldSitting order, Clock clock) {
        mustHaveCome(order, clock);
        OfficerId delegate = order.delegate();
        if (delegate == null || delegate.equals(leader)) {
            apply(new SittingHeld(order.sitting(), order.online()));
            return;
        }
        if (order.reason() == null) throw Refusal.because(Reason.INVALID_INPUT, "reason", "required", "is required");
        apply(new SittingDelegated(order.sitting(), delegate, order.reason(), order.online()));
    }

    @CommandHandler
    void decide(MissSitting order, Clock clock) {
        mustHaveCome(order, clock);
        apply(new SittingMissed(order.sitting(), order.reason()));
    }

    @CommandHandler
    void decide(CancelSitting order) {
        mustStand(order);
        refuseIf(settled, Reason.SITTING_SETTLED);
        apply(new SittingCancelled(order.sitting(), order.reason()));
    }

    private void mustHaveCome(SittingCommand order, Clock clock) {
        mustStand(order);
        refuseIf(DueDate.dayOf(clock.instant()).isBefore(day), Reason.IN_THE_FUTURE);
    }

    private void mustStand(SittingCommand order) {
        mustBeAllowed(unit, order.by());
        refuseIf(cancelled, Reason.SITTING_SETTLED);
    }

    private static void mustBeAllowed(@Nullable UnitId of, Actor by) {
        boolean may = of != null && by.covers(of) && by.roles().stream().anyMatch(MAY::contains);
        refuseIf(!may, Reason.NOT_ALLOWED);
    }

    private static void refuseIf(boolean broken, Reason reason) {
        if (broken) throw Refusal.because(reason);
    }

    @EventSourcingHandler
    void evolve(SittingEvent event) {
        switch (event) {
            case SittingPlanned e -> {
                id = e.sitting();
                unit = e.unit();
                leader = e.leader();
                day = e.day();
                unscheduled = e.unscheduled() != null;
            }
            case SittingMoved e -> day = e.day();
            case SittingHeld e -> settled = true;
            case SittingDelegated e -> settled = true;
            case SittingMissed e -> settled = true;
            case SittingCancelled e -> cancelled = true;
        }
    }
}
