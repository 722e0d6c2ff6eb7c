package vn.caunoi.ops.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite at its smallest size: nothing is said about speed, but both sides come to the same results. */
class QuickBenchTest {
    /** It starts processes of its own, which other tests do too. */
    private static final String PROGRAMS = "10";

    @TempDir
    Path folder;

    @Test
    void ours_and_its_peers_come_to_the_same_results() {
        List<Row.Entry> rows =
                Rows.ALL.stream().filter(row -> !row.id().equals(PROGRAMS)).toList();
        Result result = new Suite(Asked.quietly(Size.QUICK)).run(folder.resolve("data"), rows);
        assertThat(result.wrong()).isEmpty();
        assertThat(result.rows()).hasSameSizeAs(rows).allSatisfy(row -> assertThat(row.figures())
                .isNotEmpty());
        new Report(result).write(folder.resolve("results"));
        assertThat(folder.resolve("results/latest.html")).content().contains("Caunoi", "<svg");
        assertThat(folder.resolve("results/latest.json")).content().contains("\"verdict\" : \"right\"");
    }
}
