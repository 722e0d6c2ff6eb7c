package vn.caunoi.ops.bench.inbox;

import java.util.List;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.ops.bench.Goal;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Measure;
import vn.caunoi.ops.bench.Pairs;
import vn.caunoi.ops.bench.Row;
import vn.caunoi.ops.bench.Timing;
import vn.caunoi.ops.bench.WrongResult;

/** Row 3d: all five numbers beside the lists, against one of them counted by the peer. */
public final class BadgeCounts implements Row {
    private final OpenTasks tasks;
    private final Ground ground;

    public BadgeCounts(Ground ground) {
        this.ground = ground;
        this.tasks = OpenTasks.on(ground);
    }

    @Override
    public void measure(Pairs pairs, int times) {
        int open = ground.size().of(2_000, 1_000_000, 1_000_000);
        tasks.load(open);
        List<String> groups = OpenTasks.threeLarge();
        Actor actor = OpenTasks.actor(groups);
        WrongResult.unlessSame(
                "tasks to be claimed",
                tasks.inbox().counts(actor).unclaimed(),
                tasks.query(groups).count());
        pairs.remark(
                "ours", "five numbers at once: mine, unit, both overdue, to be claimed; the peer's is the last one");
        Measure counts = new Measure(
                "3d",
                "badge counts at " + OpenTasks.told(open) + " open tasks, Camunda's count",
                "ms",
                Goal.faster(2_000, 10_000));
        Timing.of(ground.size().of(5, 5_000, 5_000), () -> tasks.inbox().counts(actor));
        for (int n = 0; n < times; n++) {
            Timing ours = Timing.of(
                    ground.size().of(20, 2_000, 2_000), () -> tasks.inbox().counts(actor));
            Timing peer = Timing.of(3, () -> tasks.query(groups).count());
            pairs.add(counts, ours.median(), peer.median());
        }
    }

    @Override
    public void close() {}
}
