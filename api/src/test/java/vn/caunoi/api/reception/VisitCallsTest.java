package vn.caunoi.api.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
    void days_that_no_calendar_has_and_papers_without_a_number_are_refused_at_their_field() {
        String id = record("'callBack':'2026-11-18T23:00:00+07:00'");
        String at = "/api/visits/" + id;
        for (String day : List.of("+999999999-12-31", "-999999999-01-01", "10000-01-01", "2099-01-01"))
            refused(at + "/promise", "{'text':'x','until':'" + day + "'}", "until");
        for (String moment : List.of("+999999999-12-31T00:00:00Z", "2099-01-01T00:00:00Z")) {
            refused(at + "/call-back", "{'reached':false,'text':'x','again':'" + moment + "'}", "again");
            refused("/api/visits", body("'callBack':'" + moment + "'"), "callBack");
        }
        refused(at + "/return", "{'papers':[null]}", "papers");
    }

    private void refused(String path, String body, String field) {
        assertThat(as("clerk1")
                        .post(path, body)
                        .expect(422)
                        .json()
                        .path("violations")
                        .findValuesAsString("field"))
                .containsExactly(field);
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

    @Test
    void a_call_that_reached_nobody_is_tried_again_and_given_up_for_a_reason() {
        String id = record("'callBack':'2026-11-18T23:00:00+07:00'");
        as("clerk1").post("/api/visits/" + id + "/give-up", "{'text':'x'}").expect(422);
        as("clerk1")
                .post("/api/visits/" + id + "/call-back", "{'reached':false,'text':'x','again':'2020-01-01T00:00:00Z'}")
                .expect(422);
        act(id, "call-back", "{'reached':false,'text':'Máy bận','again':'2026-11-20T10:00:00+07:00'}");
        JsonNode visit = visit(id);
        assertThat(visit.path("tries").asInt()).isEqualTo(1);
        assertThat(visit.path("callBack").asString()).startsWith("2026-11-20T10:00");
        assertThat(due("officer1", "CALL_BACK")).contains(id, "\"tries\":1");
        act(id, "give-up", "{'text':'Số không có thật'}");
        assertThat(due("officer1", "CALL_BACK")).doesNotContain(id);
        assertThat(visit(id).path("givenUp").isNull()).isFalse();
    }

    @Test
    void a_mistake_is_corrected_and_old_and_new_stand_in_its_history() {
        String id = record("'people':1");
        String right = body("'people':2").replace("Nguyễn Thị Tiếp", "Nguyễn Thị Tiệp");
        as("clerk1")
                .post("/api/visits/" + id + "/correct", "{'visit':" + right + ",'reason':' '}")
                .expect(422);
        String correction = "{'visit':" + right + ",'reason':'Nghe nhầm tên'}";
        as("officer3").post("/api/visits/" + id + "/correct", correction).expect(404);
        as("inspector1").post("/api/visits/" + id + "/correct", correction).expect(403);
        JsonNode visit = as("officer1")
                .post("/api/visits/" + id + "/correct", correction)
                .expect(200)
                .json();
        assertThat(visit.path("people").asInt()).isEqualTo(2);
        assertThat(visit.path("visitors").path(0).path("fullName").asString()).isEqualTo("Nguyễn Thị Tiệp");
        JsonNode told = corrections("clerk1", id).path(0);
        assertThat(told.path("by").asString()).isEqualTo("officer1");
        assertThat(told.path("reason").asString()).isEqualTo("Nghe nhầm tên");
        assertThat(told.path("changes").findValuesAsString("field")).containsExactly("people", "visitors");
        assertThat(told.path("changes").path(1).path("before").asString()).contains("Nguyễn Thị Tiếp");
        as("clerk1").post("/api/visits/" + id + "/correct", correction).expect(422);
    }

    @Test
    void what_turns_out_to_be_a_denunciation_is_sealed_and_only_who_heard_it_corrects_it() {
        String id = record("'people':1");
        String sealed = "{'visit':" + body("'matter':'DENUNCIATION'") + ",'reason':'Là tố cáo'}";
        as("clerk1").post("/api/visits/" + id + "/correct", sealed).expect(200);
        assertThat(as("head1").get("/api/visits/" + id).expect(200).text()).doesNotContain("Tiếp", "0900000000");
        assertThat(corrections("head1", id).toString()).doesNotContain("Tiếp", "tố cáo");
        assertThat(corrections("clerk1", id).toString()).contains("Là tố cáo");
        as("head1").post("/api/visits/" + id + "/correct", sealed).expect(404);
    }

    @Test
    void each_look_at_a_visit_is_told_to_the_inspector() {
        String id = record("'people':1");
        as("officer1").get("/api/visits/" + id).expect(200);
        as("officer3").get("/api/visits/" + id).expect(404);
        as("head1").get("/api/visits/" + id + "/corrections").expect(200);
        JsonNode looks = as("inspector1")
                .get("/api/visits/" + id + "/readings")
                .expect(200)
                .json()
                .path("items");
        assertThat(looks.valueStream()
                        .map(one -> one.path("by").asString() + " "
                                + one.path("what").asString()))
                .containsExactly("head1 history", "officer1 file");
        as("head1").get("/api/visits/" + id + "/readings").expect(403);
        as("inspector1").get("/api/visits/none/readings").expect(404);
    }

    @Test
    void data_is_erased_by_an_administrator_when_nothing_is_owed_and_is_nowhere_any_more() {
        String mark = "Lường" + System.nanoTime();
        String id = as("clerk1")
                .post("/api/visits", body("'people':1").replace("Nguyễn Thị Tiếp", mark + " Thị Xóa"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        as("officer1")
                .post(
                        "/api/visits/" + id + "/correct",
                        "{'visit':" + body("'people':1").replace("Nguyễn Thị Tiếp", mark + " Thị Xoá")
                                + ",'reason':'Dấu'}")
                .expect(200);
        String erase = "{'reason':'Theo đơn 12','early':true}";
        as("head1").post("/api/visits/" + id + "/erasure", erase).expect(403);
        as("admin1").post("/api/visits/" + id + "/erasure", erase).expect(422);
        act(id, "answer", "{'text':'Đã giải thích cho bà " + mark + "'}");
        JsonNode outlook =
                as("admin1").get("/api/visits/" + id + "/erasure").expect(200).json();
        assertThat(outlook.path("owed").asBoolean()).isFalse();
        assertThat(outlook.path("keptUntil").asString()).isEqualTo("2031-11-18");
        assertThat(outlook.toString()).doesNotContain(mark);
        as("admin1")
                .post("/api/visits/" + id + "/erasure", "{'reason':'Theo đơn 12'}")
                .expect(422);
        as("admin1")
                .post("/api/visits/" + id + "/erasure", "{'reason':'" + mark + " Thị Xoá xin','early':true}")
                .expect(422);
        JsonNode after = as("admin1")
                .post("/api/visits/" + id + "/erasure", erase)
                .expect(200)
                .json();
        assertThat(after.path("matterErased").asBoolean()).isTrue();
        assertThat(as("officer1").get("/api/visits/" + id).expect(200).text())
                .contains("[erased]")
                .doesNotContain(mark);
        assertThat(corrections("officer1", id).toString()).doesNotContain(mark);
        assertThat(as("officer1")
                        .get("/api/visits?q=" + mark)
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
        as("officer1").post("/api/visits/" + id + "/remark", "{'text':'x'}").expect(422);
        as("admin1").post("/api/visits/none/erasure", erase).expect(404);
    }

    @Test
    void visits_of_one_person_about_one_thing_are_joined_with_one_act_and_counted_apart() {
        String number = "'0" + System.nanoTime() + "'";
        String road = "'statement':'Con đường vào bản hỏng từ lâu, mưa xuống là không ai đi được'";
        String first = recorded(number, road);
        String again = recorded(number, road);
        JsonNode earlier = as("clerk1")
                .get("/api/visits/" + again + "/earlier")
                .expect(200)
                .json()
                .path("items");
        assertThat(earlier.findValuesAsString("id")).contains(first);
        assertThat(as("officer3")
                        .get("/api/visits/" + again + "/earlier")
                        .expect(404)
                        .text())
                .doesNotContain(first);
        long before = matters();
        as("clerk1").post("/api/visits/" + again + "/join", "{'visit':'none'}").expect(422);
        assertThat(act(again, "join", "{'visit':'" + first + "'}").path("first").asString())
                .isEqualTo(first);
        assertThat(matters()).isEqualTo(before - 1);
        as("clerk1")
                .post("/api/visits/" + first + "/join", "{'visit':'" + record("'people':1") + "'}")
                .expect(422);
        act(again, "part", "{}");
        assertThat(matters()).isEqualTo(before + 1);
    }

    private String recorded(String number, String statement) {
        return as("clerk1")
                .post(
                        "/api/visits",
                        body("'people':1")
                                .replace("'000123'", number)
                                .replace("'statement':'Đường làng hỏng'", statement))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private long matters() {
        return as("clerk1")
                .get("/api/visits/figures")
                .expect(200)
                .json()
                .path("matters")
                .asLong();
    }

    private JsonNode corrections(String who, String id) {
        return as(who).get("/api/visits/" + id + "/corrections")
                .expect(200)
                .json()
                .path("items");
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
