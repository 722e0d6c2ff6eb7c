package vn.caunoi.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Work;

/** Many about one thing: worked once, answered to all, counted as petitions and as one matter. */
class MatterTest extends RunningApi {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Work work;
    private JsonNode lead;
    private JsonNode second;
    private JsonNode third;

    @BeforeEach
    void sameLetters() {
        work = new Work(nobody());
        lead = handIn("Một");
        second = handIn("Hai");
        third = handIn("Ba");
    }

    @Test
    void those_merged_are_answered_with_the_one_that_is_worked() {
        JsonNode gathered = gather(List.of(code(second), code(third)));
        assertThat(strings(gathered.path("merged"))).containsExactly(code(second), code(third));
        assertThat(seen(second).path("status").asString()).isEqualTo("OPEN");
        assertThat(seen(second).path("due").asString())
                .isEqualTo(seen(lead).path("due").asString());
        work.until(id(lead), "send-resolution");
        work.step(id(lead));
        for (JsonNode one : List.of(second, third)) {
            JsonNode together = file(one).path("together");
            assertThat(together.path("lead").asString()).isEqualTo(id(lead));
            assertThat(together.path("number").asString()).isNotBlank();
            assertThat(seen(one).path("answer").path("on").asString())
                    .isEqualTo(together.path("sentOn").asString());
            assertThat(seen(one).path("answer").path("text").isNull()).isTrue();
            assertThat(as("officer1")
                            .get("/api/petitions/" + id(one) + "/history")
                            .text())
                    .contains("petition.answered-together");
        }
    }

    @Test
    void one_that_cannot_be_merged_is_told_and_holds_up_no_other() {
        as("officer1")
                .post("/api/petitions/" + id(second) + "/withdraw", "{'reason': 'Tự nguyện'}")
                .expect(200);
        JsonNode gathered = gather(List.of(code(second), "K7M4-PX9T-2HC0", code(lead), code(third)));
        assertThat(strings(gathered.path("merged"))).containsExactly(code(third));
        assertThat(gathered.path("left")).hasSize(3);
        assertThat(gathered.path("left").get(0).path("why").asString()).isEqualTo("ALREADY_CLOSED");
        assertThat(gathered.path("left").get(1).path("why").asString()).isEqualTo("UNKNOWN");
        assertThat(gathered.path("left").get(2).path("why").asString()).isEqualTo("CANNOT_LINK_TO_ITSELF");
    }

    @Test
    void nothing_is_merged_into_a_case_that_is_closed() {
        as("officer1")
                .post("/api/petitions/" + id(lead) + "/withdraw", "{'reason': 'Tự nguyện'}")
                .expect(200);
        as("officer1")
                .post("/api/petitions/" + id(second) + "/merge", "{'into': '" + id(lead) + "', 'reason': 'r'}")
                .expect(422);
        as("officer1")
                .post(
                        "/api/petitions/" + id(lead) + "/gather",
                        "{'petitions': ['" + code(second) + "'], 'reason': 'r'}")
                .expect(422);
        as("officer1").post("/api/petitions/" + id(second) + "/gather", "{}").expect(422);
        as("officer3").post("/api/petitions/" + id(second) + "/gather", "{}").expect(404);
    }

    @Test
    void figures_count_petitions_and_matters_apart() {
        JsonNode before = figures();
        gather(List.of(code(second), code(third)));
        JsonNode after = figures();
        assertThat(after.path("RECEIVED").asLong())
                .isEqualTo(before.path("RECEIVED").asLong());
        assertThat(after.path("MERGED").asLong())
                .isEqualTo(before.path("MERGED").asLong() + 2);
        assertThat(after.path("MATTERS").asLong())
                .isEqualTo(before.path("MATTERS").asLong() - 2);
    }

    private JsonNode gather(List<String> codes) {
        String list = String.join("', '", codes);
        return as("officer1")
                .post(
                        "/api/petitions/" + id(lead) + "/gather",
                        "{'petitions': ['" + list + "'], 'reason': 'Cùng nội dung'}")
                .expect(200)
                .json();
    }

    private JsonNode figures() {
        return as("head1").get("/api/oversight/figures").expect(200).json().path("counts");
    }

    private JsonNode seen(JsonNode receipt) {
        return nobody().get("/api/public/petitions/" + code(receipt) + "?pin="
                        + receipt.path("pin").asString())
                .expect(200)
                .json();
    }

    private JsonNode file(JsonNode receipt) {
        return as("officer1").get("/api/petitions/" + id(receipt)).expect(200).json();
    }

    private JsonNode handIn(String name) {
        return work.handIn("""
                {'kind': 'COMPLAINT', 'channel': 'POST', 'subject': 'Bãi rác %s', 'content': 'Bãi rác %s gây ô nhiễm.',
                 'petitioners': [{'fullName': '%s'}]}""".formatted(mark, mark, name));
    }

    private static String id(JsonNode receipt) {
        return receipt.path("id").asString();
    }

    private static String code(JsonNode receipt) {
        return receipt.path("code").asString();
    }

    private static List<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
