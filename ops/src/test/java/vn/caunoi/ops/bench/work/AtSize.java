package vn.caunoi.ops.bench.work;

import vn.caunoi.ops.bench.Goal;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Measure;
import vn.caunoi.ops.bench.Pairs;
import vn.caunoi.ops.bench.Row;
import vn.caunoi.ops.bench.work.Workshop.Shift;
import vn.caunoi.ops.bench.work.Workshop.Side;

/** Row 1d: whether work slows down when very many cases are in store. */
public final class AtSize implements Row {
    private final Workshop workshop;
    private final Archive archive;

    public AtSize(Ground ground) {
        this.workshop = new Workshop(ground);
        this.archive = Archive.on(ground);
    }

    @Override
    public void measure(Pairs pairs, int times) {
        archive.tell(pairs);
        Measure rate = new Measure(
                "1d",
                "lifecycles/s with " + Goal.told(archive.cases()) + " cases in store, with none",
                "/s",
                Goal.more(0.9, 1));
        Side full = workshop.warm(archive.side());
        Side empty = workshop.ours();
        for (int n = 0; n < times; n++) {
            Shift there = workshop.shift(full);
            Shift here = workshop.shift(empty);
            pairs.add(rate, there.rate(), here.rate());
            pairs.point("Lifecycles a second over cases in store", "ours", archive.cases(), there.rate());
            pairs.point("Lifecycles a second over cases in store", "ours", 1, here.rate());
        }
    }

    @Override
    public void close() {}
}
