package vn.caunoi.ops.bench.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.ops.bench.Goal;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Measure;
import vn.caunoi.ops.bench.Pairs;
import vn.caunoi.ops.bench.Row;
import vn.caunoi.ops.bench.Timing;
import vn.caunoi.ops.bench.WrongResult;
import vn.caunoi.projections.inbox.Inbox.Filter;

/** Row 3b: whoever pages on does not wait longer than at the first page. */
public final class DeepPage implements Row {
    private final OpenTasks tasks;
    private final Ground ground;

    public DeepPage(Ground ground) {
        this.ground = ground;
        this.tasks = OpenTasks.on(ground);
    }

    @Override
    public void measure(Pairs pairs, int times) {
        int open = ground.size().of(2_000, 1_000_000, 1_000_000);
        int deep = ground.size().of(5, 1_000, 1_000);
        tasks.load(open);
        List<String> groups = OpenTasks.threeLarge();
        Filter filter = OpenTasks.unclaimed(groups);
        String before = before(deep, filter);
        WrongResult.unlessSame(
                "page " + deep,
                OpenTasks.ids(tasks.page(filter, before)),
                OpenTasks.ids(tasks.query(groups)
                        .orderByDueDate()
                        .asc()
                        .listPage((deep - 1) * OpenTasks.PAGE, OpenTasks.PAGE)));
        Measure page = new Measure(
                "3b",
                "page " + deep + " at " + OpenTasks.told(open) + " open tasks, our first page",
                "ms",
                Goal.less(1.2, 1.05));
        int asks = ground.size().of(50, 2_000, 2_000);
        Timing.of(ground.size().of(50, 5_000, 5_000), () -> tasks.page(filter, before));
        for (int n = 0; n < times; n++) {
            Timing there = Timing.of(asks, () -> tasks.page(filter, before));
            Timing first = Timing.of(asks, () -> tasks.page(filter, null));
            pairs.add(page, there.median(), first.median());
        }
    }

    private @Nullable String before(int deep, Filter filter) {
        String cursor = null;
        for (int n = 1; n < deep; n++) cursor = tasks.page(filter, cursor).next();
        WrongResult.unless(cursor != null, "there is no page " + deep);
        return cursor;
    }

    @Override
    public void close() {}
}
