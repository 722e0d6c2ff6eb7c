package vn.caunoi.ops.bench.work;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.ops.bench.Goal;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Measure;
import vn.caunoi.ops.bench.Pairs;
import vn.caunoi.ops.bench.Product;
import vn.caunoi.ops.bench.Row;
import vn.caunoi.ops.bench.WrongResult;
import vn.caunoi.processes.driver.CaseMoves;
import vn.caunoi.processes.driver.EngineRebuild;

/** Row 13: the engine's schema is dropped with very many cases open, and built again from the record. */
public final class EngineAgain implements Row {

    /** Five minutes for 100,000 open cases: a break in which commands are recorded all the same. */
    private static final Goal SECONDS = Goal.below(300, 120);

    private final Archive archive;

    public EngineAgain(Ground ground) {
        this.archive = Archive.on(ground);
    }

    @Override
    public void measure(Pairs pairs, int times) {
        archive.tell(pairs);
        Product product = archive.product();
        product.wake();
        product.settle();
        List<String> before = places(product);
        WrongResult.unless(before.size() >= archive.open(), "fewer places than open cases");
        looked(pairs, product);
        product.startAgain(() -> product.store().jdbc().execute("drop schema engine cascade"));
        WrongResult.unlessSame("places without an engine", places(product), List.of());
        EngineRebuild.Result result = product.bean(EngineRebuild.class).run(progress -> {});
        WrongResult.unlessSame("differences from the record", result.different(), List.of());
        product.settle();
        WrongResult.unlessSame("open tasks, cases and incidents", places(product), before);
        pairs.remark(
                "built again",
                "%,d events of %,d cases in %.1f s, %,d open tasks and cases the same, no differences"
                        .formatted(
                                result.events(),
                                result.petitions(),
                                result.took().toMillis() / 1e3,
                                before.size()));
        Measure took =
                new Measure("13", "engine built again, " + Goal.told(archive.open()) + " open cases", "s", SECONDS);
        pairs.add(took, result.took().toMillis() / 1e3);
    }

    @Override
    public void close() {
        // the program is kept by others
    }

    /** What a designer waits for who wants to move them all. */
    private static void looked(Pairs pairs, Product product) {
        CaseMoves moves = product.bean(CaseMoves.class);
        product.store()
                .jdbc()
                .queryForList("select distinct process, version from engine.running order by 1, 2")
                .forEach(model -> {
                    long begun = System.nanoTime();
                    String process = String.valueOf(model.get("process"));
                    int version = ((Number) model.get("version")).intValue();
                    int places = moves.standing(process, version).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum();
                    double seconds = (System.nanoTime() - begun) / 1e9;
                    pairs.remark(
                            "where cases of " + process + " stand", "%,d counted in %.1f s".formatted(places, seconds));
                });
    }

    private static List<String> places(Product product) {
        JdbcTemplate jdbc = product.store().jdbc();
        return jdbc.queryForList("""
                        select petition || ' on ' || process || '/' || version from engine.running
                        union all select 'task ' || petition || ' ' || task from engine.task
                        union all select 'parked ' || petition || ' ' || parked from engine.place where parked is not null
                        order by 1""", String.class);
    }
}
