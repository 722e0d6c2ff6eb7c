package vn.caunoi.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.routing.RoutingCommand.*;
import vn.caunoi.core.routing.RoutingEvent.*;

/** The rows of the routing table that administrators keep. */
class RoutingRowsTest {

    private final AggregateTestFixture<RoutingRows> fixture = new AggregateTestFixture<>(RoutingRows.class);

    private static RoutingRow row(String id, @Nullable String category, List<String> places, String unit) {
        return new RoutingRow(id, null, category, places, null, new UnitId(unit), null, null, "QĐ 1");
    }

    @Test
    void a_row_is_set_altered_and_removed_by_administrators() {
        RoutingRow land = row("r1", "land", List.of(), "B");
        fixture.givenNoPriorActivity().when(new SetRoutingRow(land, ADMIN)).expectEvents(new RoutingRowSet(land));
        fixture.given(new RoutingRowSet(land))
                .when(new SetRoutingRow(land, ADMIN))
                .expectNoEvents();
        fixture.given(new RoutingRowSet(land))
                .when(new RemoveRoutingRow("r1", ADMIN))
                .expectEvents(new RoutingRowRemoved("r1"));
        fixture.givenNoPriorActivity().when(new RemoveRoutingRow("r1", ADMIN)).expectNoEvents();
        for (var wrong :
                List.of(new SetRoutingRow(land, HEAD), new SetRoutingRow(row("r1", null, List.of(), "B"), ADMIN)))
            fixture.givenNoPriorActivity()
                    .when(wrong)
                    .expectException(Matchers.predicate(thrown -> thrown instanceof Refusal));
    }

    @Test
    void of_several_rows_the_narrowest_answers_on_its_days() {
        RoutingTable table = RoutingTable.NONE
                .after(new RoutingRowSet(row("wide", "land", List.of(), "A")))
                .after(new RoutingRowSet(row("below", "compensation", List.of(), "B")))
                .after(new RoutingRowSet(row("village", "land", List.of("Thôn Đông"), "C")))
                .after(new RoutingRowSet(new RoutingRow(
                        "over", null, "tax", List.of(), null, new UnitId("D"), null, TODAY.minusDays(1), "QĐ 2")))
                .after(new RoutingRowSet(new RoutingRow(
                        "here", null, "land", List.of(), new UnitId("P"), new UnitId("E"), null, null, "QĐ 3")));
        assertThat(asked(table, "land-use", null, "Q")).isEqualTo("A");
        assertThat(asked(table, "land-use", null, "P")).isEqualTo("E");
        assertThat(asked(table, "Bồi thường, hỗ trợ, tái định cư", null, "Q")).isEqualTo("B");
        assertThat(asked(table, "compensation", "thon  dong", "Q")).isEqualTo("C");
        assertThat(asked(table, "tax", null, "Q")).isEqualTo("none");
        assertThat(asked(table, null, "Thôn Đông", "Q")).isEqualTo("none");
        var denounced = new RoutingQuestion("DENUNCIATION", "land", null, new UnitId("Q"), TODAY);
        assertThat(table.rowFor(denounced, CategoryTree.shipped(), List.of(new UnitId("Q"))))
                .isEmpty();
    }

    private static String asked(RoutingTable table, @Nullable String category, @Nullable String place, String at) {
        LocalDate day = TODAY;
        return table.rowFor(
                        new RoutingQuestion(null, category, place, new UnitId(at), day),
                        CategoryTree.shipped(),
                        List.of(new UnitId(at)))
                .map(row -> row.unit().value())
                .orElse("none");
    }
}
