package vn.caunoi.ops.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Petitions of a former register by command, in a program that runs and is killed. */
class MovedInTest {

    private static final Path SAMPLES = Path.of("../docs/samples/moving-in");
    private static final int LINES = 2_000;

    @TempDir
    Path folder;

    @Test
    void a_run_that_was_killed_goes_on_without_doubling_and_all_can_be_given_out_again() throws Exception {
        Path data = folder.resolve("data");
        Path register = register();
        try (RunningProgram program = RunningProgram.start(data, "--no-samples")) {
            Process run = CommandLine.begin(words(data, register));
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
                String line = said.readLine();
                while (line != null && !line.contains("lines (")) line = said.readLine();
                assertThat(line).as("a line of progress").isNotNull();
                program.kill();
            }
            run.waitFor();
        }
        try (RunningProgram program = RunningProgram.start(data, "--no-samples")) {
            CommandLine again = CommandLine.run(words(data, register));
            assertThat(again.status()).as(again.said()).isEqualTo(1);
            assertThat(again.said())
                    .contains("line " + (LINES + 2) + ", last, Ngày nhận \"99/99/2026\"", "lines left out: 1")
                    .doesNotContain("here already: 0");
            assertThat(CommandLine.run(words(data, register)).said())
                    .contains("taken: 0 (open 0, closed 0), here already: " + LINES);

            Path out = folder.resolve("out.csv");
            String[] export = {"export", "petitions", out.toString(), "--unit", "A", "--data", data.toString()};
            CommandLine given = CommandLine.run(export);
            assertThat(given.said()).contains(LINES + " petitions");
            assertThat(Files.readAllLines(out)).hasSize(LINES + 1);
            assertThat(program.get("head1", "/api/petitions?q=viec-1999").body().path("items"))
                    .hasSize(1);
            receiptLog(data);
        }
    }

    /** A log with several lines a case, taken by its mapping; a municipality's real one too where it is there. */
    private void receiptLog(Path data) throws IOException {
        Path own = Files.writeString(folder.resolve("log.csv"), """
                case:channel,case:concept:name,case:department,case:enddate,case:enddate_planned,case:responsible,case:startdate,concept:name
                Internet,case-1,General,,2011-12-06 13:41:31.788000+01:00,Resource21,2011-10-11 13:42:22.688000+02:00,Confirmation of receipt
                Internet,case-1,General,,2011-12-06 13:41:31.788000+01:00,Resource21,2011-10-11 13:42:22.688000+02:00,T02 Check confirmation
                Intern,case-2,Experts,2011-11-24 15:36:51.302000+01:00,,Resource10,2011-10-12 08:26:25.398000+02:00,Confirmation of receipt
                """);
        assertThat(taken(own, data)).contains("taken: 2", "lines left out: 0");
        Path real = Path.of(System.getProperty("shared.data", "../../shared/data"), "receipt_odd.csv");
        if (Files.exists(real)) assertThat(taken(real, data)).contains("taken: 717", "lines left out: 0");
    }

    private static String taken(Path log, Path data) {
        return CommandLine.run(
                        "import",
                        "petitions",
                        log.toString(),
                        "--mapping",
                        SAMPLES.resolve("receipt-log.yml").toString(),
                        "--errors",
                        data.resolve("errors.csv").toString(),
                        "--data",
                        data.toString())
                .said();
    }

    private static String[] words(Path data, Path register) {
        return new String[] {
            "import",
            "petitions",
            register.toString(),
            "--mapping",
            SAMPLES.resolve("mapping.yml").toString(),
            "--data",
            data.toString()
        };
    }

    private Path register() throws IOException {
        assertThat(SAMPLES).exists();
        String header = Files.readAllLines(SAMPLES.resolve("register.csv")).getFirst();
        StringBuilder lines = new StringBuilder(header).append('\n');
        for (int i = 1; i <= LINES; i++)
            lines.append("2025/%d;05/01/2025;PA;Trực tiếp;P. TNMT;Kết thúc;viec-%d;;;;;Nguyễn Văn %d"
                            .formatted(i, i, i))
                    .append(";;;;;;;;;20/01/2025;Đã trả lời;\n");
        lines.append("last;99/99/2026;PA;Trực tiếp;P. TNMT;Kết thúc;x;;;;;An;;;;;;;;;20/01/2025;Đã trả lời;\n");
        return Files.writeString(folder.resolve("register.csv"), lines);
    }
}
