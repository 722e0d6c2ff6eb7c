package vn.caunoi.ops.bench.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import vn.caunoi.ops.bench.Goal;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Measure;
import vn.caunoi.ops.bench.Pairs;
import vn.caunoi.ops.bench.Product;
import vn.caunoi.ops.bench.Row;
import vn.caunoi.ops.bench.Size;
import vn.caunoi.ops.bench.Store;
import vn.caunoi.ops.bench.WrongResult;
import vn.caunoi.ops.bench.work.Archive;
import vn.caunoi.projections.Rebuild;

/** Rows 5 and 5b: the inbox anew from all events, against copying them out and the result in, and against Axon. */
public final class Rebuilding implements Row {
    private static final List<String> TABLES = List.of("task", "task_ended", "task_count");

    private final Ground ground;
    private final Product product;
    private final Store store;
    private final boolean againstAxon;

    private Rebuilding(Ground ground, boolean againstAxon) {
        this.ground = ground;
        this.product = Archive.on(ground).product();
        this.store = product.store();
        this.againstAxon = againstAxon;
    }

    public static Row againstFloor(Ground ground) {
        return new Rebuilding(ground, false);
    }

    public static Row againstAxon(Ground ground) {
        return new Rebuilding(ground, true);
    }

    @Override
    public void measure(Pairs pairs, int times) {
        long events = store.answer("select count(*) from ledger.event");
        pairs.remark("events in store", events);
        product.wake();
        if (againstAxon) axon(pairs, times, events);
        else floor(pairs, times, events);
        product.rest();
    }

    private void floor(Pairs pairs, int times, long events) {
        Measure time = new Measure(
                "5",
                "inbox rebuilt from " + Goal.told(events) + " events, copied out and in and indexed",
                "s",
                Goal.less(2, 1.3));
        // compiled before the first that counts
        if (ground.size() != Size.QUICK) rebuild();
        for (int n = 0; n < times; n++) {
            double ours = rebuild();
            pairs.add(time, ours, copied());
        }
        Rebuild.Outcome compared = product.bean(Rebuild.class).run("inbox", Rebuild.Way.COMPARED, progress -> {});
        WrongResult.unlessSame("what a rebuilt inbox differs in", compared.differences(), Optional.of(List.of()));
        pairs.remark(
                "seconds with comparing before the switch",
                compared.end().elapsed().toMillis() / 1e3);
    }

    private void axon(Pairs pairs, int times, long events) {
        int replayed = (int) Math.min(events, ground.size().of(500, 50_000, 5_000_000));
        AxonReplay axon = ground.keep("axon replay", () -> new AxonReplay(ground, product, replayed));
        Measure rate = new Measure(
                "5b", "events/s into the inbox, Axon's pooled processor, batch 1,000", "/s", Goal.more(10, 50));
        pairs.remark("the peer replays", replayed + " of them, one segment, the same handler and tables");
        if (ground.size() != Size.QUICK) axon.replay();
        for (int n = 0; n < times; n++) pairs.add(rate, events / rebuild(), replayed / axon.replay());
    }

    /** Seconds it took; what is in the tables afterwards has to be what was there. */
    private double rebuild() {
        String before = content();
        ground.settle();
        long begun = System.nanoTime();
        product.bean(Rebuild.class).start("inbox", progress -> {});
        double seconds = (System.nanoTime() - begun) / 1e9;
        WrongResult.unlessSame("rebuilt inbox", content(), before);
        return seconds;
    }

    /** Of the tasks without the forms, whose order does not matter. */
    private String content() {
        return String.valueOf(store.jdbc()
                .queryForObject(
                        "select count(*) || ' open, '"
                                + " || sum(hashtext(concat_ws('|', id, petition, unit, role, assignee, code, subject)))"
                                + " || ', ' || (select count(*) || ' ended ' || sum(hashtext(concat_ws('|', id, petition)))"
                                + " from views.task_ended)"
                                + " || ', ' || (select sum(open) || ' ' || sum(unclaimed) from views.task_count)"
                                + " from views.task",
                        String.class));
    }

    private double copied() {
        Path folder = ground.folder("copied");
        try (Connection connection = store.connection()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : TABLES) out(copy, "views." + table, folder.resolve(table));
            ground.settle();
            long begun = System.nanoTime();
            copy.copyOut(
                    "copy (select * from ledger.event order by 1) to stdout (format binary)",
                    OutputStream.nullOutputStream());
            store.jdbc().execute("drop schema if exists copied cascade");
            store.jdbc().execute("create schema copied");
            for (String table : TABLES) in(copy, table, folder.resolve(table));
            return (System.nanoTime() - begun) / 1e9;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void out(CopyManager copy, String table, Path file) throws SQLException, IOException {
        try (OutputStream to = Files.newOutputStream(file)) {
            copy.copyOut("copy " + table + " to stdout (format binary)", to);
        }
    }

    private void in(CopyManager copy, String table, Path file) throws SQLException, IOException {
        store.jdbc().execute("create table copied.%1$s (like views.%1$s)".formatted(table));
        try (InputStream from = Files.newInputStream(file)) {
            copy.copyIn("copy copied." + table + " from stdin (format binary)", from);
        }
        for (String index : store.jdbc()
                .queryForList(
                        "select replace(indexdef, ' ON views.', ' ON copied.') from pg_indexes"
                                + " where schemaname = 'views' and tablename = ?",
                        String.class,
                        table)) store.jdbc().execute(index);
    }

    @Override
    public void close() {
        store.jdbc().execute("drop schema if exists copied cascade");
    }
}
