package vn.caunoi.ops.bench.inbox;

import java.util.List;
import vn.caunoi.ops.bench.Goal;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Measure;
import vn.caunoi.ops.bench.Pairs;
import vn.caunoi.ops.bench.Row;
import vn.caunoi.ops.bench.Spent;
import vn.caunoi.ops.bench.Timing;
import vn.caunoi.ops.bench.WrongResult;
import vn.caunoi.projections.inbox.Inbox.Filter;

/** Row 3: the first page of what three groups have to claim, by due date, over the number of open tasks. */
public final class FirstPage implements Row {
    private static final String CHART = "A page of 50 over the number of open tasks (ms)";

    private final OpenTasks tasks;
    private final Ground ground;

    public FirstPage(Ground ground) {
        this.ground = ground;
        this.tasks = OpenTasks.on(ground);
    }

    @Override
    public void measure(Pairs pairs, int times) {
        pairs.remark("three groups of ten", "they hold 30 % of the open tasks, a third of them claimed");
        switch (ground.size()) {
            case QUICK -> at(2_000, Goal.faster(300, 1_000), Goal.below(1, 0.5), pairs, times);
            case USUAL, FULL -> {
                at(10_000, Goal.none(), Goal.none(), pairs, times);
                at(100_000, Goal.faster(300, 1_000), Goal.below(1, 0.5), pairs, times);
                at(1_000_000, Goal.faster(2_000, 10_000), Goal.below(1, 0.5), pairs, times);
            }
        }
    }

    private void at(int open, Goal goal, Goal ourGoal, Pairs pairs, int times) {
        tasks.load(open);
        String size = OpenTasks.told(open);
        Measure page = new Measure("3", "page of 50 at " + size + " open tasks, Camunda's task query", "ms", goal);
        Measure p99 = new Measure("3", "the same, p99 of ours in process", "ms", ourGoal);
        Measure cpu = new Measure("3", "CPU of a page at " + size + " open tasks", "ms", Goal.none());
        List<String> groups = OpenTasks.threeLarge();
        Filter filter = OpenTasks.unclaimed(groups);
        WrongResult.unlessSame(
                "first page", OpenTasks.ids(tasks.page(filter, null)), OpenTasks.ids(tasks.peersPage(groups)));
        Timing.of(ground.size().of(50, 5_000, 5_000), () -> tasks.page(filter, null));
        for (int n = 0; n < times; n++) {
            int asks = ground.size().of(50, 2_000, 2_000);
            int peersAsks = ground.size().of(3, 5, 9);
            Spent before = ground.spent(tasks.ours());
            Timing ours = Timing.of(asks, () -> tasks.page(filter, null));
            Spent between = ground.spent(tasks.ours());
            Timing peer = Timing.of(peersAsks, () -> tasks.peersPage(groups));
            Spent after = ground.spent(tasks.ours());
            pairs.add(
                    cpu,
                    between.since(before).cpu() / asks,
                    after.since(between).cpu() / peersAsks);
            pairs.add(page, ours.median(), peer.median());
            pairs.add(p99, ours.p99());
            pairs.point(CHART, "ours", open, ours.median());
            pairs.point(CHART, "Camunda's task query", open, peer.median());
        }
    }

    @Override
    public void close() {}
}
