package vn.caunoi.processes.sweeper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.directory.Superiors;
import vn.caunoi.core.ladder.Ladder;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.StreamLocks;
import vn.caunoi.core.petition.OpenPetitions;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.processes.engine.Attempts;
import vn.caunoi.processes.sweeper.DueDates.Row;

/**
 * Records what falls due: deadlines that approach or are missed, cases that rise because nobody took them or nobody acts,
 * timers that fire, what a decision brings when its time has passed; each once, in batches, on any number of nodes. What another node or person is writing just now is left for the next time.
 */
public final class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final MessageOriginProvider ORIGIN = new MessageOriginProvider();
    private static final String BY = "system:sweeper";
    private static final int MOST = 500;
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);
    private static final long SHORT_NANOS = 5_000_000;

    private final DueDates dates;
    private final Attempts attempts;
    private final StreamLocks locks;
    private final OpenPetitions petitions;
    private final Ladder ladder;
    private final ToIntFunction<LocalDate> edition;
    private final Superiors superiors;
    private final Rules rules;
    private final TransactionManager transactions;
    private final Clock clock;
    private volatile int heeded;

    /** @param edition which edition of the ladder answers on a day; 0 for the file's */
    Sweeper(
            DueDates dates,
            Attempts attempts,
            StreamLocks locks,
            OpenPetitions petitions,
            Ladder ladder,
            ToIntFunction<LocalDate> edition,
            Superiors superiors,
            Rules rules,
            TransactionManager transactions,
            Clock clock) {
        this.dates = dates;
        this.attempts = attempts;
        this.locks = locks;
        this.petitions = petitions;
        this.ladder = ladder;
        this.edition = edition;
        this.superiors = superiors;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One transaction of at most 500. @return how many were recorded */
    public int sweep() {
        Instant now = clock.instant();
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("sweep"));
        work.attachTransaction(transactions);
        int swept = 0;
        boolean done = false;
        try {
            List<Row> rows = dates.take(now, MOST);
            record(rows, now);
            swept = rows.size();
            done = true;
        } finally {
            if (done) work.commit();
            else work.rollback();
        }
        return swept;
    }

    /** Where another edition of the ladder has begun, whatever is open is looked at again. */
    void heedLadder() {
        Instant now = clock.instant();
        int current = edition.applyAsInt(DueDate.dayOf(now));
        if (current == heeded) return;
        dates.heedLadder(current, now);
        heeded = current;
    }

    /** All at once, for hardly ever one fails; if one does, each by itself. */
    private void record(List<Row> rows, Instant now) {
        if (rows.isEmpty()) return;
        // they are ours already; this tells which petitions are as they were left
        locks.take(rows.stream().map(Row::petition).toList());
        Optional<RuntimeException> failure = attempts.run(() -> report(rows));
        if (failure.isPresent()) rows.forEach(row -> record(row, now));
    }

    private void report(List<Row> rows) {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        work.registerCorrelationDataProvider(any -> Map.of(Commands.BY, BY));
        work.registerCorrelationDataProvider(
                any -> ORIGIN.correlationDataFor(work.root().getMessage()));
        Map<Row, Object> again = new HashMap<>();
        for (Row row : rows) {
            Object answer = petitions.ask(order(row));
            if (answer != null) again.put(row, answer);
        }
        dates.next(rows, row -> (Instant) again.get(row));
    }

    /** Sweeps until nothing is due by now. What follows from it may set more. @return how many were recorded */
    public int sweepUntilDone() {
        heedLadder();
        Instant until = clock.instant();
        int all = 0;
        while (dates.anyUntil(until)) {
            int swept = sweep();
            all += swept;
            if (swept == 0) LockSupport.parkNanos(SHORT_NANOS);
        }
        return all;
    }

    /**
     * Takes in deadlines that somebody else knows to be overdue: each is looked at in the next round, where the petition
     * itself judges whether anybody has to be told.
     *
     * @param planned also those that are to be looked at later; else only those forgotten
     * @return how many are looked at again
     */
    public int lookAgain(List<Overdue> deadlines, boolean planned) {
        return deadlines.isEmpty() ? 0 : dates.lookAgain(deadlines, clock.instant(), planned);
    }

    private void record(Row row, Instant now) {
        attempts.run(() -> report(List.of(row))).ifPresent(cause -> {
            LOG.warn("{} {} of petition {} not recorded: {}", row.what(), row.name(), row.petition(), cause.getClass());
            dates.next(List.of(row), failed -> now.plus(AFTER_FAILURE));
        });
    }

    private PetitionCommand order(Row row) {
        return new Falling(row.petition(), row.what() == DueDates.What.TIMER, row.name(), row.due(), row.next())
                .order(ladder, superiors, rules);
    }
}
