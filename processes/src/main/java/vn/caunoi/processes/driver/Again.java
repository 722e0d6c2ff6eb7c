package vn.caunoi.processes.driver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import vn.caunoi.core.petition.FlowEvent.IncidentOpened;

/** One petition followed again, stuck where it got stuck; what comes of it goes to an account and is not reported. */
final class Again implements Follower.Way {

    private final Mover mover;
    private final List<Happened> history;
    private final Account account;
    private final Map<Long, Integer> failures = new HashMap<>();
    private OptionalLong followed = OptionalLong.empty();

    /** @param unexpected events that can be followed no more, although they could be once */
    Again(Mover mover, List<Happened> history, Iterable<Long> unexpected, Account account) {
        this.mover = mover;
        this.history = history;
        this.account = account;
        for (Happened happened : history)
            if (happened.event() instanceof IncidentOpened e) failures.merge(e.sequence(), 1, Integer::sum);
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

    @Override
    public boolean follow(Happened happened) {
        int left = failures.getOrDefault(happened.sequence(), 0);
        if (left > 0) {
            failures.put(happened.sequence(), left - 1);
            return false;
        }
        followed = OptionalLong.of(happened.sequence());
        account.begins(happened);
        mover.carryOut(mover.begin(happened, account), happened);
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
}
