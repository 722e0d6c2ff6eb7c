package vn.caunoi.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    private final List<AutoCloseable> started = new ArrayList<>();

    @TempDir
    Path data;

    @BeforeEach
    void programs() {
        PreparedFolder.programsInto(data);
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : started) each.close();
        ProgramToKill.stopDatabaseOf(data);
    }

    @Test
    void what_was_answered_has_been_written() throws SQLException {
        EmbeddedPostgres postgres = start();
        assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
        assertThat(ask(postgres, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(ask(postgres, "SHOW full_page_writes")).isEqualTo("on");
        assertThat(ask(postgres, "SHOW data_checksums")).isEqualTo("on");
        assertThat(ask(postgres, "SHOW server_version")).startsWith(Binaries.VERSION);
    }

    @Test
    void names_sort_the_vietnamese_way() throws SQLException {
        String sorted = "SELECT string_agg(n, ' ' ORDER BY n COLLATE \"vi-x-icu\")"
                + " FROM unnest(ARRAY['Ê', 'D', 'Đ', 'E', 'Â', 'A', 'Ă']) n";
        assertThat(ask(start(), sorted)).isEqualTo("A Ă Â D Đ E Ê");
    }

    @Test
    void the_data_survive_a_restart() throws SQLException {
        EmbeddedPostgres first = start();
        tell(first, "CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('cầu nối')");
        first.close();
        EmbeddedPostgres second = start();
        assertThat(ask(second, "SELECT word FROM kept")).isEqualTo("cầu nối");
        assertThat(second.url()).isEqualTo(first.url());
        assertThat(second.password()).isEqualTo(first.password());
    }

    @Test
    void the_database_of_a_killed_program_is_adopted() throws Exception {
        Process program = ProgramToKill.on(data);
        String url = ProgramToKill.firstLineOf(program);
        Postmaster orphan = Postmaster.of(cluster()).orElseThrow();
        program.destroyForcibly().waitFor();
        assertThat(orphan.lives()).isTrue();

        EmbeddedPostgres postgres = start();
        assertThat(postgres.url()).isEqualTo(url);
        assertThat(Postmaster.of(cluster())).contains(orphan);
        postgres.close();
        assertThat(orphan.lives()).isFalse();
    }

    @Test
    void a_killed_database_recovers_what_was_answered() throws Exception {
        EmbeddedPostgres first = start();
        tell(first, "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7)");
        ProcessHandle postmaster =
                ProcessHandle.of(Postmaster.of(cluster()).orElseThrow().pid()).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : all) each.onExit().get(30, TimeUnit.SECONDS);
        first.close();
        assertThat(ask(start(), "SELECT n FROM kept")).isEqualTo("7");
    }

    @Test
    void a_number_that_another_process_bears_by_now_does_not_stop_the_start() throws Exception {
        start().close();
        Path own = cluster().resolve("postmaster.pid");
        Files.write(
                own,
                List.of(
                        ProcessHandle.current().pid() + "",
                        cluster().toString(),
                        "1",
                        "1",
                        "",
                        "127.0.0.1",
                        "1 1",
                        "ready"));
        assertThat(ask(start(), "SELECT 1")).isEqualTo("1");
    }

    @Test
    void a_second_program_on_the_folder_is_refused_in_one_line() throws Exception {
        start();
        Process second = ProgramToKill.on(data);
        assertThat(ProgramToKill.firstLineOf(second))
                .contains(
                        data.toRealPath().toString(),
                        "in use",
                        "process " + ProcessHandle.current().pid());
        assertThat(second.waitFor()).isNotZero();
    }

    @Test
    void a_second_start_in_the_same_program_is_refused_and_harms_nothing() throws Exception {
        EmbeddedPostgres first = start();
        assertThatExceptionOfType(CannotStart.class).isThrownBy(this::start).withMessageContaining("in use");
        assertThat(ask(first, "SELECT 1")).isEqualTo("1");
        Process third = ProgramToKill.on(data);
        assertThat(third.waitFor()).isNotZero();
    }

    @Test
    void nobody_else_can_read_the_password_or_replace_the_programs_that_a_first_start_unpacks() throws IOException {
        Path nothing = data.resolve("nothing");
        started.add(EmbeddedPostgres.start(nothing));
        Path home = nothing.resolve("postgres");
        assertThat(permissions(home.resolve("password"))).isEqualTo("rw-------");
        assertThat(permissions(home)).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("bin-" + Binaries.VERSION))).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("bin-" + Binaries.VERSION + "/bin/postgres")))
                .isEqualTo("rwx------");
    }

    @Test
    void nobody_comes_in_without_the_password() throws IOException {
        EmbeddedPostgres postgres = start();
        for (String user : List.of(postgres.user(), Cluster.SUPERUSER))
            for (String password : List.of("", user, "postgres"))
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> DriverManager.getConnection(postgres.url(), user, password)
                                .close());
        assertThat(Files.readAllLines(cluster().resolve("pg_hba.conf")))
                .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("scram-sha-256"));
    }

    @Test
    void the_application_is_no_superuser_but_may_add_what_search_needs() throws SQLException {
        EmbeddedPostgres postgres = start();
        assertThat(ask(postgres, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
        tell(postgres, "CREATE EXTENSION unaccent", "CREATE EXTENSION pg_trgm", "CREATE SCHEMA ledger");
    }

    private Path cluster() throws IOException {
        return data.toRealPath().resolve("postgres/data");
    }

    private EmbeddedPostgres start() {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
        started.add(postgres);
        return postgres;
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static String ask(EmbeddedPostgres postgres, String question) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void tell(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            for (String each : statements) statement.execute(each);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }
}
