package vn.caunoi.core.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import vn.caunoi.core.ledger.Migrations;

/**
 * A real, freshly migrated PostgreSQL database. One server per test JVM, started at first use; each call of
 * {@link #fresh()} copies a template that was migrated once, which takes some tens of milliseconds.
 *
 * <pre>{@code
 * static final TestDatabase database = TestDatabase.fresh();
 *
 * @DynamicPropertySource
 * static void properties(DynamicPropertyRegistry registry) { database.register(registry); }
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {

    private static final String TEMPLATE = "caunoi_template";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final CountDownLatch CONTEXTS_CLOSED = new CountDownLatch(1);
    private static final AtomicBoolean USED_BY_CONTEXTS = new AtomicBoolean();
    private static @Nullable EmbeddedPostgres server;

    private final String name;
    private final HikariDataSource pool;

    private TestDatabase(String name) {
        this.name = name;
        this.pool = pool(url(name));
    }

    /** A new database with all migration series that are on the classpath. */
    public static synchronized TestDatabase fresh() {
        String name = "caunoi_" + COUNT.incrementAndGet();
        String template = migratedTemplate();
        execute("create database " + name + " template " + template);
        return new TestDatabase(name);
    }

    public DataSource dataSource() {
        return pool;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    public String url() {
        return url(name);
    }

    /** Points a Spring context at this database; the vault gets a fixed master key. */
    public void register(DynamicPropertyRegistry registry) {
        if (USED_BY_CONTEXTS.compareAndSet(false, true)) {
            SpringApplication.getShutdownHandlers().add(CONTEXTS_CLOSED::countDown);
        }
        registry.add("spring.datasource.url", this::url);
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "postgres");
        registry.add("caunoi.vault.master-key", () -> MASTER_KEY);
    }

    /** 32 bytes in base64; protects nothing but tests. */
    public static final String MASTER_KEY = "dGVzdHMgb25seTogbm90aGluZyBpcyBzZWNyZXQuLi4=";

    @Override
    public void close() {
        pool.close();
        execute("drop database if exists " + name + " with (force)");
    }

    private static String migratedTemplate() {
        if (server == null) {
            server = start();
            execute("create database " + TEMPLATE);
            try (HikariDataSource pool = pool(url(TEMPLATE))) {
                Migrations.run(pool);
            }
        }
        return TEMPLATE;
    }

    private static EmbeddedPostgres start() {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::stopLast));
            return EmbeddedPostgres.builder()
                    .setRegisterShutdownHook(false)
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("shared_buffers", "64MB")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A context that closes after its database waits half a minute for a connection. */
    private static void stopLast() {
        try {
            if (USED_BY_CONTEXTS.get() && !CONTEXTS_CLOSED.await(20, TimeUnit.SECONDS)) {
                System.err.println("contexts are still open; their database stops now");
            }
            if (server != null) server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String url(String database) {
        if (server == null) {
            throw new IllegalStateException("the test server is started by fresh()");
        }
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database + "?reWriteBatchedInserts=true";
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("postgres");
        config.setPassword("postgres");
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private static void execute(String sql) {
        if (server == null) {
            return;
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
