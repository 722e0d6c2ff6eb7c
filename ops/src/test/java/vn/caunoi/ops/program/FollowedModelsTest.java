package vn.caunoi.ops.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * All cases of the demonstration and of a receipt log that was taken over. Another log than the small one here is named
 * by the property {@code caunoi.receipt-log}.
 */
class FollowedModelsTest {
    private static final String HEADER = "case:channel,case:concept:name,case:deadline,case:department,case:enddate,"
            + "case:enddate_planned,case:group,case:responsible,case:startdate,concept:instance,concept:name,"
            + "lifecycle:transition,org:group,org:resource,time:timestamp\n";

    @TempDir
    Path folder;

    @Test
    void cases_go_the_same_way_through_every_unchanged_model_and_are_proven_to_have_followed_it() throws Exception {
        Path data = folder.resolve("data");
        try (RunningProgram program = RunningProgram.start(data)) {
            CommandLine taken = CommandLine.run("import", "receipt", "--file", log(), "--data", data.toString());
            assertThat(taken.status()).as(taken.said()).isZero();

            newest(program).forEach((key, version) -> {
                String xml = program.text("designer1", "/api/processes/" + key + "/" + version);
                JsonNode outcome = program.postXml(
                                "designer1", "/api/processes/" + key + "/rehearsals?sample=10000", xml)
                        .body();
                System.out.println(
                        key + ": " + outcome.path("cases") + " cases in " + outcome.path("tookMillis") + " ms");
                assertThat(outcome.path("same").asInt(-1))
                        .as(key + ": " + outcome)
                        .isEqualTo(outcome.path("cases").asInt());
            });

            CommandLine proof = CommandLine.run("check", "determinism", "--data", data.toString());
            System.out.println(proof.said());
            assertThat(proof.said()).contains("; 0 did not follow their model");
            assertThat(proof.status()).isZero();
            assertThat(CommandLine.run("check", "something", "--data", data.toString())
                            .status())
                    .isNotZero();
        }
    }

    private static Map<String, Integer> newest(RunningProgram program) {
        Map<String, Integer> newest = new TreeMap<>();
        program.get("designer1", "/api/processes")
                .body()
                .get("items")
                .forEach(model -> newest.merge(
                        model.get("key").asString(), model.get("version").asInt(), Math::max));
        assertThat(newest).containsKeys("petition-intake", "complaint", "feedback", "denunciation");
        return newest;
    }

    private String log() throws Exception {
        String named = System.getProperty("caunoi.receipt-log");
        if (named != null) return named;
        Path register = folder.resolve("register.csv");
        Files.writeString(
                register,
                HEADER
                        + line("case-1", "", "Confirmation of receipt")
                        + line("case-1", "", "T02 Check confirmation of receipt")
                        + line("case-2", "2011-11-01 10:00:00+01:00", "Confirmation of receipt"));
        return register.toString();
    }

    private static String line(String number, String closed, String activity) {
        return "Internet," + number + ",2011-12-06 13:41:31.788000+01:00,General," + closed
                + ",2011-12-06 13:41:31.788000+01:00,Group 2,Resource21,2011-10-11 13:42:22.688000+02:00,task-1,"
                + activity + ",complete,Group 1,Resource21,2011-10-11 13:45:40.276000+02:00\n";
    }
}
