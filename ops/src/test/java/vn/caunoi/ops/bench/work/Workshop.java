package vn.caunoi.ops.bench.work;

import vn.caunoi.ops.bench.Camunda;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Product;
import vn.caunoi.ops.bench.Size;
import vn.caunoi.ops.bench.Spent;
import vn.caunoi.ops.bench.Store;

/** Both sides, ready to work on cases; shared by the rows that do. */
final class Workshop {
    private static final int LIVES_TO_WARM = 4_000;
    private static final int LIVES_IN_A_SHIFT = 500;

    private final Ground ground;

    Workshop(Ground ground) {
        this.ground = ground;
    }

    /** What a number of cases took. */
    record Shift(int cases, double seconds, Spent spent, long bytes) {
        double rate() {
            return cases / seconds;
        }
    }

    /**
     * One side with its desk.
     *
     * @param warming CPU of a life in ms, shift by shift, until it was warm
     */
    record Side(Store store, Desk desk, Runnable wake, Runnable rest, String warming) implements AutoCloseable {
        @Override
        public void close() {
            // what it runs on is kept by others
        }
    }

    Side ours() {
        return ground.keep("work", () -> {
            Product product = Product.kept(ground, "work");
            Desk desk = new OurDesk(product);
            product.settle();
            Side side = new Side(product.store(), desk, product::wake, product::rest, "");
            return warm(side);
        });
    }

    Side peer(String history, Camunda.Settings settings) {
        String name = "work_" + history + "_" + settings.name().toLowerCase(java.util.Locale.ROOT);
        return ground.keep(name, () -> {
            Camunda camunda = Camunda.kept(ground, name, history, settings);
            Side side = new Side(camunda.store(), new CamundaDesk(camunda), () -> {}, () -> {}, "");
            return warm(side);
        });
    }

    /**
     * So many lives on either side, told with what they cost meanwhile: a server runs for months, and compiling counts as
     * CPU.
     */
    Side warm(Side side) {
        side.wake().run();
        int cases = ground.size().of(10, LIVES_IN_A_SHIFT, LIVES_IN_A_SHIFT);
        StringBuilder cost = new StringBuilder();
        for (int left = ground.size().of(1, LIVES_TO_WARM / cases, LIVES_TO_WARM / cases); left > 0; left--) {
            double before = ground.cpu();
            Crew.work(side.desk(), cases, inFlight());
            cost.append(" %.1f".formatted((ground.cpu() - before) * 1e3 / cases));
        }
        ground.say("%s is warm; ms of CPU a life while it got so:%s"
                .formatted(side.store().name(), cost));
        side.rest().run();
        return new Side(
                side.store(),
                side.desk(),
                side.wake(),
                side.rest(),
                cost.toString().strip());
    }

    boolean alsoTuned() {
        return ground.size() != Size.QUICK;
    }

    int inFlight() {
        return ground.size().of(10, 500, 500);
    }

    Shift shift(Side side) {
        int cases = ground.size().of(20, LIVES_IN_A_SHIFT, 3_000);
        side.wake().run();
        ground.settle();
        long bytes = bytes(side);
        Spent before = ground.spent(side.store());
        double seconds = Crew.work(side.desk(), cases, inFlight());
        Spent spent = ground.spent(side.store()).since(before);
        side.rest().run();
        return new Shift(cases, seconds, spent, bytes(side) - bytes);
    }

    /** Of everything but what the server keeps for itself. */
    private static long bytes(Side side) {
        return side.store()
                .answer("select sum(pg_total_relation_size(c.oid))::bigint from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')");
    }
}
