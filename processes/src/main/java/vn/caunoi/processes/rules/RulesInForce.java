package vn.caunoi.processes.rules;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.timekeeping.AmendedRule;
import vn.caunoi.core.timekeeping.TimeInForce;
import vn.caunoi.core.timekeeping.Timekeeper;
import vn.caunoi.core.timekeeping.TimekeepingCommand;
import vn.caunoi.core.timekeeping.TimekeepingEvent;

/**
 * The deadline table and the calendar with all that was changed while the program ran. What another node changed is
 * seen within a second; what was counted in that second the recounting finds. Safe for many threads.
 */
public final class RulesInForce implements Rules, Timekeeper {

    private static final long FRESH_NANOS = 1_000_000_000L;
    private static final long NOTHING_READ = -2;

    private record Read(long last, TimeInForce time, WorkingCalendar calendar) {}

    private final Editions<DmnRules> tables;
    private final WorkingCalendar base;
    private final Supplier<@Nullable Streams> streams;
    private final AtomicLong askAgain = new AtomicLong(System.nanoTime());
    private volatile Read read;

    /** @param streams null where nothing is recorded: the rules are as shipped, then */
    RulesInForce(Editions<DmnRules> tables, WorkingCalendar base, Supplier<@Nullable Streams> streams) {
        this.tables = tables;
        this.base = base;
        this.streams = streams;
        this.read = new Read(NOTHING_READ, TimeInForce.NONE, base);
    }

    @Override
    public DeadlineRule ruleFor(RuleQuestion question) {
        return read().time().amended(tables.on(question.on()).ruleFor(question), question.on());
    }

    @Override
    public WorkingCalendar calendar() {
        return read().calendar();
    }

    @Override
    public TimeInForce time() {
        return read().time();
    }

    @Override
    public WorkingCalendar calendar(TimeInForce time) {
        return time.calendar(base);
    }

    /** Rows of the table, with those that were added since, without what was amended. */
    public List<DmnRules.Row> rows() {
        return tables.newest().rows();
    }

    /** The table itself as a file, with rows that were added since, without what was amended. */
    byte[] content() {
        return tables.newest().content();
    }

    @Override
    public DeadlineRule rule(AmendedRule rule, TimeInForce time, String stage) {
        return rule.rule(time.version(tables.newest().version()), stage);
    }

    @Override
    public void forget() {
        askAgain.set(System.nanoTime());
    }

    private Read read() {
        long now = System.nanoTime();
        long when = askAgain.get();
        if (now - when < 0 || !askAgain.compareAndSet(when, now + FRESH_NANOS)) return read;
        Streams record = streams.get();
        if (record == null) return read;
        long last = record.last(TimekeepingCommand.STREAM);
        if (last != read.last()) read = readAgain(record);
        return read;
    }

    private Read readAgain(Streams record) {
        TimeInForce time = TimeInForce.NONE;
        long last = -1;
        for (Recorded event : record.whole(TimekeepingCommand.STREAM)) {
            last = event.sequence();
            if (event.payload() instanceof TimekeepingEvent change) time = time.after(change);
        }
        return new Read(last, time, time.calendar(base));
    }
}
