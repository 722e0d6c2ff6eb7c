package vn.caunoi.core.petition;

import java.time.Instant;
import vn.caunoi.core.deadline.Counted;
import vn.caunoi.core.deadline.DeadlineRule;

/** Counts an open deadline anew after the calendar or the table changed. What was met or missed stays as it was. */
final class Recounting {

    private final Petition petition;
    private final Instant now;

    Recounting(Petition petition, Instant now) {
        this.petition = petition;
        this.now = now;
    }

    /** @return whether it moved, or runs by another row */
    boolean recount(DeadlineCommand.Recount order) {
        Deadline open = petition.deadlines.open(order.stage()).orElse(null);
        if (open == null || open.isImported()) return false;
        DeadlineRule rule = order.rule();
        Deadline ruled = rule == null ? open : open.under(rule);
        Counted counted = ruled.countedAfter(order.calendar(), open.from());
        boolean passed = open.missed() || open.isPassedAt(now);
        if (passed && !(order.missedToo() && counted.due().isAfter(now))) return false;
        if (counted.due().equals(open.due()) && isRuledAlike(open, ruled)) return false;
        petition.record(new DeadlineEvent.DeadlineRecalculated(
                petition.id,
                open.stage(),
                open.from(),
                open.due(),
                counted.due(),
                ruled.rule(),
                ruled.version(),
                order.calendar().version(),
                order.cause(),
                counted.explanation(),
                petition.seal(order.reason()),
                rule == null ? null : rule.limit(),
                rule == null ? null : rule.roll(),
                rule == null ? null : rule.source()));
        new TaskDesk(petition).moveDues(null);
        return true;
    }

    private static boolean isRuledAlike(Deadline open, Deadline other) {
        return open.rule().equals(other.rule())
                && open.version().equals(other.version())
                && open.limited().equals(other.limited())
                && open.roll() == other.roll();
    }
}
