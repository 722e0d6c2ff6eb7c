package vn.caunoi.api.diary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.OwnWard;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;

/** What is arranged, as programs read it. */
class DiaryCallsTest extends RunningApi {

    private static final String PERIOD = "/api/diary?from=2026-12-01&to=2026-12-31";

    @Autowired
    private Commands commands;

    @Test
    void what_is_arranged_is_told_in_its_order_page_by_page() {
        OwnWard ward = OwnWard.of(commands, accounts());
        settle();
        for (String day : List.of("2026-12-22", "2026-12-20", "2027-01-05")) plan(ward, day);
        settle();
        JsonNode all = as(ward.officer()).get(PERIOD).expect(200).json();
        assertThat(all.path("items").findValuesAsString("what")).containsExactly("Ngày 2026-12-20", "Ngày 2026-12-22");
        assertThat(all.path("items").get(0).path("begins").asString()).startsWith("2026-12-20T");
        assertThat(all.path("items").get(0).path("unit").asString()).isEqualTo(ward.id());
        JsonNode first = as(ward.officer()).get(PERIOD + "&limit=1").expect(200).json();
        JsonNode second = as(ward.officer())
                .get(PERIOD + "&limit=1&cursor=" + first.path("next").asString())
                .expect(200)
                .json();
        assertThat(second.path("items").findValuesAsString("what")).containsExactly("Ngày 2026-12-22");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(as(ward.officer())
                        .get(PERIOD + "&kind=reception")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(as("officer3")
                        .get(PERIOD + "&unit=" + ward.id())
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void periods_are_of_a_year_at_most_and_only_who_works_on_cases_reads_it() {
        for (String odd : new String[] {"from=2026-12-31&to=2026-12-01", "from=2026-01-01&to=2028-01-01", "kind=x"})
            as("officer1").get("/api/diary?" + odd).expect(422);
        as("officer1").get("/api/diary").expect(200);
        as("designer1").get("/api/diary").expect(403);
        as("admin1").get("/api/diary").expect(403);
        String observer = "diary-observer";
        accounts().create(List.of(observer));
        commands.send(
                new AppointOfficer(new OfficerId(observer), new UnitId("P"), "Người xem", Set.of(Role.OBSERVER)),
                "system:test");
        settle();
        for (String path : new String[] {"/api/diary", "/api/inquiries", "/api/oversight/board", "/api/petitions/mine"})
            as(observer).get(path).expect(403);
    }

    private void plan(OwnWard ward, String day) {
        as(ward.clerk())
                .post("/api/conferences", "{'subject':'Ngày " + day + "','day':'" + day + "','place':'Hội trường'}")
                .expect(201);
    }
}
