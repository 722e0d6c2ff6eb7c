package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

/** The unit a petition belongs to is proposed by the table of the authority, until somebody has it. */
class RoutingPagesTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void a_petition_of_another_place_is_proposed_for_the_unit_of_that_place_however_it_is_typed() {
        String id = handIn("thôn   9");
        JsonNode route = as("officer1")
                .get("/api/petitions/" + id + "/route")
                .expect(200)
                .json();
        assertThat(route.path("unit").asString()).isEqualTo("A");
        assertThat(route.path("proposed").path("unit").asString()).isEqualTo("B");
        assertThat(route.path("proposed").path("row").asString()).isEqualTo("R1");
        assertThat(route.path("proposed").path("here").asBoolean()).isFalse();
        PageVisitor head = new PageVisitor(port).as("head1");
        assertThat(head.get("/cases/" + id).expect(200).html())
                .contains("/processes/routing#R1", "/cases/" + id + "/do/reassign");
        assertThat(head.get("/cases/" + id + "/do/reassign").expect(200).html()).contains("value=\"B\" selected");
        assertThat(new PageVisitor(port).as("officer1").get("/cases/" + id).html())
                .contains("/processes/routing#R1")
                .doesNotContain("/do/reassign");
    }

    @Test
    void where_the_table_has_no_row_or_names_no_unit_there_is_nothing_is_proposed() {
        assertThat(isLeftHere(handIn("Thôn 3"))).isTrue();
        assertThat(isLeftHere(handIn("Thôn 8"))).isTrue();
    }

    @Test
    void what_somebody_is_responsible_for_is_not_proposed_for_another_unit() {
        String id = handIn("Thôn 10");
        assertThat(isLeftHere(id)).isFalse();
        as("head1")
                .post("/api/petitions/" + id + "/reassign", "{'officer': 'officer1', 'reason': 'Phân công'}")
                .expect(200);
        assertThat(isLeftHere(id)).isTrue();
        as("officer3").get("/api/petitions/" + id + "/route").expect(404);
    }

    @Test
    void the_rows_of_the_authority_are_there_to_read() {
        JsonNode rows =
                as("designer1").get("/api/rules/routing").expect(200).json().path("items");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).path("own").asBoolean()).isTrue();
        assertThat(new PageVisitor(port)
                        .as("designer1")
                        .get("/processes/routing")
                        .expect(200)
                        .text())
                .contains("Bảng phân luồng", "Quy chế phân công");
    }

    /** Whether nothing is proposed. */
    private boolean isLeftHere(String id) {
        JsonNode proposed = as("head1")
                .get("/api/petitions/" + id + "/route")
                .expect(200)
                .json()
                .path("proposed");
        return proposed.isNull() || proposed.isMissingNode();
    }

    private String handIn(String place) {
        return new Work(nobody())
                .handIn(Samples.complaint().replace("Thôn 3", place))
                .path("id")
                .asString();
    }
}
