package vn.caunoi.core.ledger;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to the shape this program needs: one schema, one migration series ({@code db/<schema>}) and one
 * history per owner. A series without a folder on the classpath is skipped.
 */
public final class Migrations {

    private static final List<String> SERIES = List.of("vault", "ledger", "engine", "views");

    private final DataSource database;

    private Migrations(DataSource database) {
        this.database = database;
    }

    /** Runs all series that are on the classpath; throws when the database has another history than this program. */
    public static Migrations run(DataSource database) {
        Migrations migrations = new Migrations(database);
        SERIES.forEach(migrations::migrate);
        return migrations;
    }

    private void migrate(String series) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/" + series)
                .failOnMissingLocations(false)
                .schemas(series)
                .defaultSchema(series)
                .createSchemas(true)
                .table("migration")
                .load()
                .migrate();
    }
}
