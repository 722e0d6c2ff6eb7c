package vn.caunoi.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;

/** Many who sign one complaint appoint who speaks for them; a proxy acts for somebody (NĐ 124/2020 Đ5.3, Đ7). */
class SignatoriesTest extends RunningApi {

    @ParameterizedTest(name = "{0} complain, {1} of them represent: {2}")
    @CsvSource({
        "2, 2, 201",
        "4, 4, 201",
        "5, 1, 201",
        "5, 2, 201",
        "5, 3, 422",
        "10, 2, 201",
        "10, 3, 422",
        "11, 3, 201",
        "11, 5, 201",
        "11, 6, 422",
        "40, 5, 201",
        "40, 6, 422"
    })
    void of_five_to_ten_one_or_two_represent_of_more_at_most_five(int people, int representatives, int answer) {
        var given = Stream.concat(
                persons(representatives, "REPRESENTATIVE"), persons(people - representatives, "COMPLAINANT"));
        JsonNode said = handIn("COMPLAINT", given.collect(Collectors.joining(", ")), answer);
        if (answer == 422) {
            assertThat(said.path("violations").get(0).path("field").asString()).isEqualTo("petitioners");
            assertThat(said.path("violations").get(0).path("message").asString())
                    .contains("người đại diện");
        }
    }

    @Test
    void after_a_visit_only_those_who_spoke_are_named_five_at_most() {
        handIn("COMPLAINT", persons(5, "REPRESENTATIVE").collect(Collectors.joining(", ")), 201);
        handIn("COMPLAINT", persons(6, "REPRESENTATIVE").collect(Collectors.joining(", ")), 422);
    }

    @Test
    void a_proxy_acts_for_somebody_who_is_named_and_one_content_has_one_proxy() {
        String one = persons(1, "COMPLAINANT").findFirst().orElseThrow();
        String proxy = persons(1, "PROXY").findFirst().orElseThrow();
        handIn("COMPLAINT", one + ", " + proxy, 201);
        assertThat(message(handIn("COMPLAINT", proxy, 422))).contains("thay mặt");
        assertThat(message(handIn("COMPLAINT", one + ", " + proxy + ", " + proxy, 422)))
                .contains("một người");
    }

    @Test
    void proposals_may_be_signed_by_as_many_as_like() {
        handIn("PROPOSAL", persons(9, "REPRESENTATIVE").collect(Collectors.joining(", ")), 201);
    }

    @Test
    void many_without_the_document_that_appoints_representatives_are_asked_for_it() {
        String id = handIn("COMPLAINT", persons(6, "COMPLAINANT").collect(Collectors.joining(", ")), 201)
                .path("id")
                .asString();
        as("officer1")
                .post(
                        "/api/petitions/" + id + "/triage",
                        "{'kind': 'COMPLAINT', 'competent': true, 'met': ['LANGUAGE', 'DATED', 'NAMED', 'SIGNED',"
                                + " 'RESPONDENT', 'MATTER', 'DOCUMENTS', 'DEMAND']}")
                .expect(200);
        JsonNode handling =
                as("officer1").get("/api/petitions/" + id).expect(200).json().path("handling");
        assertThat(handling.path("row").asString()).isEqualTo("H12");
        assertThat(handling.path("missing").get(0).asString()).isEqualTo("REPRESENTED");
    }

    private JsonNode handIn(String kind, String people, int answer) {
        return as("clerk1")
                .post("/api/petitions", """
                        {'kind': '%s', 'channel': 'DESK', 'subject': 'Thu hồi đất', 'content': 'Chúng tôi không đồng ý.',
                         'petitioners': [%s]}""".formatted(kind, people))
                .expect(answer)
                .json();
    }

    private static String message(JsonNode refused) {
        return refused.path("violations").get(0).path("message").asString();
    }

    private static Stream<String> persons(int count, String role) {
        return Stream.generate(() -> "{'fullName': 'Nguyễn Văn', 'role': '" + role + "'}")
                .limit(count);
    }
}
