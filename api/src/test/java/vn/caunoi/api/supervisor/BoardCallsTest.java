package vn.caunoi.api.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.OwnWard;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.ledger.Commands;

/** The board and my own cases, as programs read them. */
class BoardCallsTest extends RunningApi {

    private static final String BOARD = "/api/oversight/board";

    @Autowired
    private Commands commands;

    @Test
    void each_number_of_the_board_is_as_many_cases_as_stand_behind_it() {
        OwnWard ward = ward(3);
        JsonNode board = as(ward.head()).get(BOARD).expect(200).json();
        JsonNode unit = board.path("units").get(0);
        assertThat(unit.path("who").asString()).isEqualTo(ward.id());
        assertThat(unit.path("counts").path("OPEN").asInt()).isEqualTo(3);
        for (Iterator<Map.Entry<String, JsonNode>> counts =
                        unit.path("counts").properties().iterator();
                counts.hasNext(); ) {
            Map.Entry<String, JsonNode> one = counts.next();
            assertThat(cases(ward, "?column=" + one.getKey()).path("items").size())
                    .as(one.getKey())
                    .isEqualTo(one.getValue().asInt());
        }
        assertThat(board.path("ages").get(0).path("open").asInt()).isEqualTo(3);
        assertThat(cases(ward, "?age=0").path("items").size()).isEqualTo(3);
        assertThat(cases(ward, "?unassigned=true").path("items").size()
                        + cases(ward, "?officer=" + ward.officer())
                                .path("items")
                                .size()
                        + cases(ward, "?officer=" + ward.clerk()).path("items").size())
                .isEqualTo(3);
        assertThat(board.path("flow").size()).isEqualTo(12);
        assertThat(board.path("flow").get(11).path("month").asString()).matches("\\d{4}-\\d{2}");
    }

    @Test
    void its_cases_are_told_page_by_page() {
        OwnWard ward = ward(3);
        JsonNode first = cases(ward, "?limit=2");
        assertThat(first.path("items").size()).isEqualTo(2);
        JsonNode rest = cases(ward, "?limit=2&cursor=" + first.path("next").asString());
        assertThat(rest.path("items").size()).isOne();
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void heads_see_their_own_units_inspectors_all_and_nobody_else_a_board() {
        OwnWard ward = ward(1);
        assertThat(as("inspector1")
                        .get(BOARD + "?unit=" + ward.id())
                        .expect(200)
                        .json()
                        .path("units")
                        .size())
                .isOne();
        as("head1").get(BOARD + "?unit=" + ward.id()).expect(404);
        for (String nobody : new String[] {"officer1", "clerk1", "designer1", "admin1"}) {
            as(nobody).get(BOARD).expect(403);
            as(nobody).get(BOARD + "/cases").expect(403);
        }
        for (String odd : new String[] {"column=nothing", "age=7", "age=x", "unassigned=x", "limit=0", "cursor=x"}) {
            assertThat(as(ward.head())
                            .get(BOARD + "/cases?" + odd)
                            .expect(422)
                            .json()
                            .path("violations")
                            .get(0)
                            .path("field")
                            .asString())
                    .isEqualTo(odd.substring(0, odd.indexOf('=')));
        }
    }

    @Test
    void my_cases_are_counted_as_they_are_listed() {
        OwnWard ward = OwnWard.of(commands, accounts());
        settle();
        Work work = ward.work(nobody());
        work.until(work.handIn(Samples.complaint()).path("id").asString(), "verify");
        settle();
        JsonNode counts =
                as(ward.officer()).get("/api/petitions/mine").expect(200).json();
        for (String section : new String[] {"toDo", "waiting", "coming", "done"}) {
            assertThat(as(ward.officer())
                            .get("/api/petitions?mine=" + section.replace("toDo", "to-do"))
                            .expect(200)
                            .json()
                            .path("items")
                            .size())
                    .as(section)
                    .isEqualTo(counts.path(section).asInt());
        }
        assertThat(counts.path("toDo").asInt()).isOne();
        as("inspector1").get("/api/petitions/mine").expect(403);
    }

    private JsonNode cases(OwnWard ward, String asked) {
        return as(ward.head()).get(BOARD + "/cases" + asked).expect(200).json();
    }

    private OwnWard ward(int cases) {
        OwnWard ward = OwnWard.of(commands, accounts());
        settle();
        for (int n = 0; n < cases; n++) ward.work(nobody()).handIn(Samples.complaint());
        settle();
        return ward;
    }
}
