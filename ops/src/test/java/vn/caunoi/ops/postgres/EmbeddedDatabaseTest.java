package vn.caunoi.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class EmbeddedDatabaseTest {
    @TempDir
    Path data;

    @AfterEach
    void stop() throws IOException {
        ProgramToKill.stopDatabaseOf(data);
    }

    @Test
    void the_database_stops_after_the_application_has_done_its_last_work() throws Exception {
        PreparedFolder.programsInto(data);
        Process program = ProgramToKill.of(ProgramWithContext.class, data);
        assertThat(ProgramToKill.firstLineOf(program)).isEqualTo("ready");
        Postmaster postmaster =
                Postmaster.of(data.toRealPath().resolve("postgres/data")).orElseThrow();

        program.toHandle().destroy();
        assertThat(program.inputReader().lines()).containsExactly("the database is still there");
        program.waitFor();
        assertThat(postmaster.lives()).isFalse();
    }

    @Test
    void nothing_is_started_where_another_database_is_configured() {
        GenericApplicationContext context = new GenericApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "spring.datasource.url",
                                "jdbc:postgresql://elsewhere/caunoi",
                                "caunoi.data",
                                data.resolve("none").toString())));
        new EmbeddedDatabase().initialize(context);
        assertThat(data).isEmptyDirectory();
    }
}
