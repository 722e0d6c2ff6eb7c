package vn.caunoi.ops.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A register with an open case, a closed one, and lines that cannot be taken. */
class ImportedRegisterTest {
    private static final String HEADER = "case:channel,case:concept:name,case:deadline,case:department,case:enddate,"
            + "case:enddate_planned,case:group,case:responsible,case:startdate,concept:instance,concept:name,"
            + "lifecycle:transition,org:group,org:resource,time:timestamp\n";

    @TempDir
    Path folder;

    @Test
    void cases_are_taken_once_open_ones_stand_as_overdue_tasks_and_closed_ones_are_closed() throws Exception {
        Path register = folder.resolve("register.csv");
        Files.writeString(
                register,
                HEADER
                        + line("case-1", "", "Confirmation of receipt")
                        + line("case-1", "", "T02 Check confirmation of receipt")
                        + line("case-2", "2011-11-01 10:00:00+01:00", "Confirmation of receipt")
                        + line("case-3", "", "Confirmation of receipt").replace("2011-12-06", "somewhen"));
        Path data = folder.resolve("data");
        try (RunningProgram program = RunningProgram.start(data, "--no-samples")) {
            String first = CommandLine.run(
                            "import", "receipt", "--file", register.toString(), "--data", data.toString())
                    .said();
            assertThat(first).contains("cases taken: 2 (open 1, closed 1), here already: 0", "lines left out: 1");
            assertThat(CommandLine.run("import", "receipt", "--file", register.toString(), "--data", data.toString())
                            .said())
                    .contains("cases taken: 0 (open 0, closed 0), here already: 2");

            JsonNode open = only(program, "/api/petitions?q=case-1");
            assertThat(open.get("channel").asString()).isEqualTo("ONLINE");
            assertThat(open.get("status").asString()).isEqualTo("OPEN");
            assertThat(only(program, "/api/petitions?q=case-2").get("status").asString())
                    .isEqualTo("CLOSED");
            assertThat(only(program, "/api/oversight/escalated").get("id").asString())
                    .isEqualTo(open.get("id").asString());
            JsonNode file = program.get(
                            "inspector1", "/api/petitions/" + open.get("id").asString())
                    .body();
            assertThat(file.get("tasks")).hasSize(1);
            assertThat(file.get("deadlines").get(0).get("rule").asString()).isEqualTo("imported");
            assertThat(file.get("tasks").get(0).get("due").asString()).startsWith("2011-12-06");
        }
    }

    private static JsonNode only(RunningProgram program, String path) {
        JsonNode items = program.get("inspector1", path).body().get("items");
        assertThat(items).as(path).hasSize(1);
        return items.get(0);
    }

    private static String line(String number, String closed, String activity) {
        return "Internet," + number + ",2011-12-06 13:41:31.788000+01:00,General," + closed
                + ",2011-12-06 13:41:31.788000+01:00,Group 2,Resource21,2011-10-11 13:42:22.688000+02:00,task-1,"
                + activity + ",complete,Group 1,Resource21,2011-10-11 13:45:40.276000+02:00\n";
    }
}
