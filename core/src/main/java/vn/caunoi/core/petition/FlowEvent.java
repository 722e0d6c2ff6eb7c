package vn.caunoi.core.petition;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.vault.Sealed;

/**
 * What the driver reports of the process: where it started, ended, waits, or got stuck; and what people order when it
 * is stuck or follows a model that was mended.
 */
public sealed interface FlowEvent extends PetitionEvent {

    @StoredAs("process.started")
    record ProcessStarted(PetitionId petition, String process, int version) implements FlowEvent {}

    /** @param end id of the end event reached last */
    @StoredAs("process.ended")
    record ProcessEnded(
            PetitionId petition, String process, @Nullable String end) implements FlowEvent {}

    /**
     * Somebody wants the case to follow another version of the model it runs on. Moves nothing by itself: what the
     * driver made of it is {@link ProcessMigrated}, or an incident.
     *
     * @param mapping steps of the old version that go to another one than that of the same id, each with the id it has
     *     in the new version, or with nothing where a case is not to be moved; null when all keep their ids
     * @param batch of which this case is one; null when it was ordered by itself
     */
    @StoredAs("process.migration-ordered")
    record ProcessMigrationOrdered(
            PetitionId petition,
            String process,
            int from,
            int to,
            @Nullable Map<String, String> mapping,
            @Nullable String batch)
            implements FlowEvent {

        public ProcessMigrationOrdered(PetitionId petition, String process, int from, int to) {
            this(petition, process, from, to, null, null);
        }

        /** Step of the old version to step of the new one, where they differ. */
        public Map<String, String> steps() {
            return mapping == null ? Map.of() : mapping;
        }
    }

    /**
     * The running process follows another version from here on, at the step where it stood; its open tasks stay.
     *
     * @param mapping as it was ordered: what was done at a step before counts as done at the step that it has become; null
     *     when all keep their ids
     */
    @StoredAs("process.migrated")
    record ProcessMigrated(
            PetitionId petition,
            String process,
            int from,
            int to,
            @Nullable Map<String, String> mapping) implements FlowEvent {

        public ProcessMigrated(PetitionId petition, String process, int from, int to) {
            this(petition, process, from, to, null);
        }
    }

    /** @param timer derived like a task id */
    @StoredAs("timer.set")
    record TimerSet(PetitionId petition, String timer, String process, String activity, Instant due)
            implements FlowEvent {}

    @StoredAs("timer.fired")
    record TimerFired(PetitionId petition, String timer, String activity) implements FlowEvent {}

    @StoredAs("timer.cancelled")
    record TimerCancelled(PetitionId petition, String timer) implements FlowEvent {}

    /**
     * The process could not follow an event. The petition's later events wait; others go on.
     *
     * @param incident number within the petition, from 1
     * @param sequence sequence number of the event that could not be followed
     * @param event its logical name
     * @param cause plain sentence without personal data
     */
    @StoredAs("incident.opened")
    record IncidentOpened(
            PetitionId petition,
            int incident,
            long sequence,
            String event,
            @Nullable String process,
            @Nullable String activity,
            String cause)
            implements FlowEvent {}

    @StoredAs("incident.retried")
    record IncidentRetried(PetitionId petition, int incident) implements FlowEvent {}

    /** The event is left out of the process and the later ones go on. */
    @StoredAs("incident.skipped")
    record IncidentSkipped(PetitionId petition, int incident, Sealed reason) implements FlowEvent {}

    /**
     * A citizen or officer was, or is to be, told something by an action of a diagram.
     *
     * @param notice id of it, so that nobody is told twice; was not written down at first
     */
    @StoredAs("petition.notice-requested")
    record NoticeRequested(
            PetitionId petition,
            String template,
            String to,
            @Nullable String notice) implements FlowEvent {}
}
