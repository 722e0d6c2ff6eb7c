package vn.caunoi.ops.bench.work;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.core.ledger.LedgerIntegrity;
import vn.caunoi.ops.bench.Camunda;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Pairs;
import vn.caunoi.ops.bench.Product;
import vn.caunoi.ops.bench.Size;
import vn.caunoi.ops.bench.WrongResult;
import vn.caunoi.ops.bench.filling.Cloning;
import vn.caunoi.ops.bench.filling.Cloning.Table;

/** Stores of both sides with very many cases in them: some closed, the others open at their first task. */
public final class Archive implements AutoCloseable {
    private static final int SAMPLE = 20;

    private final Ground ground;
    private final Product product;
    private final OurDesk desk;
    private final int closed;
    private final int open;
    private final String closedCase;
    private final String openCase;
    private double filling;
    private double fillingCpu;

    private Archive(Ground ground) {
        this.ground = ground;
        this.product = Product.kept(ground, "archive");
        int asked = ground.casesAskedFor();
        this.closed = asked > 0 ? asked / 2 : ground.size().of(150, 50_000, 500_000);
        this.open = asked > 0 ? asked - closed : ground.size().of(50, 50_000, 1_000_000);
        product.wake();
        this.desk = new OurDesk(product);
        product.settle();
        // the first of each leaves what later ones share
        wholeLife(desk);
        OurDesk wardB = new OurDesk(product, "B");
        product.settle();
        wardB.handIn();
        product.settle();
        Cloning before = cloning();
        this.closedCase = wholeLife(desk);
        Cloning.Template whole = before.template(codes(product, closedCase));
        before = cloning();
        this.openCase = wardB.handIn();
        product.settle();
        Cloning.Template begun = before.template(codes(product, openCase));
        fill(whole, closed);
        fill(begun, open);
        product.rest();
        check();
    }

    /** The record has to be as the program would have written it; at the usual size a sample will do. */
    private void check() {
        LedgerIntegrity integrity = product.bean(LedgerIntegrity.class);
        ground.say("the check of the record");
        if (ground.size() != Size.USUAL) sound(integrity.check());
        for (int n = 1; n <= SAMPLE; n++) {
            sound(integrity.check(copy(1 + n * (closed - 1) / SAMPLE)));
            sound(integrity.check(Cloning.copyOf(openCase, 1 + n * (open - 1) / SAMPLE)));
        }
    }

    private static void sound(LedgerIntegrity.Finding found) {
        WrongResult.unlessSame("breaks in the record", found.breaks(), List.of());
    }

    /** What was done to have it. */
    public void tell(Pairs pairs) {
        long events = product.store().answer("select count(*) from ledger.event");
        pairs.remark(
                "in store",
                "%,d closed cases, %,d open, %,d events, filled in %.0f s (%.0f s of CPU)"
                        .formatted(closed, open, events, filling, fillingCpu));
    }

    private void fill(Cloning.Template template, int copies) {
        product.rest();
        long begun = System.nanoTime();
        double cpu = ground.cpu();
        template.multiply(copies);
        filling += (System.nanoTime() - begun) / 1e9;
        fillingCpu += ground.cpu() - cpu;
        afterwards();
        product.wakeAtEnd();
        product.settle();
    }

    public static Archive on(Ground ground) {
        return ground.keep("archive", () -> new Archive(ground));
    }

    private Cloning cloning() {
        return new Cloning(
                ground,
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

    /** By itself. */
    void nothingFallsDue() {
        JdbcTemplate jdbc = product.store().jdbc();
        jdbc.execute("update engine.due set next_at = 'infinity' where next_at is not null");
        jdbc.execute("vacuum (analyze) engine.due");
    }

    /** What counts rows has to count the copies too. */
    private void afterwards() {
        nothingFallsDue();
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
        return closed + open;
    }

    int closed() {
        return closed;
    }

    public int open() {
        return open;
    }

    /** A copy of the case that stands at its first task. */
    public String openCopy(int n) {
        return Cloning.copyOf(openCase, 1 + n * 7919 % open);
    }

    Workshop.Side side() {
        return new Workshop.Side(product.store(), desk, product::wake, product::rest, "");
    }

    /** A copy of the case that was worked on to its end. */
    String copy(int n) {
        return Cloning.copyOf(closedCase, n);
    }

    /** The peer's store with as many finished instances, and the ids to ask for. */
    Peer peer() {
        return ground.keep("archive peer", () -> new Peer(ground, closed));
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
                    ground,
                    camunda.store(),
                    new Table("public", "act_ru_meter_log"),
                    new Table("public", "act_ge_property"));
            this.instance = wholeLife(desk);
            cloning.template().multiply(cases);
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
        // the program is kept by others
    }
}
