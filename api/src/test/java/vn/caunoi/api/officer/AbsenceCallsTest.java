package vn.caunoi.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

/** Who is away is not proposed, and the deputy does their work for them. */
class AbsenceCallsTest extends RunningApi {

    private static final String AWAY = "{'from': '2026-01-01', 'until': '2099-12-31', 'deputy': 'officer1'}";

    @AfterEach
    void everybodyIsBack() {
        for (String officer : new String[] {"officer1", "officer2"}) {
            JsonNode absences = atWork(officer).path("absences");
            for (JsonNode one : absences)
                as("head1")
                        .post(
                                "/api/officers/" + officer + "/back",
                                "{'from': '" + one.path("from").asString() + "', 'on': '2000-01-01'}")
                        .expect(204);
        }
    }

    @Test
    void the_deputy_sees_and_takes_over_what_somebody_who_is_away_holds_and_the_history_says_for_whom() {
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        String task = new Work(nobody()).task(id).path("id").asString();
        as("officer2").post("/api/tasks/" + task + "/claim", "{}").expect(200);
        as("officer1").post("/api/tasks/" + task + "/stand-in", "{}").expect(403);
        as("head1").post("/api/officers/officer2/absence", AWAY).expect(204);

        assertThat(as("officer1").get("/api/tasks/stand-in").expect(200).json().toString())
                .contains(task);
        as("officer1").post("/api/tasks/" + task + "/stand-in", "{}").expect(200);
        assertThat(new Work(nobody()).task(id).path("assignee").asString()).isEqualTo("officer1");
        new Work(nobody()).step(id);
        assertThat(standsFor(id, "task.reassigned")).isEqualTo("officer2");
        assertThat(standsFor(id, "task.completed")).isEqualTo("officer2");
    }

    private String standsFor(String id, String type) {
        JsonNode history = as("inspector1")
                .get("/api/petitions/" + id + "/history")
                .expect(200)
                .json()
                .path("items");
        return items(history)
                .filter(item -> item.path("type").asString().equals(type))
                .findFirst()
                .orElseThrow()
                .path("data")
                .path("standsFor")
                .asString();
    }

    @Test
    void who_is_away_is_not_proposed_until_they_are_back() {
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        as("head1").post("/api/officers/officer2/absence", AWAY).expect(204);
        assertThat(candidate(id, "officer2").path("away").asBoolean()).isTrue();
        assertThat(candidate(id, "officer2").path("proposed").asBoolean()).isFalse();
        assertThat(candidate(id, "officer1").path("away").asBoolean()).isFalse();
        assertThat(atWork("officer2").path("absences").get(0).path("deputy").asString())
                .isEqualTo("officer1");
        as("head1")
                .post("/api/officers/officer2/back", "{'from': '2026-01-01', 'on': '2026-01-01'}")
                .expect(204);
        assertThat(candidate(id, "officer2").path("away").asBoolean()).isFalse();
    }

    @Test
    void an_absence_that_is_wrong_or_not_theirs_to_record_is_refused() {
        as("officer1").post("/api/officers/officer2/absence", AWAY).expect(403);
        as("head2").post("/api/officers/officer2/absence", AWAY).expect(404);
        as("head1").post("/api/officers/officer2/absence", "{}").expect(422);
        as("head1")
                .post("/api/officers/officer2/absence", "{'from': '2026-05-05', 'until': '2026-05-01'}")
                .expect(422);
        as("head1")
                .post("/api/officers/officer2/absence", "{'from': '2026-05-05', 'deputy': 'officer3'}")
                .expect(422);
        as("head1").post("/api/officers/officer2/absence", AWAY).expect(204);
        as("head1")
                .post("/api/officers/officer2/absence", "{'from': '2027-01-01'}")
                .expect(422);
    }

    private JsonNode candidate(String id, String officer) {
        return items(as("head1")
                        .get("/api/petitions/" + id + "/officers")
                        .expect(200)
                        .json()
                        .path("items"))
                .filter(one -> one.path("officer").asString().equals(officer))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode atWork(String officer) {
        return items(as("head1").get("/api/officers").expect(200).json().path("items"))
                .filter(one -> one.path("officer").asString().equals(officer))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> items(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }
}
