package vn.caunoi.projections.insight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened at one step, while it is counted. */
final class StepTally {
    private final String step;
    private final boolean timer;
    private final Lengths waiting = new Lengths();
    private final Lengths working = new Lengths();
    private long now;
    private long nowLate;
    private @Nullable Instant oldest;
    private long passages;
    private long called;
    private long late;
    private long due;
    private long before;

    StepTally(String step, boolean timer) {
        this.step = step;
        this.timer = timer;
    }

    void stands(long cases, long overdue, @Nullable Instant first) {
        now += cases;
        nowLate += overdue;
        if (first != null && (oldest == null || first.isBefore(oldest))) oldest = first;
    }

    void before(Stay stay, WorkingTime time) {
        before += time.between(stay.entered(), stay.begun());
    }

    void passed(Stay stay, WorkingTime time) {
        passages++;
        waiting.add(time.between(stay.entered(), stay.begun()));
        if (stay.outcome() == null) {
            called++;
            return;
        }
        if (!timer && stay.began() != null) working.add(time.between(stay.began(), stay.ended()));
        if (timer || stay.due() == null) return;
        due++;
        if (stay.ended().isAfter(stay.due())) late++;
    }

    StepFigures done() {
        return new StepFigures(
                step,
                timer,
                now,
                nowLate,
                oldest,
                passages,
                called,
                waiting.spread(),
                working.spread(),
                late,
                due,
                Lengths.days(before));
    }
}
