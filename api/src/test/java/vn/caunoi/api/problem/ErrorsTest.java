package vn.caunoi.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;

class ErrorsTest extends RunningApi {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST   | /api/petitions               | application/json | {                            | 400
            POST   | /api/petitions               | application/json | []                           | 400
            POST   | /api/petitions               | text/plain       | hello                        | 415
            POST   | /api/petitions               | application/json | {}                           | 422
            POST   | /api/petitions               | application/json | {"points": 5}                | 422
            POST   | /api/petitions               | application/json | {"receivedAt": "tomorrow"}   | 422
            POST   | /api/petitions/nothing/note  | application/json | {"text": "x"}                | 404
            POST   | /api/petitions/nothing/dance | application/json | {}                           | 404
            POST   | /api/tasks/nothing/claim     | application/json | {}                           | 404
            POST   | /api/tasks/nothing/complete  | application/json | {"outcome": "x"}             | 404
            GET    | /api/petitions/nothing       | application/json |                              | 404
            GET    | /api/nothing                 | application/json |                              | 404
            GET    | /api/petitions/%2F           | application/json |                              | 400
            GET    | /api/petitions/%00           | application/json |                              | 400
            POST   | /api/nothing                 | application/json | {}                           | 404
            DELETE | /api/petitions               | application/json |                              | 405
            GET    | /api/tasks?limit=0           | application/json |                              | 422
            GET    | /api/tasks?limit=201         | application/json |                              | 422
            GET    | /api/tasks?limit=ten         | application/json |                              | 422
            GET    | /api/tasks?cursor=@@         | application/json |                              | 422
            GET    | /api/tasks?scope=theirs      | application/json |                              | 422
            GET    | /api/petitions?from=18/11    | application/json |                              | 422
            GET    | /api/petitions?place=%00     | application/json |                              | 422
            GET    | /api/petitions?to=%2B999999999-12-31 | application/json |                      | 422
            GET    | /api/petitions?q=%FF         | application/json |                              | 400
            GET    | /api/decisions?unit=%00      | application/json |                              | 422
            GET    | /api/national?limit=-1       | application/json |                              | 422
            GET    | /api/national?to=%2B999999999-12-31 | application/json |                       | 422
            GET    | /api/petitions?stage=NOWHERE | application/json |                              | 422
            POST   | /api/files                   | application/json | {}                           | 415
            POST   | /api/files                   | multipart/form-data | no boundary               | 400
            POST   | /api/processes               | application/xml  | <x/>                         | 403
            """)
    void what_goes_wrong_is_a_problem(String method, String path, String type, String body, int status) {
        byte[] bytes = body == null ? null : body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Caller.Answer answer = as("clerk1")
                .with("Content-Type", type)
                .send(method, path, bytes)
                .expect(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("type").asString()).startsWith("urn:caunoi:problem:");
        assertThat(answer.json().path("title").asString()).isNotBlank();
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        assertThat(answer.text()).doesNotContain("Exception", "vn.caunoi.", "java.");
    }

    /** One of them in the ledger would stop every list it appears in. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "receivedAt': '-999999999-01-01T00:00:00Z'",
                "about': {'date': '-999999999-01-01'}",
                "about': {'date': 5}"
            })
    void a_day_of_another_age_is_not_taken(String field) {
        Caller.Answer answer = as("clerk1")
                .post(
                        "/api/petitions",
                        "{'channel': 'DESK', 'subject': 'x', 'content': 'x', 'petitioners': [{'fullName': 'x'}], '"
                                + field + "}")
                .expect(422);
        assertThat(answer.json().path("violations").size()).isEqualTo(1);
    }

    @Test
    void all_wrong_fields_are_told_at_once_by_their_path() {
        Caller.Answer answer = as("clerk1")
                .post(
                        "/api/petitions",
                        "{'channel': 'DOVE', 'content': 'x', 'points': [{}], 'petitioners': [{'phone': '1'}]}")
                .expect(422);
        assertThat(StreamSupport.stream(answer.json().path("violations").spliterator(), false)
                        .map(v -> v.path("field").asString()))
                .containsExactlyInAnyOrder("channel", "subject", "points[0].demand", "petitioners[0].fullName");
    }

    @Test
    void a_problem_speaks_the_language_that_is_asked_for_and_else_vietnamese() {
        assertThat(as("clerk1").get("/api/nothing").json().path("title").asString())
                .isEqualTo("Không tìm thấy");
        assertThat(as("clerk1")
                        .with("Accept-Language", "en")
                        .get("/api/nothing")
                        .json()
                        .path("title")
                        .asString())
                .isEqualTo("Not found");
    }

    @Test
    void a_body_that_is_too_large_is_answered_413() {
        String large = Samples.least().replace("Đèn đường hỏng", "x".repeat(5_000_000));
        as("clerk1").post("/api/petitions", large).expect(413);
    }

    @Test
    void what_an_officer_may_not_do_is_answered_403() {
        as("inspector1").post("/api/petitions", Samples.least()).expect(403);
        as("officer1")
                .with("Content-Type", "application/xml")
                .send("POST", "/api/processes/check", new byte[] {1})
                .expect(403);
    }
}
