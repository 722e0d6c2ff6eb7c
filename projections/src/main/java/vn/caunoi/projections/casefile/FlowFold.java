package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.casefile.CaseDraft.plus;

import java.util.Set;
import vn.caunoi.core.petition.FlowEvent;
import vn.caunoi.core.petition.FlowEvent.IncidentOpened;
import vn.caunoi.core.petition.FlowEvent.IncidentRetried;
import vn.caunoi.core.petition.FlowEvent.IncidentSkipped;
import vn.caunoi.core.petition.FlowEvent.NoticeRequested;
import vn.caunoi.core.petition.FlowEvent.ProcessEnded;
import vn.caunoi.core.petition.FlowEvent.ProcessMigrated;
import vn.caunoi.core.petition.FlowEvent.ProcessMigrationOrdered;
import vn.caunoi.core.petition.FlowEvent.ProcessStarted;
import vn.caunoi.core.petition.FlowEvent.TimerCancelled;
import vn.caunoi.core.petition.FlowEvent.TimerFired;
import vn.caunoi.core.petition.FlowEvent.TimerSet;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.casefile.Part.Incident;
import vn.caunoi.projections.casefile.Part.Process;

/** The process the case is in, and where it got stuck. */
final class FlowFold {
    private static final Set<String> BESIDE = Set.of("protection", "onward-denunciation");

    private FlowFold() {}

    static void apply(CaseDraft file, FlowEvent event, Happened<?> r) {
        switch (event) {
            // what runs beside the settling is told by what it brings about
            case ProcessStarted e when BESIDE.contains(e.process()) -> {}
            case ProcessStarted e -> file.process = new Process(e.process(), e.version(), true, null);
            case ProcessMigrationOrdered e -> {}
            case ProcessMigrated e -> migrated(file, e);
            case ProcessEnded e -> ended(file, e);
            case IncidentOpened e ->
                file.incidents = plus(
                        file.incidents,
                        new Incident(
                                e.incident(), e.sequence(), e.event(), e.process(), e.activity(), e.cause(), r.at()));
            case IncidentRetried e -> settled(file, e.incident());
            case IncidentSkipped e -> settled(file, e.incident());
            case TimerSet e -> {}
            case TimerFired e -> {}
            case TimerCancelled e -> {}
            case NoticeRequested e -> {}
        }
    }

    private static void migrated(CaseDraft file, ProcessMigrated e) {
        Process was = file.process;
        if (was != null && was.key().equals(e.process()) && was.running()) {
            file.process = new Process(was.key(), e.to(), true, null);
        }
    }

    private static void ended(CaseDraft file, ProcessEnded e) {
        Process was = file.process;
        if (was != null && was.key().equals(e.process())) {
            file.process = new Process(was.key(), was.version(), false, e.end());
        }
    }

    private static void settled(CaseDraft file, int incident) {
        file.incidents = file.incidents.stream()
                .filter(open -> open.incident() != incident)
                .toList();
    }
}
