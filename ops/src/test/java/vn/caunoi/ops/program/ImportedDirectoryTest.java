package vn.caunoi.ops.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A directory brought into a program that runs. */
class ImportedDirectoryTest {

    @TempDir
    static Path folder;

    @Test
    void a_dry_run_changes_nothing_a_wrong_line_keeps_all_out_and_a_good_file_is_there_at_once() throws IOException {
        Path data = folder.resolve("data");
        Path good = Files.writeString(folder.resolve("good.csv"), """
                what,id,name,unit,roles,account
                officer,officer9,Phạm Thị Chín,C9,officer,yes
                unit,C9,Xã Chín,P,,
                officer,officer2,Người Hai,A,officer head,
                """);
        Path bad = Files.writeString(
                folder.resolve("bad.csv"), Files.readString(good) + "officer,officer8,Tám,nowhere,officer,\n");
        try (RunningProgram program = RunningProgram.start(data, "--no-samples")) {
            CommandLine dry = imported(good, data, "--dry-run");
            assertThat(dry.status()).as(dry.said()).isZero();
            assertThat(dry.said()).contains("+ unit C9", "+ officer officer9", "~ officer officer2", "dry run");
            assertThat(names(program)).doesNotContain("Người Hai");
            CommandLine refused = imported(bad, data);
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.said()).contains("line 5, officer8: there is no unit nowhere", "Nothing was changed");
            assertThat(names(program)).doesNotContain("Người Hai");
            CommandLine done = imported(good, data);
            assertThat(done.status()).as(done.said()).isZero();
            assertThat(names(program)).contains("Người Hai");
            assertThat(imported(good, data).said()).contains("as they are: 3");
            Path categories = Files.writeString(folder.resolve("categories.csv"), """
                    id,parent,vi,en,field,units
                    river,environment,Sông hồ,Rivers and lakes,,A>C9
                    waste,environment,Rác thải,Waste,,
                    """);
            CommandLine known = imported(categories, data, "--valid-from", "2026-01-01");
            assertThat(known.status()).as(known.said()).isZero();
            assertThat(known.said()).contains("+ category river", "as they are: 1");
            assertThat(program.get("head1", "/api/categories?q=song%20ho")
                            .body()
                            .toString())
                    .contains("\"river\"", "A>C9");
        }
    }

    private static CommandLine imported(Path file, Path data, String... more) {
        String[] words = {"import", "directory", "--file", file.toString(), "--data", data.toString()};
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(words), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        return CommandLine.run(all);
    }

    private static java.util.List<String> names(RunningProgram program) {
        JsonNode items = program.get("head1", "/api/officers").body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(one -> one.path("name").asString())
                .toList();
    }
}
