package vn.caunoi.ops.bench.program;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import vn.caunoi.ops.bench.Goal;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Measure;
import vn.caunoi.ops.bench.Pairs;
import vn.caunoi.ops.bench.Row;
import vn.caunoi.ops.bench.Size;
import vn.caunoi.ops.bench.Store;
import vn.caunoi.ops.bench.work.Crew;

/**
 * Row 10: the program and a bare Camunda REST application, each in a process of its own on the same server, started as
 * each ships: ours with the options of {@code ./run}, the peer with those of its starters; at most 1 GiB of heap for both.
 */
public final class Programs implements Row {
    private static final List<String> BOTH = List.of("-Xmx1g", "--enable-native-access=ALL-UNNAMED");
    /** As in {@code ./run}. */
    private static final List<String> OURS = List.of(
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseSerialGC",
            "--sun-misc-unsafe-memory-access=allow",
            "-Daxoniq.update-checker.disabled=true",
            "-Ddisable-axoniq-console-message=true");

    private final Ground ground;
    private final Store ours;
    private final Store peers;
    private final String ourPath;
    private final @Nullable String peerPath;
    private final Statements statements;

    public Programs(Ground ground) {
        this.ground = ground;
        this.ourPath = Jars.classPath(ground.folder("jars"));
        this.peerPath = PeerBuild.classPath(ground.size() != Size.QUICK);
        this.ours = ground.store("program_ours");
        this.peers = ground.store("program_peer");
        this.statements = new Statements(ground);
        if (ground.size() == Size.QUICK) return;
        // the first start makes the tables and, as ./run does, the cache of loaded classes; that is not measured
        ours("-XX:AOTCacheOutput=" + cache()).close();
        if (peerPath != null) peer(peerPath).close();
    }

    private Path cache() {
        return ground.folder("program").resolve("classes.aot");
    }

    private Server ours(String... more) {
        List<String> options = new ArrayList<>(BOTH);
        options.addAll(OURS);
        options.addAll(List.of(more));
        return Server.start(
                options,
                ourPath,
                "vn.caunoi.ops.Caunoi",
                List.of(
                        "--demo",
                        "--no-samples",
                        "--port",
                        "%d",
                        "--data",
                        ground.folder("program").toString()),
                "/actuator/health/readiness",
                ground.folder("program").resolve("out.log"),
                settings(ours));
    }

    private Server peer(String path) {
        return Server.start(
                BOTH,
                path,
                "vn.caunoi.bench.peer.CamundaRest",
                List.of(
                        "--server.port=%d",
                        "--server.address=127.0.0.1",
                        "--camunda.bpm.history-level=full",
                        "--camunda.bpm.generic-properties.properties.enforceHistoryTimeToLive=false"),
                "/engine-rest/engine",
                ground.folder("peer").resolve("out.log"),
                settings(peers));
    }

    private static Map<String, String> settings(Store store) {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                store.url().replaceAll("[?].*", "?reWriteBatchedInserts=true"),
                "SPRING_DATASOURCE_USERNAME",
                store.user(),
                "SPRING_DATASOURCE_PASSWORD",
                store.password(),
                "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE",
                "30",
                "SPRING_DATASOURCE_HIKARI_MINIMUMIDLE",
                "4");
    }

    /** What is taken down of one start. */
    private record Seen(double seconds, double resident, double statements) {}

    @Override
    public void measure(Pairs pairs, int times) {
        pairs.remark("used by", lives() + " lifecycles over HTTP, " + Crew.PEOPLE + " at a time");
        if (peerPath == null) pairs.remark("the peer", "is not built here; ./bench 10 builds it");
        for (int n = 0; n < times; n++) {
            Seen our = seen(ours, server(true), true);
            Seen their =
                    peerPath == null ? new Seen(Double.NaN, Double.NaN, Double.NaN) : seen(peers, server(false), false);
            pairs.add(
                    new Measure("10", "start to first 200, a bare Camunda REST application", "s", Goal.less(1.5, 1)),
                    our.seconds,
                    their.seconds);
            pairs.add(
                    new Measure("10", "memory after start and use", "MiB", Goal.less(1.2, 0.8)),
                    our.resident,
                    their.resident);
            pairs.add(new Measure("10", "statements a minute when idle", "/min", Goal.below(120, 30)), our.statements);
            pairs.add(new Measure("10", "the same, of the peer", "/min", Goal.none()), their.statements);
        }
    }

    private Server server(boolean our) {
        if (!our) return peer(String.valueOf(peerPath));
        return ground.size() == Size.QUICK ? ours("-XX:TieredStopAtLevel=1") : ours("-XX:AOTCache=" + cache());
    }

    private int lives() {
        return ground.size().of(3, 500, 10_000);
    }

    private Seen seen(Store store, Server server, boolean our) {
        try (server) {
            Life life = our ? new Life.Ours(server) : new Life.Peers(server);
            life.publish();
            AtomicInteger left = new AtomicInteger(lives());
            List<Callable<Void>> people = new ArrayList<>();
            for (int n = 0; n < Crew.PEOPLE; n++)
                people.add(() -> {
                    while (left.getAndDecrement() > 0) life.live();
                    return null;
                });
            Crew.together(people);
            pause(Duration.ofSeconds(ground.size().of(1, 10, 10)));
            double resident = server.resident();
            return new Seen(
                    server.seconds(),
                    resident,
                    statements.inAMinute(store, ground.size().of(2, 30, 60)));
        }
    }

    static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    @Override
    public void close() {
        ground.drop(ours);
        ground.drop(peers);
    }
}
