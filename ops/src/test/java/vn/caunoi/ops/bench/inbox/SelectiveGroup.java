package vn.caunoi.ops.bench.inbox;

import java.util.List;
import vn.caunoi.ops.bench.Goal;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Measure;
import vn.caunoi.ops.bench.Pairs;
import vn.caunoi.ops.bench.Row;
import vn.caunoi.ops.bench.Timing;
import vn.caunoi.ops.bench.WrongResult;
import vn.caunoi.projections.inbox.Inbox.Filter;

/** Row 3c: a group with a few tasks among very many, the best case of the peer. */
public final class SelectiveGroup implements Row {
    private final OpenTasks tasks;
    private final Ground ground;

    public SelectiveGroup(Ground ground) {
        this.ground = ground;
        this.tasks = OpenTasks.on(ground);
    }

    @Override
    public void measure(Pairs pairs, int times) {
        int open = ground.size().of(2_000, 1_000_000, 1_000_000);
        tasks.load(open);
        List<String> groups = OpenTasks.oneSmall();
        Filter filter = OpenTasks.unclaimed(groups);
        List<String> found = OpenTasks.ids(tasks.page(filter, null));
        WrongResult.unlessSame("list of the small group", found, OpenTasks.ids(tasks.peersPage(groups)));
        pairs.remark("tasks of the group", found.size());
        Measure page = new Measure(
                "3c",
                found.size() + " tasks of a group among " + OpenTasks.told(open) + ", Camunda's task query",
                "ms",
                Goal.faster(5, 10));
        int asks = ground.size().of(50, 2_000, 2_000);
        int toWarm = ground.size().of(50, 5_000, 5_000);
        Timing.of(toWarm, () -> tasks.page(filter, null));
        Timing.of(toWarm, () -> tasks.peersPage(groups));
        for (int n = 0; n < times; n++) {
            Timing ours = Timing.of(asks, () -> tasks.page(filter, null));
            Timing peer = Timing.of(asks, () -> tasks.peersPage(groups));
            pairs.add(page, ours.median(), peer.median());
        }
    }

    @Override
    public void close() {}
}
