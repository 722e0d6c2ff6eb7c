package vn.caunoi.api.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;

/** The reception desk as programs use it. */
class VisitCallsTest extends RunningApi {

    private static final String VISITORS =
            "'visitors':[{'fullName':'Nguyễn Thị Tiếp','idNumber':'000123','phone':'0900000000'}]";

    @Test
    void a_visit_is_entered_numbered_and_its_result_due_is_explained() {
        JsonNode visit = visit(record("'matter':'FEEDBACK'"));
        assertThat(visit.path("no").asLong()).isPositive();
        assertThat(visit.path("resultRule").path("id").asString()).isEqualTo("D02");
        assertThat(visit.path("resultRule").path("explanation").size()).isGreaterThan(10);
        assertThat(visit.path("visitors").path(0).path("fullName").asString()).isEqualTo("Nguyễn Thị Tiếp");
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        JsonNode problem = as("clerk1")
                .post("/api/visits", "{'way':'ROOM','people':9,'subject':' '," + VISITORS + "}")
                .expect(422)
                .json();
        assertThat(problem.path("violations").findValuesAsString("field")).contains("identity", "subject", "statement");
        as("clerk1")
                .post("/api/visits", body("'people':9").replace("fullName", "name"))
                .expect(422);
        String crowd =
                as("clerk1").post("/api/visits", body("'people':9")).expect(422).text();
        assertThat(crowd).contains("visitors");
    }

    @Test
    void the_same_key_enters_it_once() {
        String first = as("clerk1")
                .with("Idempotency-Key", "visit-1")
                .post("/api/visits", body("'people':1"))
                .expect(201)
                .header("Location");
        assertThat(as("clerk1")
                        .with("Idempotency-Key", "visit-1")
                        .post("/api/visits", body("'people':1"))
                        .expect(201)
                        .header("Location"))
                .isEqualTo(first);
    }

    @Test
    void a_promised_answer_is_on_the_list_until_it_is_given() {
        String id = record("'people':1");
        act(id, "promise", "{'until':'2026-11-25','text':'Trả lời về con đường'}");
        assertThat(due("officer1", "ANSWER")).contains(id);
        assertThat(due("inspector1", "ANSWER")).contains(id);
        assertThat(due("officer3", "ANSWER")).doesNotContain(id);
        JsonNode kept = act(id, "keep", "{'text':'Sẽ sửa trong tháng'}");
        assertThat(kept.path("kept").isNull()).isFalse();
        assertThat(due("officer1", "ANSWER")).doesNotContain(id);
        assertThat(due("officer1", "RESULT")).doesNotContain(id);
        as("clerk1").post("/api/visits/" + id + "/answer", "{'text':'x'}").expect(422);
    }

    @Test
    void a_hotline_call_is_called_back() {
        String id = record("'urgent':true,'callBack':'2026-11-18T23:00:00+07:00'");
        assertThat(due("clerk1", "CALL_BACK")).contains(id);
        act(id, "call-back", "{'reached':false,'text':'Máy bận'}");
        assertThat(due("clerk1", "CALL_BACK")).contains(id);
        act(id, "call-back", "{'reached':true,'text':'Đã hẹn'}");
        assertThat(due("clerk1", "CALL_BACK")).doesNotContain(id);
    }

    @Test
    void a_visitor_is_refused_with_a_ground_of_the_law() {
        String id = record("'people':1");
        as("clerk1")
                .post("/api/visits/" + id + "/turn-away", "{'text':'x','ground':'NONE'}")
                .expect(422);
        JsonNode visit = act(id, "turn-away", "{'ground':'DISORDERLY','text':'Đe dọa cán bộ'}");
        assertThat(visit.path("ending").asString()).isEqualTo("TURNED_AWAY");
        assertThat(visit.path("ground").asString()).isEqualTo("DISORDERLY");
    }

    @Test
    void another_unit_is_told_that_there_is_no_such_visit() {
        String id = record("'people':1");
        as("officer3").get("/api/visits/" + id).expect(404);
        as("officer3").post("/api/visits/" + id + "/remark", "{'text':'x'}").expect(404);
        as("inspector1").get("/api/visits/" + id).expect(200);
        as("inspector1").post("/api/visits/" + id + "/remark", "{'text':'x'}").expect(403);
        as("designer1").get("/api/visits").expect(403);
        as("clerk1").post("/api/visits/" + id + "/nothing", "{}").expect(404);
    }

    @Test
    void a_signed_statement_is_kept_with_the_visit_for_those_who_see_it() {
        String id = record("'people':1");
        String file = as("clerk1")
                .upload("/api/files", "ky.txt", "đã ký".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json()
                .path("id")
                .asString();
        as("officer1").get("/api/files/" + file).expect(404);
        act(id, "signed", "{'file':'" + file + "'}");
        assertThat(as("officer1").get("/api/files/" + file).expect(200).text()).isEqualTo("đã ký");
        as("officer3").get("/api/files/" + file).expect(404);
        as("clerk1")
                .post("/api/visits/" + record("'people':1") + "/signed", "{'file':'" + file + "'}")
                .expect(422);
    }

    @Test
    void a_denunciation_told_at_the_desk_is_sealed_for_everybody() {
        String id = record("'matter':'DENUNCIATION'");
        assertThat(as("head1").get("/api/visits/" + id).expect(200).text()).doesNotContain("Tiếp", "0900000000");
        assertThat(as("clerk1").get("/api/visits?q=tiep").expect(200).text()).doesNotContain(id);
    }

    private JsonNode act(String id, String what, String body) {
        return as("clerk1")
                .post("/api/visits/" + id + "/" + what, body)
                .expect(200)
                .json();
    }

    private String due(String who, String what) {
        return as(who).get("/api/visits/due?limit=200&what=" + what).expect(200).text();
    }

    private JsonNode visit(String id) {
        return as("clerk1").get("/api/visits/" + id).expect(200).json();
    }

    private String record(String more) {
        return as("clerk1")
                .post("/api/visits", body(more))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static String body(String more) {
        return "{'way':'ROOM','identity':'CARD_SEEN','subject':'Đường làng','statement':'Đường làng hỏng'," + more + ","
                + VISITORS + "}";
    }
}
