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

/** Who hands in again is noticed; nobody learns of a case they may not see, and of a denunciation nobody at all. */
class DuplicateCallsTest extends RunningApi {

    private final String number =
            UUID.randomUUID().toString().replaceAll("\\D", "").substring(0, 9);
    private Work work;
    private JsonNode first;

    @BeforeEach
    void handedIn() {
        work = new Work(nobody());
        first = work.handIn(petition("COMPLAINT"));
    }

    @Test
    void while_a_petition_is_typed_those_like_it_are_found() {
        JsonNode found = as("clerk1")
                .post("/api/petitions/duplicates", "{'petitioners': [{'idNumber': '" + number + "'}]}")
                .expect(200)
                .json()
                .path("items");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("code").asString())
                .isEqualTo(first.path("code").asString());
        assertThat(found.get(0).path("because").get(0).asString()).isEqualTo("ID_NUMBER");
        assertThat(as("clerk1")
                        .post("/api/petitions/duplicates", "{}")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void who_complains_of_the_same_unit_at_the_same_place_is_a_hint() {
        String against = "'against': 'Ủy ban phường " + number + "', 'place': 'Tổ 5'";
        JsonNode other = work.handIn(petition("COMPLAINT")
                .replace("'channel'", against + ", 'channel'")
                .replace("'" + number + "'", "'x" + number + "'"));
        JsonNode found = as("clerk1")
                .post("/api/petitions/duplicates", "{" + against.replace("Ủ", "ủ") + "}")
                .expect(200)
                .json()
                .path("items");
        assertThat(found.findValuesAsString("code"))
                .containsExactly(other.path("code").asString());
        assertThat(found.get(0).path("because").get(0).asString()).isEqualTo("AGAINST");
        assertThat(as("officer3")
                        .post("/api/petitions/duplicates", "{" + against + "}")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void nobody_finds_a_case_they_may_not_see() {
        String typed = "{'petitioners': [{'idNumber': '" + number + "'}]}";
        assertThat(as("officer3")
                        .post("/api/petitions/duplicates", typed)
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
        as("designer1").post("/api/petitions/duplicates", typed).expect(403);
        as("officer3").get("/api/petitions/" + id(first) + "/duplicates").expect(404);
    }

    @Test
    void a_denunciation_betrays_nothing() {
        JsonNode secret = work.handIn(petition("DENUNCIATION"));
        assertThat(codes("/api/petitions/" + id(first) + "/duplicates")).isEmpty();
        assertThat(codes("/api/petitions/" + id(secret) + "/duplicates")).isEmpty();
        JsonNode typed = as("clerk1")
                .post("/api/petitions/duplicates", petition("DENUNCIATION"))
                .expect(200)
                .json();
        assertThat(typed.path("items")).isEmpty();
    }

    @Test
    void one_that_is_linked_is_not_suggested_again() {
        JsonNode second = work.handIn(petition("COMPLAINT"));
        assertThat(codes("/api/petitions/" + id(second) + "/duplicates"))
                .containsExactly(first.path("code").asString());
        as("officer1")
                .post(
                        "/api/petitions/" + id(second) + "/link",
                        "{'petition': '" + id(first) + "', 'relation': 'DUPLICATE_OF'}")
                .expect(200);
        assertThat(codes("/api/petitions/" + id(second) + "/duplicates")).isEmpty();
    }

    @Test
    void a_duplicate_is_linked_and_stored_at_once() {
        JsonNode second = work.handIn(petition("COMPLAINT"));
        String path = "/api/petitions/" + id(second);
        as("officer1")
                .post(path + "/triage", "{'kind': 'COMPLAINT', 'competent': true}")
                .expect(200);
        as("officer1")
                .post(
                        path + "/store-duplicate",
                        "{'of': '" + first.path("code").asString() + "', 'reason': 'Trùng đơn trước'}")
                .expect(200);
        JsonNode file = as("officer1").get(path).expect(200).json();
        assertThat(file.path("status").asString()).isEqualTo("CLOSED");
        assertThat(file.path("closing").path("ground").asString()).isEqualTo("STORED");
        assertThat(file.path("links").get(0).path("relation").asString()).isEqualTo("DUPLICATE_OF");
        as("officer1")
                .post(path + "/store-duplicate", "{'of': '" + id(first) + "', 'reason': 'x'}")
                .expect(409);
    }

    @Test
    void what_it_repeats_must_be_there_and_only_who_classifies_stores() {
        JsonNode second = work.handIn(petition("COMPLAINT"));
        String path = "/api/petitions/" + id(second) + "/store-duplicate";
        as("officer1").post(path, "{'of': 'K7M4-PX9T-2HC0', 'reason': 'x'}").expect(422);
        as("officer1").post(path, "{}").expect(422);
        as("clerk1").post(path, "{'of': '" + id(first) + "', 'reason': 'x'}").expect(403);
        as("officer3").post(path, "{'of': '" + id(first) + "', 'reason': 'x'}").expect(404);
    }

    private List<String> codes(String path) {
        JsonNode items = as("officer1").get(path).expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("code").asString())
                .toList();
    }

    private static String id(JsonNode receipt) {
        return receipt.path("id").asString();
    }

    private String petition(String kind) {
        return """
                {'kind': '%s', 'channel': 'DESK', 'subject': 'Về %s', 'content': 'Mảnh đất %s',
                 'petitioners': [{'fullName': 'Lê Thị Hoa', 'idNumber': '%s'}]}""".formatted(kind, number, number, number);
    }
}
