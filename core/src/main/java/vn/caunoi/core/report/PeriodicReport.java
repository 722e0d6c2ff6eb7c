package vn.caunoi.core.report;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
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
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.report.ReportCommand.*;
import vn.caunoi.core.report.ReportEvent.*;

/** The report of a unit about a period: submitted when the period is over, recalled with a reason, submitted again. */
@Aggregate
class PeriodicReport {

    @AggregateIdentifier
    private @Nullable ReportId id;

    private int times;
    private boolean stands;

    PeriodicReport() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int decide(SubmitReport order, Clock clock) {
        mustBeAllowed(order.unit(), order.by());
        refuseIf(!order.period().isOver(DueDate.dayOf(clock.instant())), Reason.PERIOD_NOT_OVER);
        refuseIf(stands, Reason.REPORT_SUBMITTED);
        boolean silent = order.reason() == null || order.reason().isBlank();
        if (times > 0 && silent) throw Refusal.because(Reason.INVALID_INPUT, "reason", "required", "must be given");
        int time = times + 1;
        ReportPeriod period = order.period();
        apply(new ReportSubmitted(
                order.report(),
                time,
                order.unit(),
                order.whole(),
                period.year(),
                period.term(),
                period.from(),
                period.last(),
                order.edition(),
                order.units(),
                order.figures(),
                order.cases(),
                order.sha256(),
                order.by().id(),
                order.reason()));
        return time;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecallReport order) {
        mustBeAllowed(order.unit(), order.by());
        refuseIf(!stands, Reason.REPORT_NOT_SUBMITTED);
        apply(new ReportRecalled(order.report(), times, order.unit(), order.by().id(), order.reason()));
    }

    private static void mustBeAllowed(UnitId unit, Actor by) {
        refuseIf(!by.is(Role.HEAD) || !by.covers(unit), Reason.NOT_ALLOWED);
    }

    private static void refuseIf(boolean broken, Reason reason) {
        if (broken) throw Refusal.because(reason);
    }

    @EventSourcingHandler
    void evolve(ReportEvent event) {
        id = event.report();
        switch (event) {
            case ReportSubmitted e -> {
                times = e.time();
                stands = true;
            }
            case ReportRecalled e -> stands = false;
        }
    }
}
