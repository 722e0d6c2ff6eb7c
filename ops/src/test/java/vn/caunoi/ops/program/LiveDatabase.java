package vn.caunoi.ops.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database of a program that runs, by what lies in its folder. */
record LiveDatabase(DataSource source) {
    /** Of {@code postmaster.pid}. */
    private static final int PORT_LINE = 3;

    static LiveDatabase of(Path data) {
        Path home = data.resolve("postgres");
        try {
            String port = Files.readAllLines(home.resolve("data/postmaster.pid"))
                    .get(PORT_LINE)
                    .strip();
            String password = Files.readString(home.resolve("password")).strip();
            return new LiveDatabase(
                    new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:" + port + "/caunoi", "caunoi", password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Connection connection() throws SQLException {
        return source.getConnection();
    }
}
