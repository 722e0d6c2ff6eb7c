package vn.caunoi.ops.bench.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Store;

/** Counts what one database is asked, by the server's log, which holds all statements only while it is counted. */
final class Statements {
    private final Ground ground;

    Statements(Ground ground) {
        this.ground = ground;
        ground.set("log_line_prefix", "'%m [%p] db=%d '");
    }

    double inAMinute(Store store, int seconds) {
        ground.set("log_statement", "'all'");
        long before = of(store);
        Programs.pause(Duration.ofSeconds(seconds));
        double each = (of(store) - before) * 60.0 / seconds;
        ground.set("log_statement", "'none'");
        return each;
    }

    private long of(Store store) {
        try (Stream<Path> logs = Files.list(ground.folder("postgres/log"))) {
            return logs.mapToLong(log -> lines(log, "db=" + store.name() + " ")).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path log, String database) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(database))
                    .filter(line -> line.contains("execute ") || line.contains("statement: "))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
