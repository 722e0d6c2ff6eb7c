package vn.caunoi.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

/** A superior urges, and it shows wherever the case is worked on or watched until it is answered. */
class UrgingCallsTest extends RunningApi {

    private static final String LETTER = "{'text': 'Báo cáo tiến độ', 'replyBy': '2026-12-31'}";

    @Test
    void what_an_inspector_urges_is_in_the_case_the_inbox_and_on_the_board_until_it_is_answered() {
        Work work = new Work(nobody());
        String id = work.handIn(Samples.complaint()).path("id").asString();
        String path = "/api/petitions/" + id;
        as("inspector1").post(path + "/urge", LETTER).expect(200);

        JsonNode urging =
                as("officer1").get(path).expect(200).json().path("urgings").get(0);
        assertThat(urging.path("text").asString()).isEqualTo("Báo cáo tiến độ");
        assertThat(urging.path("by").asString()).isEqualTo("inspector1");
        assertThat(urging.path("replyBy").asString()).isEqualTo("2026-12-31");
        assertThat(task(id).path("urged").asString()).isEqualTo("2026-12-31");
        assertThat(onBoard(id)).isTrue();

        as("officer1")
                .post(path + "/answer-urging", "{'text': 'Đang xác minh'}")
                .expect(200);
        JsonNode answered =
                as("inspector1").get(path).expect(200).json().path("urgings").get(0);
        assertThat(answered.path("answer").asString()).isEqualTo("Đang xác minh");
        assertThat(answered.path("answeredBy").asString()).isEqualTo("officer1");
        assertThat(task(id).path("urged").isMissingNode()
                        || task(id).path("urged").isNull())
                .isTrue();
        assertThat(onBoard(id)).isFalse();
        as("officer1").post(path + "/answer-urging", "{'text': 'Lần nữa'}").expect(422);
    }

    @Test
    void an_urging_that_is_wrong_is_refused_in_words_and_one_of_another_ward_is_not_there() {
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        String path = "/api/petitions/" + id;
        JsonNode problem =
                as("inspector1").post(path + "/urge", "{}").expect(422).json();
        assertThat(problem.path("violations").size()).isEqualTo(2);
        as("inspector1")
                .post(path + "/urge", "{'text': 'x', 'replyBy': '2020-01-01'}")
                .expect(422);
        as("inspector1").post(path + "/urge", "{'text': 'x', 'replyBy': 'mai'}").expect(422);
        as("officer1").post(path + "/urge", LETTER).expect(403);
        as("head2").post(path + "/urge", LETTER).expect(404);
        as("officer3").post(path + "/answer-urging", "{'text': 'x'}").expect(404);
        as("officer1").get("/api/oversight/urged").expect(403);
    }

    @Test
    void supervisors_see_whether_an_overdue_case_has_risen_to_nobody() {
        String late = Samples.complaint()
                .replace("'channel': 'DESK'", "'channel': 'DESK', 'receivedAt': '2026-09-01T08:00:00+07:00'");
        new Work(nobody()).handIn(late);
        JsonNode noticed =
                as("head1").get("/api/oversight/overdue-check").expect(200).json();
        assertThat(noticed.path("overdue").asLong()).isPositive();
        assertThat(noticed.path("unnoticed").asLong())
                .isLessThanOrEqualTo(noticed.path("overdue").asLong());
        as("officer1").get("/api/oversight/overdue-check").expect(403);
    }

    private JsonNode task(String id) {
        return as("head1")
                .get("/api/tasks?scope=team&petition=" + id)
                .expect(200)
                .json()
                .path("items")
                .get(0);
    }

    private boolean onBoard(String id) {
        JsonNode items = as("head1")
                .get("/api/oversight/urged?limit=200")
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .anyMatch(one -> one.path("id").asString().equals(id));
    }
}
