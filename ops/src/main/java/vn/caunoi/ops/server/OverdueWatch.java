package vn.caunoi.ops.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.processes.sweeper.Overdue;
import vn.caunoi.processes.sweeper.Sweeper;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.oversight.OverdueChecks;
import vn.caunoi.projections.oversight.Oversight;
import vn.caunoi.projections.oversight.Oversight.OverdueLimit;

/**
 * Sees to it that no overdue case is unnoticed: compares the limits that passed, as the read models tell them from the
 * record, with the escalations recorded, and has what is missing looked at again. What is missing even then is an alarm.
 */
@Component
public class OverdueWatch {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueWatch.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What passed just now may still be on its way. */
    private static final Duration GRACE = Duration.ofMinutes(15);

    private static final int AT_ONCE = 500;

    private final Oversight oversight;
    private final OverdueChecks checks;
    private final Sweeper sweeper;
    private final Progress progress;
    private final Clock clock;

    OverdueWatch(Oversight oversight, OverdueChecks checks, Sweeper sweeper, Progress progress, Clock clock) {
        this.oversight = oversight;
        this.checks = checks;
        this.sweeper = sweeper;
        this.progress = progress;
        this.clock = clock;
    }

    /** On one node at a time, as often as that. @return whether it was this node's turn */
    public boolean check(Duration interval) {
        if (!checks.begin(interval)) return false;
        Instant before = clock.instant().minus(GRACE);
        long found = noticing(before).unnoticed();
        if (found > 0) mend(before);
        Oversight.Noticing left = noticing(before);
        checks.ended(clock.instant(), left.overdue(), found, left.unnoticed());
        if (left.unnoticed() > 0) LOG.warn("{} overdue cases have risen to nobody", left.unnoticed());
        return true;
    }

    /** Has every overdue limit that the sweeper has lost sight of looked at again. @return how many */
    public int remember() {
        return look(clock.instant().minus(GRACE), false);
    }

    private Oversight.Noticing noticing(Instant before) {
        return oversight.noticing(Visibility.everything(), before);
    }

    private void mend(Instant before) {
        if (look(before, true) == 0) return;
        sweeper.sweepUntilDone();
        if (!progress.awaitSettled(PATIENCE))
            LOG.info("read models are behind; what was mended shows at the next check");
    }

    private int look(Instant before, boolean unnoticed) {
        int looked = 0;
        String after = "";
        for (List<OverdueLimit> page = page(before, unnoticed, after); !page.isEmpty(); ) {
            looked += sweeper.lookAgain(page.stream().map(OverdueWatch::overdue).toList(), unnoticed);
            after = page.getLast().petition().value();
            page = page(before, unnoticed, after);
        }
        return looked;
    }

    private List<OverdueLimit> page(Instant before, boolean unnoticed, String after) {
        return oversight.overdueLimits(before, unnoticed, after, AT_ONCE);
    }

    private static Overdue overdue(OverdueLimit limit) {
        return new Overdue(limit.petition().value(), limit.stage(), limit.due());
    }
}
