package vn.caunoi.ops.bench.work;

import vn.caunoi.ops.bench.Camunda;
import vn.caunoi.ops.bench.Goal;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Measure;
import vn.caunoi.ops.bench.Pairs;
import vn.caunoi.ops.bench.Row;
import vn.caunoi.ops.bench.Spent;
import vn.caunoi.ops.bench.WrongResult;
import vn.caunoi.ops.bench.work.Workshop.Shift;
import vn.caunoi.ops.bench.work.Workshop.Side;

/** Rows 1, 1b, 1c and 11: whole lives of cases, and what one costs. */
public final class Lifecycles implements Row {
    private final Workshop workshop;
    private final String history;
    private final Tell tell;

    /** Takes down a pair. */
    @FunctionalInterface
    private interface Tell {
        void pair(Pairs pairs, Shift ours, Shift peer, String settings);
    }

    private Lifecycles(Ground ground, String history, Tell tell) {
        this.workshop = new Workshop(ground);
        this.history = history;
        this.tell = tell;
    }

    public static Row againstFull(Ground ground) {
        return new Lifecycles(ground, "full", (pairs, ours, peer, settings) -> {
            rate("1", "full", Goal.more(5, 10), pairs, ours, peer, settings);
            if (settings.equals("default")) costs(pairs, ours, peer);
            if (settings.equals("default")) bytes(pairs, ours, peer);
        });
    }

    public static Row againstNone(Ground ground) {
        return new Lifecycles(
                ground,
                "none",
                (pairs, ours, peer, settings) -> rate("1b", "none", Goal.more(0.8, 1.5), pairs, ours, peer, settings));
    }

    @Override
    public void measure(Pairs pairs, int times) {
        Side ours = workshop.ours();
        Side standard = workshop.peer(history, Camunda.Settings.DEFAULT);
        pairs.remark("in flight", workshop.inFlight() + " cases, " + Crew.PEOPLE + " threads");
        pairs.remark("tuned", "UUID ids; no metrics, CMMN, DMN, authorizations, identities");
        pairs.remark("ms of CPU a life, 500 by 500, while ours was warmed", ours.warming());
        pairs.remark("and the peer, default", standard.warming());
        for (int n = 0; n < times; n++) {
            Shift our = workshop.shift(ours);
            tell.pair(pairs, our, workshop.shift(standard), "default");
            if (workshop.alsoTuned())
                tell.pair(pairs, our, workshop.shift(workshop.peer(history, Camunda.Settings.TUNED)), "tuned");
        }
    }

    private static void rate(
            String id, String history, Goal goal, Pairs pairs, Shift ours, Shift peer, String settings) {
        String name = "lifecycles/s, Camunda history " + history + ", " + settings;
        Goal asked = settings.equals("default") ? goal : Goal.none();
        pairs.add(new Measure(id, name, "/s", asked), ours.rate(), peer.rate());
        WrongResult.unlessSame("cases", ours.cases(), peer.cases());
    }

    private static void costs(Pairs pairs, Shift ours, Shift peer) {
        Spent our = ours.spent();
        Spent their = peer.spent();
        double cases = ours.cases();
        cost(pairs, "round trips of a lifecycle", "", Goal.less(0.3, 0.1), our.trips() / cases, their.trips() / cases);
        cost(
                pairs,
                "log a lifecycle writes",
                "kB",
                Goal.less(0.25, 0.1),
                our.wal() / cases / 1e3,
                their.wal() / cases / 1e3);
        cost(pairs, "CPU of a lifecycle", "ms", Goal.less(0.3, 0.1), our.cpu() / cases, their.cpu() / cases);
        cost(pairs, "CPU of the database", "ms", Goal.none(), our.databases() / cases, their.databases() / cases);
        cost(pairs, "CPU of the program", "ms", Goal.none(), our.ours() / cases, their.ours() / cases);
    }

    private static void cost(Pairs pairs, String name, String unit, Goal goal, double ours, double peer) {
        pairs.add(new Measure("1c", name + ", Camunda history full", unit, goal), ours, peer);
    }

    private static void bytes(Pairs pairs, Shift ours, Shift peer) {
        Measure bytes = new Measure(
                "11", "bytes of a closed case with its audit, Camunda history full", "kB", Goal.less(0.35, 0.15));
        pairs.add(bytes, ours.bytes() / 1e3 / ours.cases(), peer.bytes() / 1e3 / peer.cases());
    }

    @Override
    public void close() {}
}
