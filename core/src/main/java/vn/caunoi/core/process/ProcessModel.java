package vn.caunoi.core.process;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.process.ProcessCommand.PublishProcess;
import vn.caunoi.core.process.ProcessCommand.RetireVersion;
import vn.caunoi.core.process.ProcessCommand.WidenVersion;
import vn.caunoi.core.process.ProcessEvent.ProcessPublished;
import vn.caunoi.core.process.ProcessEvent.VersionRetired;
import vn.caunoi.core.process.ProcessEvent.VersionWidened;

/**
 * The versions of one process model. Numbers its own versions and sees to it that a new case always has one to follow;
 * what a diagram may hold is judged before.
 */
@Aggregate
class ProcessModel {

    /** @param from null: since it was published */
    private record Version(@Nullable Instant from, Set<UnitId> pilot, boolean retired) {

        boolean isForAll(Instant at) {
            return !retired && pilot.isEmpty() && isInEffect(at);
        }

        boolean isInEffect(Instant at) {
            return from == null || !from.isAfter(at);
        }
    }

    @AggregateIdentifier
    private @Nullable String stream;

    private final TreeMap<Integer, Version> versions = new TreeMap<>();
    private String hash = "";
    private Map<String, String> parts = Map.of();

    ProcessModel() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int decide(PublishProcess order, Clock clock) {
        Instant now = clock.instant();
        Instant given = order.effectiveFrom();
        Version next = new Version(given == null || !given.isAfter(now) ? null : given, order.pilot(), false);
        if (!isNewest(order, next, now)) {
            if (!next.isForAll(now)) mustLeaveOne(0, now);
            apply(new ProcessPublished(
                    order.key(),
                    versions.isEmpty() ? 1 : versions.lastKey() + 1,
                    order.name(),
                    order.hash(),
                    order.xml(),
                    order.catches(),
                    order.note(),
                    order.proposedBy(),
                    next.from(),
                    order.pilot().isEmpty() ? null : order.pilot(),
                    order.parts().isEmpty() ? null : order.parts()));
        }
        return versions.lastKey();
    }

    private boolean isNewest(PublishProcess order, Version next, Instant now) {
        if (!hash.equals(order.hash()) || !parts.equals(order.parts())) return false;
        Version newest = versions.lastEntry().getValue();
        boolean sameTime = next.from() == null ? newest.isInEffect(now) : Objects.equals(next.from(), newest.from());
        return sameTime && !newest.retired() && newest.pilot().equals(next.pilot());
    }

    @CommandHandler
    void decide(WidenVersion order) {
        Version version = standing(order.version());
        boolean wider = order.pilot().isEmpty()
                || order.pilot().size() > version.pilot().size()
                        && order.pilot().containsAll(version.pilot());
        if (version.pilot().isEmpty() || !wider) throw Refusal.because(Reason.NOT_WIDER);
        apply(new VersionWidened(order.key(), order.version(), order.pilot(), order.reason()));
    }

    @CommandHandler
    void decide(RetireVersion order, Clock clock) {
        standing(order.version());
        mustLeaveOne(order.version(), clock.instant());
        apply(new VersionRetired(order.key(), order.version(), order.reason()));
    }

    private Version standing(int number) {
        Version version = versions.get(number);
        if (version == null || version.retired()) throw Refusal.because(Reason.NO_SUCH_VERSION);
        return version;
    }

    /** Wherever and whenever a case begins, a version must be there for it. */
    private void mustLeaveOne(int without, Instant now) {
        boolean left = versions.entrySet().stream()
                .anyMatch(one -> one.getKey() != without && one.getValue().isForAll(now));
        if (!left) throw Refusal.because(Reason.NO_OTHER_VERSION);
    }

    @EventSourcingHandler
    void evolve(ProcessEvent event) {
        switch (event) {
            case ProcessPublished e -> {
                stream = "process:" + e.key();
                versions.put(e.version(), new Version(e.effectiveFrom(), e.units(), false));
                hash = e.hash();
                parts = e.beside();
            }
            case VersionWidened e ->
                versions.computeIfPresent(
                        e.version(), (number, was) -> new Version(was.from(), e.pilot(), was.retired()));
            case VersionRetired e ->
                versions.computeIfPresent(e.version(), (number, was) -> new Version(was.from(), was.pilot(), true));
        }
    }
}
