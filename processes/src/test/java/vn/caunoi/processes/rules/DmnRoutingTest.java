package vn.caunoi.processes.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.routing.Route;
import vn.caunoi.core.routing.RoutingQuestion;

class DmnRoutingTest {

    private static final String RULES = row("R1", "\"land\"", "\"thôn 9\"", "-", "B")
            + row("R2", "\"land\"", "-", "&gt;= date(\"2026-12-01\")", "L");

    @Test
    void as_shipped_nothing_is_proposed_for_units_are_those_of_each_authority() {
        assertThat(DmnRouting.shipped().rows()).isEmpty();
        assertThat(asked(DmnRouting.shipped(), "land", "Thôn 9", "2026-11-18")).isEmpty();
    }

    @Test
    void the_first_row_that_fits_proposes_from_its_day_on(@TempDir Path folder) throws IOException {
        DmnRouting own = own(folder, RULES);
        assertThat(asked(own, "land", " THÔN  9", "2026-12-02"))
                .get()
                .extracting(Route::unit)
                .isEqualTo(new UnitId("B"));
        assertThat(asked(own, "land", null, "2026-12-02"))
                .get()
                .extracting(Route::row)
                .isEqualTo("R2");
        assertThat(asked(own, "land", null, "2026-11-18")).isEmpty();
        assertThat(asked(own, null, "Thôn 9", "2026-12-02")).isEmpty();
        assertThat(own.rows()).hasSize(2).allMatch(DmnRules.Row::own);
    }

    @Test
    void a_row_that_names_no_unit_is_a_broken_table(@TempDir Path folder) throws IOException {
        DmnRouting own = own(folder, row("R1", "-", "-", "-", ""));
        assertThatThrownBy(() -> asked(own, "land", null, "2026-11-18"))
                .isInstanceOf(BrokenTable.class)
                .hasMessageContaining("R1");
    }

    private static Optional<Route> asked(
            DmnRouting table, @Nullable String category, @Nullable String place, String day) {
        return table.route(new RoutingQuestion("COMPLAINT", category, place, new UnitId("A"), LocalDate.parse(day)));
    }

    private static DmnRouting own(Path folder, String rows) throws IOException {
        try (var table = Objects.requireNonNull(DmnRoutingTest.class.getResourceAsStream("/models/routing.dmn"))) {
            String shipped = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(
                    folder.resolve("routing.dmn"), shipped.replace("</decisionTable>", rows + "</decisionTable>"));
        }
        return DmnRouting.from(folder);
    }

    private static String row(String id, String category, String place, String from, String unit) {
        return "<rule id=\"" + id + "\">" + entry(id, "kind", "-") + entry(id, "category", category)
                + entry(id, "place", place) + entry(id, "at", "-") + entry(id, "validFrom", from)
                + entry(id, "validTo", "-") + result(id, "row", id) + result(id, "unit", unit)
                + result(id, "source", "local") + result(id, "confidence", "X") + "</rule>";
    }

    private static String entry(String rule, String column, String test) {
        return "<inputEntry id=\"" + rule + "_" + column + "\"><text>" + test + "</text></inputEntry>";
    }

    private static String result(String rule, String column, String value) {
        return "<outputEntry id=\"" + rule + "_out_" + column + "\"><text>\"" + value + "\"</text></outputEntry>";
    }
}
