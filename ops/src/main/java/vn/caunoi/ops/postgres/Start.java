package vn.caunoi.ops.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Brings the database of a folder to the point where it answers, whatever was left there. */
record Start(Programs programs, Cluster cluster) {
    static final String APPLICATION = "caunoi";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final String CONNECTION_FAILURE = "08";
    private static final String NOT_ACCEPTING_CONNECTIONS = "57P0";

    /** The port it listens on. */
    int adoptOrStart() {
        Optional<Postmaster> left = Postmaster.of(cluster.files());
        if (left.isPresent() && answers(left.get())) return left.get().port();
        left.ifPresent(Postmaster::freeItsNumber);
        cluster.configure();
        programs.run(
                "pg_ctl",
                "start",
                "--pgdata=" + cluster.files(),
                "--log=" + cluster.home().resolve("server.log"),
                "--wait",
                "--timeout=" + PATIENCE.toSeconds());
        Postmaster started = Postmaster.of(cluster.files())
                .orElseThrow(() -> new CannotStart("PostgreSQL went away, see " + cluster.home()));
        if (!answers(started)) throw new CannotStart("PostgreSQL does not answer, see " + cluster.home());
        return started.port();
    }

    /** Waits while the process lives, for it may be recovering or just stopping. */
    private boolean answers(Postmaster postmaster) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (postmaster.lives()) {
            if (prepared(postmaster.port())) return true;
            if (System.nanoTime() > deadline)
                throw new CannotStart(
                        "PostgreSQL (process " + postmaster.pid() + ") does not answer, see " + cluster.home());
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return false;
    }

    private boolean prepared(int port) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=5&socketTimeout=60";
        try (Connection connection = DriverManager.getConnection(url, Cluster.SUPERUSER, cluster.password());
                Statement statement = connection.createStatement()) {
            makeApplicationDatabase(statement);
            return true;
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (state.startsWith(CONNECTION_FAILURE) || state.startsWith(NOT_ACCEPTING_CONNECTIONS)) return false;
            throw new CannotStart("PostgreSQL in " + cluster.home() + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** The application is no superuser: a hole in a query must not reach files and programs. */
    private void makeApplicationDatabase(Statement statement) throws SQLException {
        if (!exists(statement, "pg_roles WHERE rolname"))
            statement.execute("CREATE ROLE " + APPLICATION + " LOGIN PASSWORD '" + cluster.password() + "'");
        statement.execute("GRANT pg_monitor TO " + APPLICATION);
        if (!exists(statement, "pg_database WHERE datname"))
            statement.execute("CREATE DATABASE " + APPLICATION + " OWNER " + APPLICATION);
    }

    private static boolean exists(Statement statement, String where) throws SQLException {
        try (var found = statement.executeQuery("SELECT 1 FROM " + where + " = '" + APPLICATION + "'")) {
            return found.next();
        }
    }
}
