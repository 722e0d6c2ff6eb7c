package vn.caunoi.api.reception;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;

/** The rota as programs use it. */
class SittingCallsTest extends RunningApi {

    @Test
    void a_day_off_gives_way_and_a_day_is_held_delegated_missed_moved_or_cancelled() {
        JsonNode rolled = day(plan("2026-11-24"));
        assertThat(rolled.path("day").asString()).isEqualTo("2026-11-25");
        assertThat(rolled.path("wanted").asString()).isEqualTo("2026-11-24");
        String held = plan("2026-11-17");
        assertThat(act(held, "hold", "{'online':true}").path("state").asString())
                .isEqualTo("HELD");
        assertThat(act(held, "hold", "{'delegate':'officer1','reason':'họp'}")
                        .path("delegate")
                        .asString())
                .isEqualTo("officer1");
        assertThat(act(plan("2026-11-16"), "miss", "{'reason':'bão'}")
                        .path("state")
                        .asString())
                .isEqualTo("MISSED");
        assertThat(act(plan("2026-11-19"), "move", "{'day':'2026-11-20','reason':'họp'}")
                        .path("day")
                        .asString())
                .isEqualTo("2026-11-20");
        assertThat(act(plan("2026-11-19"), "cancel", "{'reason':'nhầm'}")
                        .path("state")
                        .asString())
                .isEqualTo("CANCELLED");
    }

    @Test
    void what_is_wrong_is_told() {
        assertThat(as("clerk1")
                        .post("/api/sittings", "{'leader':'head2'}")
                        .expect(422)
                        .json()
                        .path("violations")
                        .findValuesAsString("field"))
                .contains("leader", "day");
        String future = plan("2026-11-27");
        as("clerk1").post("/api/sittings/" + future + "/hold", "{}").expect(422);
        as("clerk1").post("/api/sittings/" + future + "/move", "{}").expect(422);
        as("clerk1").post("/api/sittings/" + future + "/nothing", "{}").expect(404);
        as("officer3").get("/api/sittings/" + future).expect(404);
        as("officer1")
                .post("/api/sittings/" + future + "/cancel", "{'reason':'x'}")
                .expect(403);
        as("designer1").get("/api/sittings").expect(403);
    }

    @Test
    void figures_compare_what_was_held_with_what_the_law_requires() {
        act(plan("2026-11-11"), "hold", "{}");
        JsonNode units = as("inspector1")
                .get("/api/sittings/figures?from=2026-10-01&to=2026-11-30")
                .expect(200)
                .json()
                .path("items");
        for (JsonNode unit : units) {
            String id = unit.path("unit").asString();
            if (id.equals("A")) {
                assertThat(unit.path("required").asInt()).isEqualTo(4);
                assertThat(unit.path("held").asInt()).isPositive();
                assertThat(unit.path("lacking").asInt()).isLessThan(4);
            }
            if (id.equals("P")) assertThat(unit.path("required").asInt()).isEqualTo(2);
        }
        assertThat(units.findValuesAsString("unit")).contains("A", "B", "P");
        assertThat(as("head2")
                        .get("/api/sittings/figures")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsString("unit"))
                .containsExactly("B");
    }

    @Test
    void a_visit_names_a_reception_day_of_its_own_unit() {
        String visit = "{'way':'ROOM','identity':'STATED','subject':'s','statement':'t',"
                + "'visitors':[{'fullName':'An'}],'sitting':'%s'}";
        as("clerk1").post("/api/visits", visit.formatted("nothing")).expect(422);
        String day = plan("2026-11-18");
        as("clerk1").post("/api/visits", visit.formatted(day)).expect(201);
        assertThat(day(day).path("visits").asLong()).isEqualTo(1);
        assertThat(as("clerk1")
                        .get("/api/visits?sitting=" + day)
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void a_room_is_given_to_one_at_a_time_and_the_refusal_says_who_has_it() {
        String day = "2026-12-16";
        String room = "'room':'Phòng đơn'";
        as("clerk1")
                .post(
                        "/api/sittings",
                        "{'leader':'head1','day':'" + day + "','from':'08:00','to':'10:00'," + room + "}")
                .expect(201);
        String taken = as("clerk1")
                .post(
                        "/api/sittings",
                        "{'leader':'officer1','day':'" + day + "','from':'09:30','to':'11:00','room':'phòng  Đơn'}")
                .expect(422)
                .text();
        assertThat(taken).contains("\"room\"", "Name of head1 đã dùng phòng này", "16/12/2026", "08:00", "10:00");
        String later = as("clerk1")
                .post(
                        "/api/sittings",
                        "{'leader':'officer1','day':'" + day + "','from':'10:00','to':'11:00'," + room + "}")
                .expect(201)
                .json()
                .path("id")
                .asString();
        String other = as("clerk1")
                .post(
                        "/api/sittings",
                        "{'leader':'officer1','day':'2026-12-17','from':'08:00','to':'10:00'," + room + "}")
                .expect(201)
                .json()
                .path("id")
                .asString();
        as("clerk1")
                .post("/api/sittings/" + other + "/move", "{'day':'" + day + "','reason':'bận'}")
                .expect(422);
        act(later, "cancel", "{'reason':'nhầm'}");
        as("clerk1")
                .post(
                        "/api/sittings",
                        "{'leader':'officer1','day':'" + day + "','from':'10:00','to':'11:00'," + room + "}")
                .expect(201);
        act(other, "move", "{'day':'2026-12-18','reason':'bận'}");
        as("clerk1")
                .post(
                        "/api/sittings",
                        "{'leader':'officer1','day':'2026-12-17','from':'08:00','to':'10:00'," + room + "}")
                .expect(201);
    }

    private String plan(String day) {
        return as("clerk1")
                .post("/api/sittings", "{'leader':'head1','day':'" + day + "','room':'Phòng 1'}")
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private JsonNode day(String id) {
        return as("inspector1").get("/api/sittings/" + id).expect(200).json();
    }

    private JsonNode act(String id, String what, String body) {
        return as("clerk1")
                .post("/api/sittings/" + id + "/" + what, body)
                .expect(200)
                .json();
    }
}
