package vn.caunoi.processes.driver;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import vn.caunoi.core.petition.FlowEvent.IncidentOpened;
import vn.caunoi.core.petition.FlowEvent.ProcessStarted;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.processes.engine.Journey.ActionStep;
import vn.caunoi.processes.engine.Journey.TaskStep;

/**
 * One petition followed again: by the versions it followed, stuck where it got stuck, without rules, forms or actions;
 * what comes of it is not reported but compared with what was.
 */
final class Replay implements Follower.Way, Account {

    private final Mover mover;
    private final PublishedModels models;
    private final List<Happened> history;
    private final Map<String, Deque<Integer>> versions = new HashMap<>();
    private final Map<Long, Integer> failures = new HashMap<>();
    private final Trace again = new Trace();
    private OptionalLong followed = OptionalLong.empty();

    /**
     * @param history the whole stream, for what the last events brought about may stand beyond them
     * @param unexpected events that can be followed no more, although they could be once
     */
    Replay(Mover mover, PublishedModels models, List<Happened> history, Iterable<Long> unexpected) {
        this.mover = mover;
        this.models = models;
        this.history = history;
        for (Happened happened : history) {
            if (happened.event() instanceof ProcessStarted e)
                versions.computeIfAbsent(e.process(), key -> new ArrayDeque<>()).add(e.version());
            if (happened.event() instanceof IncidentOpened e) failures.merge(e.sequence(), 1, Integer::sum);
        }
        unexpected.forEach(sequence -> failures.put(sequence, Integer.MAX_VALUE));
    }

    /** Up to that event, inclusive. */
    void run(Follower follower, long last) {
        for (Happened happened : history) if (happened.sequence() <= last) follower.take(happened, this);
    }

    /** The event that was being followed last. */
    OptionalLong followed() {
        return followed;
    }

    /** What came out otherwise than it was recorded; empty when all is the same. */
    Optional<String> difference() {
        return Trace.recorded(history).difference(again);
    }

    @Override
    public boolean follow(Happened happened) {
        int left = failures.getOrDefault(happened.sequence(), 0);
        if (left > 0) {
            failures.put(happened.sequence(), left - 1);
            return false;
        }
        followed = OptionalLong.of(happened.sequence());
        mover.carryOut(mover.begin(happened, this), happened);
        return true;
    }

    @Override
    public List<Happened> before(Happened order) {
        return history.stream()
                .filter(event -> event.sequence() < order.sequence())
                .toList();
    }

    @Override
    public void resumed() {}

    @Override
    public Optional<Model> modelToStart(String process) {
        Integer version = versions.getOrDefault(process, new ArrayDeque<>()).poll();
        return version == null ? models.newest(process) : Optional.of(models.version(process, version));
    }

    @Override
    public void taskOpened(TaskStep step, int version, String task, int occurrence) {
        again.opened(task);
    }

    /** What an action ordered is in the record. */
    @Override
    public void act(ActionStep action) {}

    @Override
    public void report(PetitionCommand report) {
        again.add(report);
    }
}
