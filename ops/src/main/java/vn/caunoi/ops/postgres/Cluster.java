package vn.caunoi.ops.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;

/** The files of the database below {@code <data>/postgres}: made once, configured at each start. */
record Cluster(Path home) {
    static final String SUPERUSER = "postgres";
    private static final int PASSWORD_BYTES = 32;

    Path files() {
        return home.resolve("data");
    }

    String password() {
        Path file = home.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            OwnFiles.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return OwnFiles.read(file);
    }

    /** Made aside and then named, so that a first start that was killed leaves no half a database. */
    void makeIfMissing(Programs programs) {
        if (Files.exists(files())) {
            refuseOtherVersion();
            return;
        }
        password();
        Path part = home.resolve("data.part");
        try {
            OwnFiles.deleteFolder(part);
            make(part, programs);
            Files.writeString(part.resolve("postgresql.conf"), "include = 'caunoi.conf'\n", StandardOpenOption.APPEND);
            Files.move(part, files(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(Path part, Programs programs) {
        programs.run(
                "initdb",
                "--pgdata=" + part,
                "--username=" + SUPERUSER,
                "--pwfile=" + home.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
    }

    private void refuseOtherVersion() {
        String made = OwnFiles.read(files().resolve("PG_VERSION"));
        if (!Binaries.VERSION.startsWith(made + "."))
            throw new CannotStart(
                    "The database in " + files() + " was made by PostgreSQL " + made + "; this program brings "
                            + Binaries.VERSION + ". Upgrade it, or name another folder with --data.");
    }

    /**
     * Durable by decision, not by luck: what was answered has been written. Log lines carry neither statements nor the
     * values in them, for these are personal data.
     */
    void configure() {
        OwnFiles.write(files().resolve("caunoi.conf"), """
                # Written at every start. Your own settings: ALTER SYSTEM, or in postgresql.conf below the include.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 60
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                wal_compression = on
                max_wal_size = '4GB'
                min_wal_size = '256MB'
                checkpoint_timeout = '15min'
                shared_buffers = '256MB'
                effective_cache_size = '1GB'
                work_mem = '8MB'
                random_page_cost = 1.1
                jit = off
                autovacuum_naptime = '20s'
                autovacuum_vacuum_scale_factor = 0.05
                autovacuum_analyze_scale_factor = 0.05
                autovacuum_vacuum_insert_scale_factor = 0.1
                autovacuum_vacuum_cost_limit = 1000
                timezone = 'UTC'
                log_timezone = 'UTC'
                logging_collector = on
                log_directory = '%s'
                log_filename = 'postgres-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = '1d'
                log_rotation_size = 0
                log_error_verbosity = terse
                log_min_error_statement = panic
                log_parameter_max_length_on_error = 0
                """.formatted(port(), home.resolve("log")));
    }

    /** The same as last time where it is free, so that settings of other programs stay right. */
    private int port() {
        Path file = home.resolve("port");
        int port = Files.exists(file) ? Integer.parseInt(OwnFiles.read(file)) : 0;
        try (ServerSocket probe = probe(port)) {
            OwnFiles.write(file, String.valueOf(probe.getLocalPort()));
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket probe(int port) throws IOException {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (BindException takenByAnother) {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        }
    }
}
