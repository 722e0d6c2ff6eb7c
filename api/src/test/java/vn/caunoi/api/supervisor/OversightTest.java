package vn.caunoi.api.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

class OversightTest extends RunningApi {

    @Test
    void a_case_past_its_limit_is_on_the_board_of_its_head_and_of_the_inspector_only() {
        String id = new Work(nobody()).handIn(overdue()).path("id").asString();
        assertThat(ids(as("head1").get("/api/oversight/overdue?limit=200").expect(200)))
                .contains(id);
        assertThat(ids(as("inspector1").get("/api/oversight/overdue?limit=200").expect(200)))
                .contains(id);
        as("officer1").get("/api/oversight/overdue").expect(403);
        as("admin1").get("/api/oversight/figures").expect(403);
    }

    @Test
    void an_escalated_case_is_on_the_board() {
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        as("officer1")
                .post("/api/petitions/" + id + "/escalate", "{'reason': 'Phức tạp'}")
                .expect(200);
        assertThat(ids(as("head1").get("/api/oversight/escalated?limit=200").expect(200)))
                .contains(id);
    }

    @Test
    void a_figure_counts_exactly_the_cases_behind_it_and_another_ward_is_not_there() {
        new Work(nobody()).handIn(Samples.complaint());
        String period = "from=2026-01-01&to=2026-12-31";
        JsonNode report =
                as("head1").get("/api/oversight/figures?" + period).expect(200).json();
        long received = report.path("counts").path("RECEIVED").asLong();
        assertThat(received).isPositive();
        assertThat(ids(as("head1")
                        .get("/api/oversight/figures/received?limit=200&" + period)
                        .expect(200)))
                .hasSize((int) Math.min(200, received));
        as("head1").get("/api/oversight/figures?unit=B").expect(404);
        as("inspector1").get("/api/oversight/figures?unit=B").expect(200);
        as("head1").get("/api/oversight/figures?from=2026-12-31&to=2026-01-01").expect(422);
    }

    private static String overdue() {
        return Samples.complaint()
                .replace("'channel': 'DESK'", "'channel': 'DESK', 'receivedAt': '2026-09-01T08:00:00+07:00'");
    }

    private static List<String> ids(Caller.Answer answer) {
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .map(i -> i.path("id").asString())
                .toList();
    }
}
