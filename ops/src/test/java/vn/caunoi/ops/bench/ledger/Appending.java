package vn.caunoi.ops.bench.ledger;

import vn.caunoi.ops.bench.Goal;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Measure;
import vn.caunoi.ops.bench.Pairs;
import vn.caunoi.ops.bench.Product;
import vn.caunoi.ops.bench.Row;
import vn.caunoi.ops.bench.ledger.Writers.Written;

/** Rows 4, 4b and 4c: appending, against the floor and against Axon's own storage. */
public final class Appending implements Row {
    private final Ground ground;
    private final Measured measured;
    private final OurSink ours;

    /** What is measured in a row. */
    @FunctionalInterface
    private interface Measured {
        void pair(Appending row, Pairs pairs);
    }

    private Appending(Ground ground, Measured measured) {
        this.ground = ground;
        this.measured = measured;
        this.ours = ground.keep("ledger", () -> new Ledger(ground)).sink();
    }

    /** The program at rest: only its storage is used. */
    private record Ledger(Product product, OurSink sink) implements AutoCloseable {
        Ledger(Ground ground) {
            this(Product.kept(ground, "ledger"));
        }

        private Ledger(Product product) {
            this(product, new OurSink(product));
            product.standStill();
            Writers.fill(sink, 64, 2);
        }

        @Override
        public void close() {
            // the program is kept by others
        }
    }

    public static Row againstFloor(Ground ground) {
        return new Appending(ground, Appending::floor);
    }

    public static Row againstAxon(Ground ground) {
        return new Appending(ground, Appending::axon);
    }

    public static Row bytes(Ground ground) {
        return new Appending(ground, Appending::size);
    }

    @Override
    public void measure(Pairs pairs, int times) {
        pairs.remark("writers", Writers.THREADS);
        // warm on both sides before the first pair counts
        measured.pair(this, Pairs.unseen());
        for (int n = 0; n < times; n++) measured.pair(this, pairs);
    }

    private double seconds() {
        return ground.size() == vn.caunoi.ops.bench.Size.QUICK ? 0.3 : 4;
    }

    private Written write(Sink sink, int each) {
        return Writers.write(ground, sink, each, seconds());
    }

    private void floor(Pairs pairs) {
        RawSink raw = ground.keep("raw", () -> new Kept<>(new RawSink(ours.store()))).sink;
        Written our = write(ours, 2);
        Written floor = write(raw, 2);
        pairs.add(
                new Measure("4", "events/s appended 2 a transaction, one plain INSERT", "/s", Goal.more(0.7, 0.9)),
                our.rate(),
                floor.rate());
        companions("4", "plain INSERT", pairs, our, floor);
    }

    private record Kept<T>(T sink) implements AutoCloseable {
        @Override
        public void close() {}
    }

    private void axon(Pairs pairs) {
        AxonSink axon = ground.keep("axon", () -> new AxonSink(ground));
        axon(2, Goal.more(1.1, 1.2), axon, pairs);
        axon(64, Goal.more(2, 3), axon, pairs);
    }

    private void axon(int each, Goal goal, AxonSink axon, Pairs pairs) {
        Written our = write(ours, each);
        Written peer = write(axon, each);
        String what = each + " a transaction, Axon's JDBC storage";
        pairs.add(new Measure("4b", "events/s appended " + what, "/s", goal), our.rate(), peer.rate());
        pairs.add(new Measure("4b", "CPU of an event, " + what, "ms", Goal.less(0.6, 0.4)), our.cpu(), peer.cpu());
        companions("4b", what, pairs, our, peer);
    }

    private static void companions(String id, String what, Pairs pairs, Written our, Written peer) {
        pairs.add(
                new Measure(id, "log of an event, " + what, "B", Goal.none()),
                (double) our.spent().wal() / our.events(),
                (double) peer.spent().wal() / peer.events());
        pairs.add(
                new Measure(id, "round trips of an event, " + what, "", Goal.none()),
                (double) our.spent().trips() / our.events(),
                (double) peer.spent().trips() / peer.events());
        pairs.add(
                new Measure(id, "CPU of the database for an event, " + what, "ms", Goal.none()),
                our.spent().databases() / our.events(),
                peer.spent().databases() / peer.events());
    }

    /** Written one after the other on both sides, so that only the layout differs. */
    private void size(Pairs pairs) {
        AxonSink axon = ground.keep("axon", () -> new AxonSink(ground));
        int events = ground.size().of(2_000, 20_000, 200_000);
        pairs.add(
                new Measure("4c", "bytes of an event with its indexes, Axon's JDBC layout", "B", Goal.less(0.6, 0.5)),
                grown(ours, events),
                grown(axon, events));
    }

    private static double grown(Sink sink, int events) {
        long before = sink.bytes();
        long count = sink.count();
        Writers.fill(sink, events, 20);
        return (double) (sink.bytes() - before) / (sink.count() - count);
    }

    @Override
    public void close() {}
}
