package vn.caunoi.api.conference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;

/** Dialogue conferences as programs use them. */
class ConferenceCallsTest extends RunningApi {

    @Test
    void a_conference_is_announced_held_answered_and_published() {
        String id = plan("2026-11-18");
        JsonNode late = act(id, "announce", "{'on':'2026-11-12','where':'Nhà văn hóa'}");
        assertThat(late.path("conference").path("announcedInTime").asBoolean()).isFalse();
        JsonNode inTime = act(id, "announce", "{'on':'2026-11-11','where':'Nhà văn hóa'}");
        assertThat(inTime.path("conference").path("announcedInTime").asBoolean())
                .isTrue();
        as("clerk1")
                .post("/api/conferences/" + id + "/matter", "{'matter':'Đường làng'}")
                .expect(422);
        JsonNode held = act(id, "hold", "{'chair':'head1','participants':80,'minutes':'Đã họp'}");
        assertThat(held.path("conference").path("resultRule").path("id").asString())
                .isEqualTo("D51");
        JsonNode raised = act(id, "matter", "{'matter':'Đường làng hỏng','speaker':'Ông Ba'}");
        assertThat(raised.path("matters").path(0).path("no").asInt()).isEqualTo(1);
        String petition = petition();
        JsonNode linked = act(id, "petition", "{'no':1,'petition':'" + petition + "'}");
        assertThat(linked.path("matters").path(0).path("petition").asString()).isEqualTo(petition);
        JsonNode published = act(id, "publish", "{'on':'2026-11-18','where':'Cổng','text':'Kết quả'}");
        assertThat(published.path("conference").path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(published.path("conference").path("publishedInTime").asBoolean())
                .isTrue();
        JsonNode compliance = as("inspector1")
                .get("/api/conferences/compliance?year=2026")
                .expect(200)
                .json();
        assertThat(compliance.path("complying").asInt()).isPositive();
        assertThat(compliance.path("units").findValuesAsString("unit")).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void what_is_wrong_is_told_and_another_unit_sees_nothing() {
        assertThat(as("clerk1")
                        .post("/api/conferences", "{'unit':'B'}")
                        .expect(422)
                        .json()
                        .path("violations")
                        .findValuesAsString("field"))
                .contains("unit", "subject", "day", "place");
        String id = plan("2026-12-20");
        as("officer3").get("/api/conferences/" + id).expect(404);
        as("inspector1").get("/api/conferences/" + id).expect(200);
        as("inspector1")
                .post("/api/conferences/" + id + "/cancel", "{'reason':'x'}")
                .expect(403);
        as("clerk1")
                .post("/api/conferences/" + id + "/hold", "{'chair':'head1','participants':5,'minutes':'x'}")
                .expect(422);
        as("clerk1").post("/api/conferences/" + id + "/nothing", "{}").expect(404);
        assertThat(act(id, "move", "{'day':'2026-12-22','reason':'bão'}")
                        .path("conference")
                        .path("day")
                        .asString())
                .isEqualTo("2026-12-22");
        assertThat(act(id, "cancel", "{'reason':'hoãn'}")
                        .path("conference")
                        .path("state")
                        .asString())
                .isEqualTo("CANCELLED");
        as("designer1").get("/api/conferences").expect(403);
        assertThat(as("clerk1")
                        .get("/api/conferences?year=2026&limit=1")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    private String plan(String day) {
        return as("clerk1")
                .post("/api/conferences", "{'subject':'Đất đai','day':'" + day + "','place':'Hội trường'}")
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private JsonNode act(String id, String what, String body) {
        return as("clerk1")
                .post("/api/conferences/" + id + "/" + what, body)
                .expect(200)
                .json();
    }

    private String petition() {
        return as("clerk1")
                .post(
                        "/api/petitions",
                        "{'channel':'DESK','subject':'Đường','content':'Đường hỏng','petitioners':[{'fullName':'Ba'}]}")
                .expect(201)
                .json()
                .path("id")
                .asString();
    }
}
