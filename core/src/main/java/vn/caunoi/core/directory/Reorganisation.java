package vn.caunoi.core.directory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.ReorganisationCommand.*;
import vn.caunoi.core.directory.ReorganisationEvent.*;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

/** A reorganisation of units that takes effect on a day. */
@Aggregate
class Reorganisation {

    private enum State {
        PLANNED,
        WITHDRAWN,
        BEGUN,
        COMPLETED
    }

    @AggregateIdentifier
    private @Nullable ReorganisationId id;

    private State state = State.PLANNED;
    private @Nullable ReorganisationPlanned plan;

    Reorganisation() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(PlanReorganisation order, Clock clock) {
        mustBeAdministrator(order.by());
        if (id != null) mustBePlanned();
        PlannedChanges.check(order.changes());
        if (order.on().isBefore(DueDate.dayOf(clock.instant()))) {
            throw Refusal.because(Reason.INVALID_INPUT, "on", "too-early", "must not lie in the past");
        }
        var now = new ReorganisationPlanned(
                order.reorganisation(), order.title(), order.basis(), order.on(), List.copyOf(order.changes()));
        if (id == null) apply(now);
        else if (!now.equals(plan)) {
            apply(new ReorganisationAltered(id, now.title(), now.basis(), now.on(), now.changes()));
        }
    }

    @CommandHandler
    void decide(WithdrawReorganisation order) {
        mustBeAdministrator(order.by());
        if (state == State.WITHDRAWN) return;
        mustBePlanned();
        apply(new ReorganisationWithdrawn(order.reorganisation(), order.reason()));
    }

    @CommandHandler
    void decide(BeginReorganisation order, Clock clock) {
        boolean due = plan != null && !plan.on().isAfter(DueDate.dayOf(clock.instant()));
        if (state == State.PLANNED && due) apply(new ReorganisationBegun(order.reorganisation()));
    }

    @CommandHandler
    void decide(CompleteReorganisation order) {
        if (state == State.BEGUN) apply(new ReorganisationCompleted(order.reorganisation(), order.cases()));
    }

    private static void mustBeAdministrator(Actor by) {
        if (!by.is(Role.ADMIN)) throw Refusal.because(Reason.NOT_ALLOWED);
    }

    private void mustBePlanned() {
        if (state != State.PLANNED) throw Refusal.because(Reason.REORGANISATION_BEGUN);
    }

    @EventSourcingHandler
    void evolve(ReorganisationEvent event) {
        id = event.reorganisation();
        switch (event) {
            case ReorganisationPlanned e -> plan = e;
            case ReorganisationAltered e ->
                plan = new ReorganisationPlanned(e.reorganisation(), e.title(), e.basis(), e.on(), e.changes());
            case ReorganisationWithdrawn e -> state = State.WITHDRAWN;
            case ReorganisationBegun e -> state = State.BEGUN;
            case ReorganisationCompleted e -> state = State.COMPLETED;
        }
    }
}
