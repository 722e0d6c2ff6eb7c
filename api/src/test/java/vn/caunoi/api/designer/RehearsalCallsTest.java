package vn.caunoi.api.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

class RehearsalCallsTest extends RunningApi {

    private static final String REHEARSALS = "/api/processes/petition-intake/rehearsals";

    @Test
    void past_cases_follow_the_published_model_as_they_did() {
        new Work(nobody()).handIn(Samples.complaint());
        JsonNode outcome = rehearsed(REHEARSALS + "?sample=50", published());
        assertThat(outcome.path("cases").asInt()).isPositive();
        assertThat(outcome.path("same").asInt()).isEqualTo(outcome.path("cases").asInt());
        assertThat(outcome.path("different").asInt()).isZero();
        assertThat(outcome.path("failed").asInt()).isZero();
        assertThat(outcome.path("examples").isArray()).isTrue();
    }

    @Test
    void a_case_that_would_go_another_way_is_shown_by_its_code_and_steps_without_a_name() {
        String code =
                new Work(nobody()).handIn(Samples.complaint()).path("code").asString();
        String draft = published()
                .replace("\"classify\"", "\"sort\"")
                .replace(">classify<", ">sort<")
                .replace("formKey=\"sort\"", "formKey=\"classify\"");
        JsonNode outcome = rehearsed(REHEARSALS + "?sample=10000", draft);
        assertThat(outcome.path("different").asInt()).isPositive();
        JsonNode parting = outcome.path("partings").get(0);
        assertThat(parting.path("now").path("at").asString()).isEqualTo("sort");
        assertThat(outcome.toString()).contains("petition-intake/sort").doesNotContain("Nguyễn", "fullName");
        assertThat(code).isNotEmpty();
    }

    @Test
    void a_draft_with_mistakes_is_not_rehearsed() {
        JsonNode problem = as("designer1")
                .with("Content-Type", "application/xml")
                .send("POST", REHEARSALS, "<no>bpmn</no>".getBytes(StandardCharsets.UTF_8))
                .expect(422)
                .json();
        assertThat(problem.path("problems").isEmpty()).isFalse();
        as("designer1")
                .with("Content-Type", "application/xml")
                .send("POST", "/api/processes/complaint/rehearsals", bytes(published()))
                .expect(422);
    }

    @Test
    void what_is_asked_for_must_make_sense() {
        for (String asked : new String[] {"sample=0", "sample=x", "from=soon", "from=2026-02-01&to=2026-01-01"}) {
            as("designer1")
                    .with("Content-Type", "application/xml")
                    .send("POST", REHEARSALS + "?" + asked, bytes(published()))
                    .expect(422);
        }
        as("designer1")
                .with("Content-Type", "application/xml")
                .send("POST", "/api/processes/nothing/rehearsals", bytes(published()))
                .expect(404);
    }

    @Test
    void only_designers_rehearse() {
        for (String account : new String[] {"officer1", "head1", "admin1", "inspector1"}) {
            as(account)
                    .with("Content-Type", "application/xml")
                    .send("POST", REHEARSALS, bytes("<x/>"))
                    .expect(403);
        }
    }

    private JsonNode rehearsed(String call, String xml) {
        return as("designer1")
                .with("Content-Type", "application/xml")
                .send("POST", call, bytes(xml))
                .expect(200)
                .json();
    }

    private String published() {
        JsonNode models =
                as("designer1").get("/api/processes").expect(200).json().path("items");
        int newest = 0;
        for (JsonNode model : models) {
            if (model.path("key").asString().equals("petition-intake"))
                newest = Math.max(newest, model.path("version").asInt());
        }
        return as("designer1")
                .get("/api/processes/petition-intake/" + newest)
                .expect(200)
                .text();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
