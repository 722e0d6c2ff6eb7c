package vn.caunoi.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

/** A petition is checked, the handling table proposes, who departs from it says why (TT 05/2021). */
class TriageCallsTest extends RunningApi {

    private static final String COMPLETE =
            "'met': ['LANGUAGE', 'DATED', 'NAMED', 'SIGNED', 'RESPONDENT', 'MATTER'," + " 'DOCUMENTS', 'DEMAND']";

    private Work work;
    private String id;

    @BeforeEach
    void handedIn() {
        work = new Work(nobody());
        id = work.handIn(Samples.complaint()).path("id").asString();
    }

    @Test
    void the_sheet_tells_what_is_to_be_checked_and_what_was_handed_in_tells_already() {
        JsonNode sheet = as("officer1")
                .get("/api/petitions/" + id + "/triage")
                .expect(200)
                .json();
        assertThat(sheet.path("kind").asString()).isEqualTo("COMPLAINT");
        assertThat(check(sheet, "DEMAND").path("told").asBoolean()).isTrue();
        assertThat(check(sheet, "SIGNED").path("told").asBoolean()).isFalse();
        assertThat(check(sheet, "DEMAND").path("kinds")).hasSize(1);
        assertThat(check(sheet, "REPRESENTED").isMissingNode()).isTrue();
        as("officer3").get("/api/petitions/" + id + "/triage").expect(404);
    }

    @Test
    void the_proposal_stands_in_the_case_with_its_row_its_law_and_what_is_missing() {
        propose("{'kind': 'COMPLAINT', 'competent': true, 'met': ['LANGUAGE', 'NAMED', 'MATTER', 'DEMAND']}");
        JsonNode handling = file(id).path("handling");
        assertThat(handling.path("handling").asString()).isEqualTo("SUPPLEMENT");
        assertThat(handling.path("row").asString()).isEqualTo("H12");
        assertThat(handling.path("version").asString()).startsWith("handling@");
        assertThat(handling.path("source").asString()).isEqualTo("TT 05/2021 Đ6.2");
        assertThat(strings(handling.path("missing"))).containsExactly("DATED", "SIGNED", "RESPONDENT", "DOCUMENTS");
        assertThat(handling.path("by").asString()).isEqualTo("officer1");
    }

    @Test
    void the_form_puts_the_proposal_first_and_who_departs_from_it_says_why() {
        propose("{'kind': 'COMPLAINT', 'competent': false, " + COMPLETE + "}");
        String task = "/api/tasks/" + work.task(id).path("id").asString();
        JsonNode outcomes =
                as("officer1").get(task + "/form").expect(200).json().path("outcomes");
        assertThat(outcomes.get(0).path("id").asString()).isEqualTo("guide");
        assertThat(strings(outcomes.get(0).path("fields"), "id")).containsExactly("competentBody", "reason");
        assertThat(strings(outcomes.get(1).path("fields"), "id")).contains("departure");
        JsonNode refused = as("officer1")
                .post(task + "/complete", "{'outcome': 'store', 'data': {'reason': 'Đơn trùng'}}")
                .expect(422)
                .json();
        assertThat(refused.path("violations").get(0).path("field").asString()).isEqualTo("departure");
        as("officer1")
                .post(
                        task + "/complete",
                        "{'outcome': 'store', 'data': {'reason': 'Đơn trùng', 'departure': 'Đã có đơn trước'}}")
                .expect(200);
    }

    @Test
    void what_is_wrong_with_it_is_told_field_by_field() {
        JsonNode wrong = as("officer1")
                .post(
                        "/api/petitions/" + id + "/triage",
                        "{'met': ['STAMPED'], 'marks': ['NOISE'], 'ground': 'BECAUSE'}")
                .expect(422)
                .json()
                .path("violations");
        assertThat(strings(wrong, "field"))
                .containsExactlyInAnyOrder("kind", "competent", "met[0]", "marks[0]", "ground");
        JsonNode ground = as("officer1")
                .post(
                        "/api/petitions/" + id + "/triage",
                        "{'kind': 'FEEDBACK', 'competent': true, 'ground': 'NOT_SIGNED'}")
                .expect(422)
                .json();
        assertThat(ground.path("violations").get(0).path("field").asString()).isEqualTo("ground");
        as("clerk1")
                .post("/api/petitions/" + id + "/triage", "{'kind': 'COMPLAINT', 'competent': true}")
                .expect(403);
    }

    @Test
    void guidance_is_given_once_only_on_the_same_content() {
        work.complete(work.task(id), "guide").expect(200);
        JsonNode again = work.handIn(Samples.complaint());
        String second = again.path("id").asString();
        as("officer1")
                .post("/api/petitions/" + second + "/link", "{'petition': '" + id + "', 'relation': 'DUPLICATE_OF'}")
                .expect(200);
        String task = "/api/tasks/" + work.task(second).path("id").asString();
        JsonNode form = as("officer1").get(task + "/form").expect(200).json();
        assertThat(strings(form.path("outcomes"), "id")).doesNotContain("guide").contains("store");
        as("officer1")
                .post(
                        task + "/complete",
                        "{'outcome': 'guide', 'data': {'competentBody': 'UBND phường B', 'reason': 'Thẩm quyền'}}")
                .expect(422);
        as("officer1")
                .post(
                        "/api/petitions/" + second + "/triage",
                        "{'kind': 'COMPLAINT', 'competent': false, " + COMPLETE + "}")
                .expect(200);
        JsonNode handling = file(second).path("handling");
        assertThat(handling.path("row").asString()).isEqualTo("H07");
        assertThat(handling.path("guidedBefore").asString()).isEqualTo(id);
    }

    @Test
    void a_complaint_that_a_newspaper_sent_on_is_given_back() {
        String forwarded = work.handIn(Samples.complaint().replace("'DESK'", "'FORWARDED'"))
                .path("id")
                .asString();
        as("officer1")
                .post(
                        "/api/petitions/" + forwarded + "/triage",
                        "{'kind': 'COMPLAINT', 'competent': false, " + COMPLETE + "}")
                .expect(200);
        assertThat(file(forwarded).path("handling").path("handling").asString()).isEqualTo("RETURN");
        work.complete(work.task(forwarded), null).expect(200);
        work.step(forwarded);
        JsonNode closed = file(forwarded);
        assertThat(closed.path("closing").path("ground").asString()).isEqualTo("RETURNED");
        assertThat(closed.path("replies").get(0).path("what").asString()).isEqualTo("RETURNED");
    }

    @Test
    void what_is_found_in_a_denunciation_is_seen_by_its_handlers_only() {
        String secret = work.handIn(Samples.complaint().replace("'COMPLAINT'", "'DENUNCIATION'"))
                .path("id")
                .asString();
        String task = work.task(secret).path("id").asString();
        as("officer1").post("/api/tasks/" + task + "/claim", "{}").expect(200);
        as("officer1")
                .post("/api/petitions/" + secret + "/triage", "{'kind': 'DENUNCIATION', 'competent': true}")
                .expect(200);
        assertThat(file(secret).path("handling").path("row").asString()).isEqualTo("H14");
        assertThat(as("officer2")
                        .get("/api/petitions/" + secret)
                        .expect(200)
                        .json()
                        .path("handling")
                        .isNull())
                .isTrue();
    }

    @Test
    void the_table_and_the_conditions_are_read_by_everybody_who_works_here() {
        JsonNode table = as("designer1").get("/api/rules/handling").expect(200).json();
        assertThat(strings(table.path("items"), "id")).startsWith("H01").contains("H19");
        assertThat(strings(table.path("conditions"), "check")).contains("REPRESENTED");
    }

    private void propose(String found) {
        as("officer1").post("/api/petitions/" + id + "/triage", found).expect(200);
    }

    private JsonNode file(String petition) {
        Caller officer = as("officer1");
        return officer.get("/api/petitions/" + petition).expect(200).json();
    }

    private static JsonNode check(JsonNode sheet, String name) {
        return StreamSupport.stream(sheet.path("checks").spliterator(), false)
                .filter(one -> one.path("check").asString().equals(name))
                .findFirst()
                .orElse(sheet.path("none"));
    }

    private static List<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> strings(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asString())
                .toList();
    }
}
