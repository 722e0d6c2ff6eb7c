package vn.caunoi.processes.driver;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.processes.engine.Journey.ActionStep;
import vn.caunoi.processes.engine.Journey.TaskStep;

/**
 * One petition followed again by the versions it followed, without rules, forms or actions; what comes of it is compared
 * with what was recorded.
 */
final class Replay implements Account {

    private final List<Happened> history;
    private final RecordedVersions versions;
    private final Again way;
    private final Trace again = new Trace();

    /**
     * @param history the whole stream, for what the last events brought about may stand beyond them
     * @param unexpected events that can be followed no more, although they could be once
     */
    Replay(Mover mover, PublishedModels models, List<Happened> history, Iterable<Long> unexpected) {
        this.history = history;
        this.versions = new RecordedVersions(models, history);
        this.way = new Again(mover, history, unexpected, this);
    }

    /** Up to that event, inclusive. */
    void run(Follower follower, long last) {
        way.run(follower, last);
    }

    /** The event that was being followed last. */
    OptionalLong followed() {
        return way.followed();
    }

    /** What came out otherwise than it was recorded; empty when all is the same. */
    Optional<String> difference() {
        return Trace.recorded(history).difference(again);
    }

    @Override
    public Optional<Model> modelToStart(String process) {
        return versions.next(process);
    }

    @Override
    public void taskOpened(TaskStep step, int version, String task, int occurrence) {
        again.opened(task);
    }

    @Override
    public void taskCarried(TaskStep step, int version, String task, int occurrence) {
        again.carried(task, step.activity());
    }

    /** What an action ordered is in the record. */
    @Override
    public void act(ActionStep action) {}

    @Override
    public void report(PetitionCommand report) {
        again.add(report);
    }
}
