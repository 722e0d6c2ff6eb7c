package vn.caunoi.ops.bench.program;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.ops.bench.Goal;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Measure;
import vn.caunoi.ops.bench.Pairs;
import vn.caunoi.ops.bench.Row;
import vn.caunoi.ops.bench.Size;
import vn.caunoi.ops.bench.Store;

/** Row 10: the program and a bare Camunda REST application, each in a process of its own on the same server. */
public final class Programs implements Row {
    private static final String LOGIN = "Basic "
            + Base64.getEncoder().encodeToString("clerk1:clerk1".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    private final Ground ground;
    private final Store ours;
    private final Store peers;
    private final String peerPath;

    public Programs(Ground ground) {
        this.ground = ground;
        this.peerPath = builtPeer();
        this.ours = ground.store("program_ours");
        this.peers = ground.store("program_peer");
        logStatements(ours);
        logStatements(peers);
        // the first start makes the tables; that is not measured
        ours().close();
        peer().close();
    }

    /** Its libraries do not go together with ours, so it has a build of its own, which only this row runs. */
    private String builtPeer() {
        Path pom = Path.of("ops/bench/peer/pom.xml").toAbsolutePath();
        Path path = ground.folder("peer").resolve("classpath");
        try {
            int status = new ProcessBuilder(
                            "mvn",
                            "-q",
                            "-B",
                            "-ntp",
                            "-f",
                            pom.toString(),
                            "compile",
                            "dependency:build-classpath",
                            "-Dmdep.outputFile=" + path)
                    .redirectErrorStream(true)
                    .redirectOutput(ground.folder("peer").resolve("build.log").toFile())
                    .start()
                    .waitFor();
            if (status != 0) throw new IllegalStateException("the peer cannot be built, see " + path.getParent());
            return pom.resolveSibling("target/classes") + File.pathSeparator + Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Server ours() {
        // without the tests, which are no part of the program
        String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        return Server.start(
                path,
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

    private Server peer() {
        return Server.start(
                peerPath,
                "vn.caunoi.bench.peer.CamundaRest",
                List.of("--server.port=%d", "--server.address=127.0.0.1", "--camunda.bpm.history-level=full"),
                "/engine-rest/engine",
                ground.folder("peer").resolve("out.log"),
                settings(peers));
    }

    private static java.util.Map<String, String> settings(Store store) {
        return java.util.Map.of(
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

    @Override
    public void measure(Pairs pairs, int times) {
        for (int n = 0; n < times; n++) {
            double[] our = figures(ours, ours(), "/api/petitions", PETITION, LOGIN);
            double[] their = figures(peers, peer(), null, "", "");
            pairs.add(
                    new Measure("10", "start to first 200, a bare Camunda REST application", "s", Goal.less(1.5, 1)),
                    our[0],
                    their[0]);
            pairs.add(new Measure("10", "memory after start and use", "MiB", Goal.less(1.2, 0.8)), our[1], their[1]);
            pairs.add(new Measure("10", "statements a minute when idle", "/min", Goal.below(120, 30)), our[2]);
            pairs.add(new Measure("10", "the same, of the peer", "/min", Goal.none()), their[2]);
        }
    }

    private static final String PETITION = """
            {"kind": "FEEDBACK", "channel": "DESK", "unit": "A", "subject": "Phản ánh rác thải", "content": "Rác tồn đọng",
             "points": [{"demand": "Thu gom rác"}], "petitioners": [{"fullName": "Nguyễn Văn An", "address": "Thôn Đông"}]}
            """;

    /** Start, memory after some use, statements while nobody asks for anything. */
    private double[] figures(Store store, Server server, @Nullable String path, String body, String login) {
        try (server) {
            int uses = ground.size().of(3, 300, 10_000);
            for (int n = 0; n < uses; n++)
                if (path != null) server.post(path, body, login);
                else server.get("/engine-rest/task/count", login);
            pause(Duration.ofSeconds(ground.size() == Size.QUICK ? 1 : 10));
            double resident = server.resident();
            long before = statements(store);
            Duration idle = Duration.ofSeconds(ground.size() == Size.QUICK ? 2 : 60);
            pause(idle);
            double each = (statements(store) - before) * 60.0 / idle.toSeconds();
            return new double[] {server.seconds(), resident, each};
        }
    }

    private static void logStatements(Store store) {
        store.jdbc().execute("alter database " + store.name() + " set log_statement = 'all'");
    }

    /** What the server logged of this database; all of its statements are logged, and only its. */
    private long statements(Store store) {
        try (Stream<Path> logs = Files.list(ground.folder("postgres/log"))) {
            return logs.mapToLong(Programs::lines).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("execute ") || line.contains("statement: "))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    @Override
    public void close() {
        ground.drop(ours);
        ground.drop(peers);
    }
}
