package vn.caunoi.ops.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite at its smallest size: nothing is said about speed, but both sides come to the same results. */
class QuickBenchTest {
    /** Those that need neither a process of their own nor a store filled to size. */
    private static final List<String> ROWS = List.of("1", "3", "3b", "3c", "3d", "4", "4b", "4c");

    @TempDir
    Path folder;

    @Test
    void ours_and_its_peers_come_to_the_same_results() {
        List<Row.Entry> rows =
                Rows.ALL.stream().filter(row -> ROWS.contains(row.id())).toList();
        Result result = new Suite(Size.QUICK, 1, new PrintStream(OutputStream.nullOutputStream()))
                .run(folder.resolve("data"), rows);
        assertThat(result.wrong()).isEmpty();
        assertThat(result.rows()).hasSameSizeAs(ROWS).allSatisfy(row -> assertThat(row.figures())
                .isNotEmpty());
        new Report(result).write(folder.resolve("results"));
        assertThat(folder.resolve("results/latest.html")).content().contains("Caunoi", "<svg");
        assertThat(folder.resolve("results/latest.json")).content().contains("\"verdict\" : \"right\"");
    }
}
