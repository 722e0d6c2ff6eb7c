package vn.caunoi.api.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.PetitionId;

class ReadingsTest extends RunningApi {

    @Autowired
    private ReadingLog log;

    private String petition;
    private String code;

    @BeforeEach
    void handedIn() {
        JsonNode receipt = new Work(nobody()).handIn(Samples.complaint());
        petition = receipt.path("id").asString();
        code = receipt.path("code").asString();
    }

    @Test
    void who_looked_at_a_case_is_told_to_the_supervisor_the_last_first() {
        as("officer1").get("/api/petitions/" + petition).expect(200);
        as("head1").get("/api/petitions/" + code + "/history").expect(200);
        as("officer2").get("/api/petitions/" + petition + "?asOf=2026-11-20T00:00:00Z");
        JsonNode items = readings("inspector1").path("items");
        assertThat(items.valueStream()
                        .map(one -> one.path("by").asString() + " "
                                + one.path("what").asString()))
                .containsExactly("officer2 file", "head1 history", "officer1 file");
        assertThat(items.get(0).path("asOf").asString()).startsWith("2026-11-20T07:00");
        assertThat(items.get(2).path("asOf").isString()).isFalse();
    }

    @Test
    void who_may_not_see_a_case_has_not_looked_at_it() {
        as("officer3").get("/api/petitions/" + petition).expect(404);
        assertThat(readings("inspector1").path("items")).isEmpty();
    }

    @Test
    void an_administrator_learns_who_looked_and_others_may_not() {
        as("officer1").get("/api/petitions/" + petition).expect(200);
        assertThat(readings("admin1").path("items")).hasSize(1);
        for (String account : List.of("officer1", "head1", "clerk1", "designer1")) {
            as(account).get("/api/petitions/" + petition + "/readings").expect(403);
        }
        as("inspector1").get("/api/petitions/none/readings").expect(404);
    }

    @Test
    void a_look_at_a_moment_that_no_database_has_keeps_nobody_elses_from_being_written() {
        log.note(new PetitionId(petition), Actor.of("officer2", "A", Role.OFFICER), Reading.What.FILE, Instant.MAX);
        as("officer1").get("/api/petitions/" + petition).expect(200);
        assertThat(readings("admin1").path("items")).hasSize(2);
    }

    @Test
    void readings_come_in_pages() {
        for (int i = 0; i < 3; i++)
            as("officer1").get("/api/petitions/" + petition).expect(200);
        String path = "/api/petitions/" + petition + "/readings?limit=2";
        JsonNode first = as("admin1").get(path).expect(200).json();
        JsonNode rest = as("admin1")
                .get(path + "&cursor=" + first.path("next").asString())
                .expect(200)
                .json();
        assertThat(first.path("items")).hasSize(2);
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("next").isString()).isFalse();
        as("admin1").get(path + "&cursor=xx").expect(422);
    }

    private JsonNode readings(String account) {
        return as(account)
                .get("/api/petitions/" + petition + "/readings")
                .expect(200)
                .json();
    }
}
