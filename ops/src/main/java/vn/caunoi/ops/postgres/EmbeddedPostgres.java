package vn.caunoi.ops.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A durable PostgreSQL in {@code <data>/postgres}, reachable from this machine only and only by password. It has its own
 * session, so neither Ctrl-C nor a killed program takes it along: the next start on the folder adopts it. Close it after
 * everything that uses it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private final FolderLock lock;
    private final Programs programs;
    private final Cluster cluster;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPostgres(FolderLock lock, Programs programs, Cluster cluster, int port) {
        this.lock = lock;
        this.programs = programs;
        this.cluster = cluster;
        this.port = port;
    }

    /**
     * Starts or adopts the database of a data folder, made on first use, and returns when it answers.
     *
     * @throws CannotStart if another program holds the folder, or PostgreSQL cannot run here
     */
    public static EmbeddedPostgres start(Path dataFolder) {
        Path data = real(OwnFiles.folder(dataFolder));
        FolderLock lock = FolderLock.take(data);
        boolean started = false;
        try {
            Path home = OwnFiles.folder(data.resolve("postgres"));
            OwnFiles.refuseOthers(home);
            Programs programs = new Programs(Binaries.unpackedBelow(home), home.resolve("start.log"));
            Cluster cluster = new Cluster(home);
            cluster.makeIfMissing(programs);
            int port = new Start(programs, cluster).adoptOrStart();
            var postgres = new EmbeddedPostgres(lock, programs, cluster, port);
            started = true;
            return postgres;
        } finally {
            if (!started) lock.close();
        }
    }

    /** Where the application's database is: {@code jdbc:postgresql://127.0.0.1:…}. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Start.APPLICATION + "?reWriteBatchedInserts=true";
    }

    /** The owner of the application's database; no superuser. */
    public String user() {
        return Start.APPLICATION;
    }

    public String password() {
        return cluster.password();
    }

    /** Ends open connections and stops with everything written; the folder is then free. Safe to repeat. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) return;
        try {
            if (Postmaster.of(cluster.files()).filter(Postmaster::lives).isPresent())
                programs.run("pg_ctl", "stop", "--pgdata=" + cluster.files(), "--mode=fast", "--wait", "--timeout=120");
        } finally {
            lock.close();
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
