package vn.caunoi.core.timekeeping;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.timekeeping.TimekeepingCommand.*;
import vn.caunoi.core.timekeeping.TimekeepingEvent.*;

/** Keeps the changes of the calendar and of the limits of the law, one after the other. */
@Aggregate
class Timekeeping {

    @AggregateIdentifier
    private @Nullable String stream;

    private final Map<Integer, TimeChange> proposed = new TreeMap<>();
    private TimeInForce inForce = TimeInForce.NONE;
    private int last;

    Timekeeping() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int decide(ProposeChange order, Clock clock) {
        mustBeAllowed(order.by());
        TimeChange given = order.change();
        boolean ofDays = given.rule() == null;
        if (given.days().isEmpty() == ofDays || given.reason().isBlank()) throw Refusal.because(Reason.INVALID_INPUT);
        Set<LocalDate> days = new HashSet<>();
        for (DayChange day : given.days()) {
            if (!days.add(day.date())) throw invalid("days", "day-twice", "has " + day.date() + " twice");
        }
        AmendedRule rule = given.rule() == null ? null : mustFit(given.rule(), DueDate.dayOf(clock.instant()));
        int number = last + 1;
        apply(new ChangeProposed(new TimeChange(
                number,
                given.days(),
                rule,
                given.running(),
                given.missedToo(),
                given.reason().strip())));
        return number;
    }

    private AmendedRule mustFit(AmendedRule rule, LocalDate today) {
        if (rule.validTo() != null && rule.validTo().isBefore(rule.validFrom()))
            throw invalid("validTo", "too-early", "must not be before the first day");
        for (AmendedRule other : inForce.editions(rule.row())) {
            boolean replaced = other.validFrom().equals(rule.validFrom())
                    && other.validFrom().isAfter(today);
            if (!replaced && rule.overlaps(other))
                throw invalid("validFrom", "overlaps", "lies in the time of " + other.id());
        }
        return rule.inEdition(inForce.highest(rule.row()) + 1);
    }

    @CommandHandler
    void decide(ConfirmChange order, Clock clock) {
        mustBeAllowed(order.by());
        TimeChange change = open(order.change());
        if (order.after() != inForce.changes().size()) throw Refusal.because(Reason.CHANGED_MEANWHILE);
        AmendedRule rule = change.rule() == null ? null : mustFit(change.rule(), DueDate.dayOf(clock.instant()));
        apply(new ChangeConfirmed(new TimeChange(
                change.number(), change.days(), rule, change.running(), change.missedToo(), change.reason())));
    }

    @CommandHandler
    void decide(WithdrawChange order) {
        mustBeAllowed(order.by());
        apply(new ChangeWithdrawn(open(order.change()).number()));
    }

    @CommandHandler
    void decide(EndRecount report) {
        boolean owes = inForce.owing().stream().anyMatch(change -> change.number() == report.change());
        if (owes) apply(new DeadlinesRecounted(report.change(), report.moved(), report.failed()));
    }

    private TimeChange open(int number) {
        TimeChange change = proposed.get(number);
        if (change == null) throw Refusal.because(Reason.NO_SUCH_CHANGE);
        return change;
    }

    private static void mustBeAllowed(Actor by) {
        if (!by.is(Role.ADMIN) && !by.is(Role.DESIGNER)) throw Refusal.because(Reason.NOT_ALLOWED);
    }

    private static Refusal invalid(String field, String code, String message) {
        return Refusal.because(Reason.INVALID_INPUT, field, code, message);
    }

    @EventSourcingHandler
    void evolve(TimekeepingEvent event) {
        stream = TimekeepingCommand.STREAM;
        last = Math.max(last, event.number());
        if (event instanceof ChangeProposed e) proposed.put(e.number(), e.change());
        else proposed.remove(event.number());
        inForce = inForce.after(event);
    }
}
