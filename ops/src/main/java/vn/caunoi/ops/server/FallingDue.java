package vn.caunoi.ops.server;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.processes.sweeper.Sweeper;

/** Runs what is due by now and waits until all that follows from it is visible. */
@Component
public class FallingDue {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Sweeper sweeper;
    private final Progress progress;

    FallingDue(Sweeper sweeper, Progress progress) {
        this.sweeper = sweeper;
        this.progress = progress;
    }

    /** Answers how many deadlines and timers were found due. What follows from one may make another due. */
    public int settle() {
        int all = 0;
        int found;
        do {
            awaitAll();
            found = sweeper.sweepUntilDone();
            all += found;
        } while (found > 0);
        return all;
    }

    /** Runs what is due by now, without waiting for the read models: what follows in the processes has happened. */
    public void drive() {
        do {
            if (!progress.awaitDriven(PATIENCE)) throw late();
        } while (sweeper.sweepUntilDone() > 0);
    }

    private void awaitAll() {
        if (!progress.awaitSettled(PATIENCE)) throw late();
    }

    private static IllegalStateException late() {
        return new IllegalStateException("Processes and read models did not catch up within " + PATIENCE);
    }
}
