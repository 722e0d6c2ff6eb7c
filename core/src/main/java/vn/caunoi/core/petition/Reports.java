package vn.caunoi.core.petition;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.FlowEvent.*;

/** Takes down what the driver reports; what is known already changes nothing. */
final class Reports {

    private final Petition petition;

    Reports(Petition petition) {
        this.petition = petition;
    }

    void started(Report.StartedProcess report) {
        if (petition.course.runs(report.process(), report.version())) return;
        petition.record(new ProcessStarted(petition.id, report.process(), report.version()));
    }

    void ended(Report.EndedProcess report) {
        if (!petition.course.runs(report.process())) return;
        petition.record(new ProcessEnded(petition.id, report.process(), report.end()));
    }

    void migrated(Report.MigratedProcess report) {
        if (!petition.course.runs(report.process(), report.from())) return;
        petition.record(new ProcessMigrated(
                petition.id, report.process(), report.from(), report.to(), recorded(report.mapping())));
    }

    void orderMigration(Report.OrderMigration order) {
        Petition.refuseIf(!order.by().is(Role.DESIGNER), Reason.NOT_ALLOWED);
        Petition.refuseIf(!petition.course.runs(order.process(), order.from()), Reason.NOT_ON_THAT_VERSION);
        Petition.refuseIf(order.from() == order.to(), Reason.NOT_ON_THAT_VERSION);
        petition.record(new ProcessMigrationOrdered(
                petition.id, order.process(), order.from(), order.to(), recorded(order.mapping()), order.batch()));
        petition.course
                .incidents()
                .keySet()
                .forEach(incident -> petition.record(new IncidentRetried(petition.id, incident)));
    }

    private static @Nullable Map<String, String> recorded(Map<String, String> mapping) {
        return mapping.isEmpty() ? null : new TreeMap<>(mapping);
    }

    void timerSet(Report.SetTimer report) {
        if (petition.course.timers().containsKey(report.timer())) return;
        petition.record(new TimerSet(petition.id, report.timer(), report.process(), report.activity(), report.due()));
    }

    void timerFired(Report.FireTimer report) {
        String activity = petition.course.timers().get(report.timer());
        if (activity != null) petition.record(new TimerFired(petition.id, report.timer(), activity));
    }

    void timerCancelled(Report.CancelTimer report) {
        if (!petition.course.timers().containsKey(report.timer())) return;
        petition.record(new TimerCancelled(petition.id, report.timer()));
    }

    void escalated(Report.EscalateByRule report) {
        var known = new Ties.Escalation(report.level(), report.unit(), report.cause(), report.stage());
        if (petition.ties.escalations().contains(known)) return;
        petition.record(new CaseEvent.PetitionEscalated(
                petition.id, report.level(), report.unit(), report.cause(), report.stage(), null));
    }

    /** Not what somebody has, nor what went to the superior of whom it is about. */
    void routed(Report.RouteByRule report) {
        boolean stays = petition.isClosed()
                || petition.officer != null
                || !petition.accused.isEmpty()
                || petition.unit.equals(report.unit());
        if (stays) return;
        new TaskDesk(petition)
                .assign(new IntakeEvent.PetitionAssigned(petition.id, report.unit(), null, null, report.route()));
    }

    void noticeRequested(Report.RequestNotice report) {
        if (petition.ties.notices().contains(report.notice())) return;
        petition.record(new NoticeRequested(petition.id, report.template(), report.to(), report.notice()));
    }

    void incidentOpened(Report.OpenIncident report) {
        if (petition.course.incidents().containsValue(report.sequence())) return;
        petition.record(new IncidentOpened(
                petition.id,
                petition.course.incidentsSoFar() + 1,
                report.sequence(),
                report.event(),
                report.process(),
                report.activity(),
                report.cause()));
    }

    void retry(Report.RetryIncident order) {
        Petition.refuseIf(!order.by().is(Role.ADMIN), Reason.NOT_ALLOWED);
        mustBeOpen(order.incident());
        petition.record(new IncidentRetried(petition.id, order.incident()));
    }

    void skip(Report.SkipIncident order) {
        Petition.refuseIf(!order.by().is(Role.ADMIN), Reason.NOT_ALLOWED);
        mustBeOpen(order.incident());
        String reason = Words.required("reason", order.reason());
        petition.record(new IncidentSkipped(petition.id, order.incident(), petition.seal(reason)));
    }

    private void mustBeOpen(int incident) {
        Petition.refuseIf(!petition.course.incidents().containsKey(incident), Reason.NO_SUCH_INCIDENT);
    }
}
