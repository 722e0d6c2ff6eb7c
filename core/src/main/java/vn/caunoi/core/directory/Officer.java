package vn.caunoi.core.directory;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.DirectoryCommand.EndAbsence;
import vn.caunoi.core.directory.DirectoryCommand.RecordAbsence;
import vn.caunoi.core.directory.DirectoryEvent.OfficerAbsent;
import vn.caunoi.core.directory.DirectoryEvent.OfficerAppointed;
import vn.caunoi.core.directory.DirectoryEvent.OfficerBack;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

/** Somebody who works for a unit. */
@Aggregate
class Officer {

    @AggregateIdentifier
    private @Nullable String stream;

    /** By their first day; the earliest of days for those at once. */
    private final Map<LocalDate, OfficerAppointed> appointments = new TreeMap<>();

    /** By their first day. */
    private final Map<LocalDate, OfficerAbsent> absences = new TreeMap<>();

    Officer() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AppointOfficer command) {
        var now = new OfficerAppointed(
                command.officer(), command.unit(), command.name(), command.roles(), command.from(), command.until());
        if (command.until() != null && begin(now).isAfter(command.until())) {
            throw Refusal.because(Reason.INVALID_INPUT, "until", "out-of-bounds", "must not lie before the first day");
        }
        if (!now.equals(appointments.get(begin(now)))) AggregateLifecycle.apply(now);
    }

    private static LocalDate begin(OfficerAppointed appointment) {
        return appointment.from() == null ? LocalDate.MIN : appointment.from();
    }

    @CommandHandler
    void decide(RecordAbsence command) {
        var now = new OfficerAbsent(command.officer(), command.from(), command.until(), command.deputy());
        if (now.equals(absences.get(command.from()))) return;
        LocalDate until = command.until();
        if (until != null && until.isBefore(command.from())) {
            throw Refusal.because(Reason.INVALID_INPUT, "until", "out-of-bounds", "must not lie before the first day");
        }
        if (command.officer().equals(command.deputy())) {
            throw Refusal.because(Reason.INVALID_INPUT, "deputy", "not-an-option", "must be somebody else");
        }
        if (absences.values().stream().anyMatch(known -> overlap(known, now))) {
            throw Refusal.because(Reason.ABSENT_ALREADY);
        }
        AggregateLifecycle.apply(now);
    }

    @CommandHandler
    void decide(EndAbsence command) {
        OfficerAbsent known = absences.get(command.from());
        if (known == null) throw Refusal.because(Reason.NO_SUCH_ABSENCE);
        boolean over = known.until() != null && command.on().isAfter(known.until());
        if (!over) AggregateLifecycle.apply(new OfficerBack(command.officer(), command.from(), command.on()));
    }

    private static boolean overlap(OfficerAbsent one, OfficerAbsent other) {
        boolean before = one.until() != null && one.until().isBefore(other.from());
        boolean after = other.until() != null && other.until().isBefore(one.from());
        return !before && !after;
    }

    @EventSourcingHandler
    void evolve(OfficerAbsent event) {
        absences.put(event.from(), event);
    }

    @EventSourcingHandler
    void evolve(OfficerBack event) {
        OfficerAbsent known = absences.remove(event.from());
        if (known == null || !event.on().isAfter(event.from())) return;
        LocalDate last = event.on().minusDays(1);
        absences.put(event.from(), new OfficerAbsent(event.officer(), event.from(), last, known.deputy()));
    }

    @EventSourcingHandler
    void evolve(OfficerAppointed event) {
        stream = "officer:" + event.officer();
        appointments.put(begin(event), event);
    }
}
