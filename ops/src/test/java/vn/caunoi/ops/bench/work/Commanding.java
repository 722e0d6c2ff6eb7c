package vn.caunoi.ops.bench.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import vn.caunoi.ops.bench.Camunda;
import vn.caunoi.ops.bench.Goal;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Measure;
import vn.caunoi.ops.bench.Pairs;
import vn.caunoi.ops.bench.Row;
import vn.caunoi.ops.bench.Timing;
import vn.caunoi.ops.bench.WrongResult;
import vn.caunoi.ops.bench.work.Workshop.Side;

/** Rows 2 and 6: completing a task at half load, until it is durable and until everybody sees it. */
public final class Commanding implements Row {
    private static final long LOOK_NANOS = 300_000;

    private final Workshop workshop;
    private final Ground ground;
    private final boolean untilSeen;

    private Commanding(Ground ground, boolean untilSeen) {
        this.ground = ground;
        this.workshop = new Workshop(ground);
        this.untilSeen = untilSeen;
    }

    public static Row untilDurable(Ground ground) {
        return new Commanding(ground, false);
    }

    public static Row untilSeen(Ground ground) {
        return new Commanding(ground, true);
    }

    @Override
    public void measure(Pairs pairs, int times) {
        if (untilSeen) seen(pairs, times);
        else against(pairs, times);
    }

    private void seen(Pairs pairs, int times) {
        Side ours = workshop.ours();
        double most = fastest(ours);
        for (int n = 0; n < times; n++) seen(pairs, ours, most);
    }

    private void against(Pairs pairs, int times) {
        Side ours = workshop.ours();
        Side peer = workshop.peer("full", Camunda.Settings.DEFAULT);
        double most = Math.min(fastest(ours), fastest(peer));
        pairs.remark(
                "completions a second on both sides", Goal.told(most / 2) + ", half of what the slower one can do");
        Measure p99 =
                new Measure("2", "complete until durable at half load, p99, Camunda full", "ms", Goal.less(0.5, 0.3));
        Measure median = new Measure("2", "the same, median", "ms", Goal.none());
        for (int n = 0; n < times; n++) {
            Timing our = at(ours, most / 2);
            Timing their = at(peer, most / 2);
            pairs.add(p99, our.p99(), their.p99());
            pairs.add(median, our.median(), their.median());
        }
    }

    /** The driver follows while the next is completed, as it does in life. */
    private double fastest(Side side) {
        side.wake().run();
        double rate = OpenLoop.closed(opened(side), Crew.PEOPLE, job -> complete(side, job));
        side.desk().settle();
        side.rest().run();
        return rate;
    }

    private Timing at(Side side, double rate) {
        side.wake().run();
        List<Desk.Job> jobs = opened(side);
        ground.settle();
        Timing timing = OpenLoop.run(jobs, rate, Crew.PEOPLE, job -> complete(side, job));
        side.desk().settle();
        side.rest().run();
        return timing;
    }

    private static void complete(Side side, Desk.Job job) {
        side.desk().complete(job, "officer1");
    }

    /** Cases that stand at their first task, which is claimed; all people at once, to lose no time over it. */
    private List<Desk.Job> opened(Side side) {
        List<String> petitions = Collections.synchronizedList(new ArrayList<>());
        List<Integer> cases = Collections.nCopies(ground.size().of(30, 600, 2_000), 1);
        OpenLoop.closed(cases, Crew.PEOPLE, one -> petitions.add(side.desk().handIn()));
        side.desk().settle();
        List<Desk.Job> jobs = petitions.stream().map(side.desk()::taskOf).toList();
        OpenLoop.closed(jobs, Crew.PEOPLE, job -> side.desk().claim(job, "officer1"));
        side.desk().settle();
        return jobs;
    }

    private void seen(Pairs pairs, Side ours, double most) {
        OurDesk desk = (OurDesk) ours.desk();
        ours.wake().run();
        List<Desk.Job> jobs = opened(ours);
        double[] seen = new double[jobs.size()];
        java.util.concurrent.atomic.AtomicInteger place = new java.util.concurrent.atomic.AtomicInteger();
        OpenLoop.run(jobs, most / 2, Crew.PEOPLE, job -> {
            desk.complete(job, "officer1");
            long committed = System.nanoTime();
            while (!desk.shows(job)) LockSupport.parkNanos(LOOK_NANOS);
            seen[place.getAndIncrement()] = (System.nanoTime() - committed) / 1e6;
        });
        WrongResult.unlessSame("completions seen", place.get(), jobs.size());
        desk.settle();
        ours.rest().run();
        Timing timing = Timing.of(seen);
        pairs.remark("completions a second", Goal.told(most / 2));
        pairs.add(
                new Measure("6", "commit to visible in the inbox at half load, p99", "ms", Goal.below(50, 10)),
                timing.p99());
        pairs.add(new Measure("6", "the same, median", "ms", Goal.none()), timing.median());
    }

    @Override
    public void close() {}
}
