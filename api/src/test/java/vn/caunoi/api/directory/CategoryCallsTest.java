package vn.caunoi.api.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;

/** Categories as a dated tree: found by typing, retired, mapped; and the units that petitions belong to by them. */
class CategoryCallsTest extends RunningApi {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private final String clerk = "zk" + mark;

    @Autowired
    private Commands commands;

    @Autowired
    private CarryingOut carryingOut;

    @Autowired
    private Clock clock;

    @Test
    void a_category_is_found_with_and_without_marks_and_says_what_reports_count_it_as() {
        for (String typed : List.of("Tái định cư", "tai%20dinh%20cu"))
            assertThat(items("?q=" + typed.replace(" ", "%20")).toString()).contains("compensation");
        JsonNode found = items("?q=dinh%20cu").get(0);
        assertThat(found.path("path").toString()).isEqualTo("[\"land\",\"compensation\"]");
        assertThat(found.path("field").asString()).isEqualTo("land");
        assertThat(as("admin1").get("/api/categories/export").expect(200).text())
                .contains("id,parent,vi,en,field,units,from,until", "compensation,land,");
    }

    @Test
    void a_category_begins_on_its_day_and_is_retired_but_stays() {
        String id = "river-" + mark;
        Map<String, Object> river =
                Map.of("parent", "environment", "vi", "Sông " + mark, "en", "River", "from", today().toString());
        put("head1", "/api/categories/" + id, river).expect(403);
        put("admin1", "/api/categories/" + id, Map.of("vi", "x", "parent", "nothing"))
                .expect(422);
        JsonNode preview = as("admin1")
                .postJson("/api/categories/" + id + "/preview", river)
                .expect(200)
                .json();
        assertThat(preview.path("fieldAfter").asString()).isEqualTo("environment");
        put("admin1", "/api/categories/" + id, river).expect(200);
        String petition = handIn("A", "song " + mark, null);
        assertThat(as("officer1")
                        .get("/api/petitions?limit=200&category=environment")
                        .expect(200)
                        .text())
                .contains(petition);
        as("admin1")
                .post("/api/categories/environment/retirement", "{'on': '" + today() + "'}")
                .expect(422);
        as("admin1")
                .post("/api/categories/" + id + "/retirement", "{'on': '" + today() + "'}")
                .expect(200);
        assertThat(items("?q=" + id)).isEmpty();
        assertThat(items("").toString()).contains(id);
        as("clerk1").postJson("/api/petitions", petition("A", id, null)).expect(422);
    }

    @Test
    void what_was_typed_before_is_listed_mapped_and_then_goes_with_its_category_in_a_reorganisation() {
        String from = "CA" + mark;
        String to = "CB" + mark;
        for (String unit : List.of(from, to))
            commands.send(new EstablishUnit(new UnitId(unit), new UnitId("P"), "Xã " + unit), "test");
        accounts().create(List.of(clerk));
        commands.send(
                new AppointOfficer(new OfficerId(clerk), new UnitId("P"), clerk, Set.of(Role.CLERK, Role.OFFICER)),
                "test");
        settle();
        String byId = handIn(from, "compensation", null);
        String byName = handIn(from, "đất đai", null);
        String typed = handIn(from, "Ruộng " + mark, null);
        String other = handIn(from, "waste", null);
        settle();
        assertThat(as("admin1").get("/api/categories/words").expect(200).text()).contains("Ruộng " + mark);
        as("head1").get("/api/categories/words").expect(403);
        as("admin1")
                .postJson("/api/categories/words", Map.of("word", "Ruộng " + mark, "category", "dat dai"))
                .expect(204);
        assertThat(as("admin1")
                        .get("/api/categories/words")
                        .json()
                        .path("items")
                        .toString())
                .doesNotContain("Ruộng " + mark);
        String at = "/api/directory/reorganisations/"
                + as("admin1")
                        .postJson(
                                "/api/directory/reorganisations",
                                Map.of(
                                        "title",
                                        "Đất đai " + mark,
                                        "on",
                                        today().toString(),
                                        "changes",
                                        List.of(Map.of(
                                                "kind",
                                                "HAND_OVER",
                                                "unit",
                                                from,
                                                "to",
                                                to,
                                                "categories",
                                                List.of("land")))))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        assertThat(as("admin1").get(at + "/preview").json().path("cases").asInt())
                .isEqualTo(3);
        carryingOut.round(Integer.MAX_VALUE);
        settle();
        for (String moved : List.of(byId, byName, typed))
            assertThat(where(moved)).isEqualTo(to);
        assertThat(where(other)).isEqualTo(from);
    }

    @Test
    void the_narrowest_row_proposes_the_unit_and_else_the_category() {
        String village = "Thôn " + mark;
        String row = "/api/directory/routing/r" + mark;
        String leaf = "/api/categories/leaf-" + mark;
        put("head1", row, Map.of("unit", "B", "category", "services")).expect(403);
        put("admin1", row, Map.of("unit", "nowhere", "category", "no such")).expect(422);
        put("admin1", row, Map.of("unit", "B", "category", "services", "places", List.of(village), "source", "QĐ 7"))
                .expect(200);
        try {
            JsonNode proposed = proposed(handIn("A", "services", village.toUpperCase(Locale.ROOT)));
            assertThat(proposed.path("unit").asString()).isEqualTo("B");
            assertThat(proposed.path("source").asString()).isEqualTo("QĐ 7");
            assertThat(proposed(handIn("A", "boi thuong, ho tro, tai dinh cu", "Thôn 9"))
                            .path("row")
                            .asString())
                    .as("the row of the authority's table for what stands above")
                    .isEqualTo("R1");
            assertThat(proposed(handIn("A", "services", null)).path("unit").asString(""))
                    .isEmpty();
            put(
                            "admin1",
                            leaf,
                            Map.of(
                                    "parent",
                                    "services",
                                    "vi",
                                    "Lá " + mark,
                                    "en",
                                    "Leaf",
                                    "units",
                                    List.of("P>B", "A"),
                                    "from",
                                    today().toString()))
                    .expect(200);
            assertThat(proposed(handIn("A", "la " + mark, null)).path("unit").asString())
                    .isEqualTo("B");
            assertThat(as("designer1").get("/api/rules/routing").expect(200).text())
                    .contains("r" + mark, "category-leaf-" + mark);
        } finally {
            as("admin1").send("DELETE", row, new byte[0]).expect(204);
            as("admin1").post(leaf + "/retirement", "{'on': '" + today() + "'}").expect(200);
        }
    }

    private JsonNode proposed(String petition) {
        return as("head1")
                .get("/api/petitions/" + petition + "/route")
                .expect(200)
                .json()
                .path("proposed");
    }

    private JsonNode items(String query) {
        return as("officer1").get("/api/categories" + query).expect(200).json().path("items");
    }

    private Caller.Answer put(String who, String path, Map<String, ?> body) {
        return as(who).with("Content-Type", "application/json")
                .send("PUT", path, JsonMapper.builder().build().writeValueAsBytes(body));
    }

    private String handIn(String unit, String category, @Nullable String place) {
        return as(unit.equals("A") ? "clerk1" : clerk)
                .postJson("/api/petitions", petition(unit, category, place))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static Map<String, Object> petition(String unit, String category, @Nullable String place) {
        Map<String, Object> petition = new LinkedHashMap<>();
        petition.put("channel", "POST");
        petition.put("subject", "Đèn đường");
        petition.put("content", "Đèn đường hỏng.");
        petition.put("unit", unit);
        petition.put("category", category);
        if (place != null) petition.put("place", place);
        petition.put("petitioners", List.of(Map.of("fullName", "Trần Thị Bé")));
        return petition;
    }

    private String where(String petition) {
        return as(clerk)
                .get("/api/petitions/" + petition)
                .expect(200)
                .json()
                .path("unit")
                .asString();
    }

    private LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }
}
