package vn.caunoi.ops.demo;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.caunoi.api.security.DemoAccounts;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.reception.ReceptionRules;
import vn.caunoi.core.routing.RoutingCommand;
import vn.caunoi.core.yardstick.YardstickCommand;
import vn.caunoi.ops.server.DemoPeriod;
import vn.caunoi.ops.server.FallingDue;
import vn.caunoi.ops.server.KeptClock;
import vn.caunoi.ops.server.OverdueWatch;

/** Opens a demonstration: units, accounts, routing rows, targets, a year of sample cases on first use; the node is ready only after it. */
@Component
@ConditionalOnProperty(name = "caunoi.demo", havingValue = "true")
@Order(100)
class DemoStart implements ApplicationRunner {
    private final Commands commands;
    private final Streams streams;
    private final Progress progress;
    private final FallingDue due;
    private final OverdueWatch watch;
    private final BusinessClock clock;
    private final KeptClock kept;
    private final WorkingCalendar calendar;
    private final Rules rules;
    private final ReceptionRules reception;
    private final DemoAccounts accounts;
    private final DemoPeriod period;
    private final boolean samples;

    DemoStart(
            Commands commands,
            Streams streams,
            Progress progress,
            FallingDue due,
            OverdueWatch watch,
            BusinessClock clock,
            KeptClock kept,
            WorkingCalendar calendar,
            Rules rules,
            ReceptionRules reception,
            DemoAccounts accounts,
            DemoPeriod period,
            @Value("${caunoi.samples:false}") boolean samples) {
        this.commands = commands;
        this.streams = streams;
        this.progress = progress;
        this.due = due;
        this.watch = watch;
        this.clock = clock;
        this.kept = kept;
        this.calendar = calendar;
        this.rules = rules;
        this.reception = reception;
        this.accounts = accounts;
        this.period = period;
        this.samples = samples;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        new DemoDirectory(commands).establish();
        new DemoContacts(commands, streams).fill();
        accounts.create(
                DemoDirectory.PEOPLE.stream().map(DemoDirectory.Somebody::id).toList());
        progress.awaitSettled(Duration.ofMinutes(1));
        if (samples && period.fresh()) playSampleYear();
        if (streams.last(RoutingCommand.STREAM) < 0) new DemoRouting(commands).fill();
        if (streams.last(YardstickCommand.STREAM) < 0)
            new DemoYardsticks(commands).fill(DueDate.dayOf(clock.instant()).getYear());
        due.settle();
        // the last one may have been in the middle of the sample year
        watch.check(Duration.ZERO);
    }

    private void playSampleYear() {
        SampleWork work = new SampleWork(commands, streams, clock);
        long begun = System.nanoTime();
        SampleReception receptions = new SampleReception(commands, clock, calendar, rules, reception);
        Runnable evening = () -> {
            receptions.day();
            due.drive();
        };
        new SampleYear(clock, calendar, work, evening).play(period.now());
        receptions.planAhead();
        new SampleConferences(commands, clock, reception).hold();
        // the time it took has passed for the people of the demonstration too
        clock.travelTo(later(period.now().plusNanos(System.nanoTime() - begun)));
        kept.keep(clock);
    }

    private java.time.Instant later(java.time.Instant wanted) {
        return wanted.isAfter(clock.instant()) ? wanted : clock.instant();
    }
}
