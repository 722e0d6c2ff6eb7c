package vn.caunoi.ops.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.caunoi.core.testing.CountedSockets;
import vn.caunoi.ops.postgres.EmbeddedPostgres;

/** What all rows stand on: one durable PostgreSQL of our own launcher, with a database for each side. */
public final class Ground implements AutoCloseable {
    private final Path data;
    private final Asked asked;
    private final long begun = System.nanoTime();
    private final EmbeddedPostgres postgres;
    private final String server;
    private final JdbcTemplate admin;
    private final Map<String, AutoCloseable> kept = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();

    private Ground(Path data, Asked asked, EmbeddedPostgres postgres) {
        this.data = data;
        this.asked = asked;
        this.postgres = postgres;
        this.server = postgres.url().replaceAll("jdbc:postgresql://([^/]*)/.*", "$1");
        this.admin = new JdbcTemplate(new DriverManagerDataSource(
                "jdbc:postgresql://" + server + "/postgres", "postgres", postgres.password()));
    }

    /** @param data an own folder; the database in it does not survive {@link #close()} */
    static Ground prepare(Path data, Asked asked) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
        // it has its own session, so Ctrl-C would leave it behind
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        return new Ground(data, asked, postgres);
    }

    public Size size() {
        return asked.size();
    }

    /** Cases in the store of very many that were asked for; 0 when none were. */
    public int casesAskedFor() {
        return asked.cases();
    }

    /** Tells whoever waits what is being done. */
    public void say(String what) {
        long seconds = (System.nanoTime() - begun) / 1_000_000_000;
        asked.progress().printf("[%d:%02d] %s%n", seconds / 60, seconds % 60, what);
    }

    /** A folder for files of one side. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(data.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new, empty database; one of that name from before is dropped. Its owner may turn checks off to load data. */
    public Store store(String name) {
        admin.execute("drop database if exists " + name + " with (force)");
        admin.execute("create database " + name);
        return Store.open(name, server, "postgres", postgres.password());
    }

    /** Drops a database with all that is in it. */
    public void drop(Store store) {
        store.close();
        admin.execute("drop database if exists " + store.name() + " with (force)");
    }

    /** Writes what is dirty, so that neither side pays for what the other left. */
    public void settle() {
        admin.execute("checkpoint");
    }

    /** Sets the server for what is not measured; it heeds it within moments. */
    public void set(String setting, String value) {
        admin.execute("alter system set " + setting + " = " + value);
        admin.execute("select pg_reload_conf()");
    }

    /** Something that several rows use: made once, closed at the end. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T extends AutoCloseable> T keep(String name, java.util.function.Supplier<T> making) {
        AutoCloseable found = kept.get(name);
        if (found == null) {
            if (broken.contains(name)) throw new IllegalStateException(name + " could not be made, as was said before");
            broken.add(name);
            found = making.get();
            kept.put(name, found);
            broken.remove(name);
        }
        return (T) found;
    }

    JdbcTemplate admin() {
        return admin;
    }

    /** Spent by everybody up to now; take the difference of two. */
    public Spent spent(Store of) {
        Long wal =
                admin.queryForObject("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint", Long.class);
        return new Spent(
                CountedSockets.trips(of.name()), wal == null ? 0 : wal, Cpu.ofProcess(), Cpu.ofDatabase(postmaster()));
    }

    /** CPU time spent up to now by everything the suite runs, in seconds. */
    public double cpu() {
        return (Cpu.ofProcessAndChildren() + Cpu.ofDatabase(postmaster())) / 1e3;
    }

    private long postmaster() {
        try {
            Path file = data.resolve("postgres/data/postmaster.pid");
            return Long.parseLong(Files.readAllLines(file).getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kept.values().stream().toList().reversed().forEach(Ground::closed);
        postgres.close();
    }

    private static void closed(AutoCloseable thing) {
        try {
            thing.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
