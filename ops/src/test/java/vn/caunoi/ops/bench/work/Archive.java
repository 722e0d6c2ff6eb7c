package vn.caunoi.ops.bench.work;

import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.ops.bench.Camunda;
import vn.caunoi.ops.bench.Cloning;
import vn.caunoi.ops.bench.Cloning.Table;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Product;

/** Stores of both sides with very many cases in them: nine of ten closed, the others open at their first task. */
public final class Archive implements AutoCloseable {
    private final Ground ground;
    private final Product product;
    private final OurDesk desk;
    private final int cases;
    private final String closedCase;

    private Archive(Ground ground) {
        this.ground = ground;
        this.product = Product.start(ground, "archive");
        this.cases = ground.size().of(200, 100_000, 1_000_000);
        this.desk = new OurDesk(product);
        product.settle();
        // the first of each leaves what later ones share
        wholeLife(desk);
        Cloning closed = cloning();
        this.closedCase = wholeLife(desk);
        product.rest();
        closed.multiply(cases / 10 * 9, codes(product, closedCase));
        product.wakeAtEnd();
        product.settle();
        OurDesk wardB = new OurDesk(product, "B");
        product.settle();
        wardB.handIn();
        product.settle();
        Cloning open = cloning();
        String openCase = wardB.handIn();
        product.settle();
        product.rest();
        open.multiply(cases / 10, codes(product, openCase));
        afterwards();
        product.wakeAtEnd();
        product.settle();
        product.rest();
    }

    public static Archive on(Ground ground) {
        return ground.keep("archive", () -> new Archive(ground));
    }

    private Cloning cloning() {
        return new Cloning(
                product.store(),
                new Table("ledger", "token"),
                new Table("ledger", "given_id"),
                new Table("vault", "key"),
                new Table("views", "task_count"));
    }

    /** As it is told and as it is looked up. */
    static String[] codes(Product product, String petition) {
        return product.store()
                .jdbc()
                .queryForObject(
                        "select code, code_key from views.case_file where id = ?",
                        (row, n) -> new String[] {row.getString(1), row.getString(2)},
                        petition);
    }

    private static String wholeLife(Desk desk) {
        String petition = desk.handIn();
        for (int stage = 0; stage < Model.STAGES; stage++) {
            desk.settle();
            Desk.Job job = desk.taskOf(petition);
            desk.claim(job, "officer1");
            desk.complete(job, "officer1");
        }
        desk.settle();
        return petition;
    }

    /** What counts rows has to count the copies too. */
    private void afterwards() {
        JdbcTemplate jdbc = product.store().jdbc();
        jdbc.execute("truncate views.task_count");
        jdbc.execute("""
                insert into views.task_count (role, unit, day, open, unclaimed)
                select role, unit, (due at time zone 'Asia/Ho_Chi_Minh')::date, count(*),
                    count(*) filter (where assignee is null)
                  from views.task group by 1, 2, 3""");
    }

    public Product product() {
        return product;
    }

    public int cases() {
        return cases;
    }

    Workshop.Side side() {
        return new Workshop.Side(product.store(), desk, product::wake, product::rest);
    }

    /** A copy of the case that was worked on to its end. */
    String copy(int n) {
        return Cloning.copyOf(closedCase, n);
    }

    /** The peer's store with as many finished instances, and the ids to ask for. */
    Peer peer() {
        return ground.keep("archive peer", () -> new Peer(ground, cases));
    }

    /** Camunda with full history, and one of its instances many times over. */
    static final class Peer implements AutoCloseable {
        private final Camunda camunda;
        private final String instance;

        private Peer(Ground ground, int cases) {
            this.camunda = Camunda.start(ground, "archive_camunda", "full", Camunda.Settings.TUNED);
            CamundaDesk desk = new CamundaDesk(camunda);
            wholeLife(desk);
            Cloning cloning = new Cloning(
                    camunda.store(), new Table("public", "act_ru_meter_log"), new Table("public", "act_ge_property"));
            this.instance = wholeLife(desk);
            cloning.multiply(cases);
        }

        Camunda camunda() {
            return camunda;
        }

        String copy(int n) {
            return Cloning.copyOf(instance, n);
        }

        String original() {
            return instance;
        }

        @Override
        public void close() {
            camunda.close();
        }
    }

    String original() {
        return closedCase;
    }

    @Override
    public void close() {
        product.close();
    }
}
