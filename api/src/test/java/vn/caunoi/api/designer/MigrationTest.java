package vn.caunoi.api.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

class MigrationTest extends RunningApi {

    private static final String MIGRATIONS = "/api/processes/petition-intake/migrations";

    @Test
    void a_designer_tries_out_and_then_moves_the_cases_of_a_version() {
        int from = publishAgain();
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        String task = new Work(nobody()).task(id).path("id").asString();
        int to = publishAgain();
        String order = "{'from': %d, 'to': %d, 'dryRun': %s}";
        JsonNode tried = as("designer1")
                .post(MIGRATIONS, order.formatted(from, to, true))
                .expect(200)
                .json();
        assertThat(tried.path("cases").asInt()).isPositive();
        assertThat(tried.path("movable").asInt()).isEqualTo(tried.path("cases").asInt());
        assertThat(tried.path("moved").asInt()).isZero();
        var answer = as("designer1")
                .with("Idempotency-Key", "migrate-once")
                .post(MIGRATIONS, order.formatted(from, to, false))
                .expect(200);
        assertThat(answer.json().path("moved").asInt())
                .isEqualTo(tried.path("movable").asInt());
        assertThat(answer.header("Caunoi-Pending")).isEmpty();
        String history = as("officer1")
                .get("/api/petitions/" + id + "/history")
                .expect(200)
                .text();
        assertThat(history).contains("process.migration-ordered", "process.migrated");
        assertThat(new Work(nobody()).task(id).path("id").asString()).isEqualTo(task);
        assertThat(as("designer1")
                        .with("Idempotency-Key", "migrate-once")
                        .post(MIGRATIONS, order.formatted(from, to, false))
                        .json())
                .isEqualTo(answer.json());
        assertThat(as("designer1")
                        .post(MIGRATIONS, order.formatted(from, to, false))
                        .expect(200)
                        .json()
                        .path("cases")
                        .asInt())
                .isZero();
        new Work(nobody()).step(id);
    }

    @Test
    void only_designers_move_cases() {
        for (String account : new String[] {"officer1", "head1", "admin1", "inspector1"}) {
            as(account).post(MIGRATIONS, "{'from': 1, 'to': 2, 'dryRun': true}").expect(403);
        }
        nobody().post(MIGRATIONS, "{'from': 1, 'to': 2}").expect(401);
    }

    @Test
    void versions_that_are_not_there_or_the_same_are_refused() {
        as("designer1")
                .post("/api/processes/nothing/migrations", "{'from': 1, 'to': 2}")
                .expect(404);
        assertThat(refusedField("{'from': 1, 'to': 900}")).isEqualTo("to");
        assertThat(refusedField("{'from': 900, 'to': 1}")).isEqualTo("from");
        assertThat(refusedField("{'from': 1, 'to': 1}")).isEqualTo("to");
        assertThat(refusedField("{'to': 1}")).isEqualTo("from");
        as("designer1").post(MIGRATIONS, "{'from': 'one'}").expect(422);
    }

    private String refusedField(String body) {
        JsonNode problem = as("designer1").post(MIGRATIONS, body).expect(422).json();
        return problem.path("violations").get(0).path("field").asString();
    }

    /** The newest intake once more, so that it behaves the same for everybody; its number is the answer. */
    private int publishAgain() {
        JsonNode models =
                as("designer1").get("/api/processes").expect(200).json().path("items");
        int newest = 0;
        for (JsonNode model : models) {
            if (model.path("key").asString().equals("petition-intake"))
                newest = Math.max(newest, model.path("version").asInt());
        }
        String xml = as("designer1")
                .get("/api/processes/petition-intake/" + newest)
                .expect(200)
                .text();
        byte[] again = (xml.strip() + "\n<!-- again -->\n").getBytes(StandardCharsets.UTF_8);
        return as("designer1")
                .with("Content-Type", "application/xml")
                .send("POST", "/api/processes", again)
                .expect(201)
                .json()
                .path("version")
                .asInt();
    }
}
