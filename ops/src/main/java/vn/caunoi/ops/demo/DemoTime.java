package vn.caunoi.ops.demo;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.caunoi.api.admin.DemoClock;
import vn.caunoi.api.directory.CarryingOut;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.ops.server.FallingDue;
import vn.caunoi.ops.server.KeptClock;
import vn.caunoi.ops.server.OverdueWatch;

/**
 * Lets days pass in a demonstration. They pass one by one, so that what falls due on a day is recorded on that day, and
 * what follows from it can fall due in turn.
 */
@Component
@ConditionalOnProperty(name = "caunoi.demo", havingValue = "true")
class DemoTime implements DemoClock {
    private static final Duration DAY = Duration.ofDays(1);

    private final BusinessClock clock;
    private final FallingDue due;
    private final OverdueWatch watch;
    private final KeptClock kept;
    private final CarryingOut reorganisations;

    DemoTime(BusinessClock clock, FallingDue due, OverdueWatch watch, KeptClock kept, CarryingOut reorganisations) {
        this.watch = watch;
        this.reorganisations = reorganisations;
        this.clock = clock;
        this.due = due;
        this.kept = kept;
    }

    @Override
    public synchronized Instant advance(Duration span) {
        Duration left = span;
        while (left.compareTo(DAY) > 0) {
            step(DAY);
            left = left.minus(DAY);
        }
        step(left);
        watch.check(Duration.ZERO);
        return clock.instant();
    }

    private void step(Duration span) {
        clock.advance(span);
        kept.keep(clock);
        due.settle();
        if (reorganisations.round(Integer.MAX_VALUE) > 0) due.settle();
    }
}
