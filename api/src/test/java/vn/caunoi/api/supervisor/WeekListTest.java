package vn.caunoi.api.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.caunoi.projections.oversight.Burden;

class WeekListTest {

    @Test
    void place_that_others_leave_goes_to_the_first_that_needs_it() {
        assertThat(WeekList.shares(Map.of(Burden.OVERDUE, 100L, Burden.DUE_SOON, 2L, Burden.STUCK, 50L)))
                .containsExactly(
                        Map.entry(Burden.OVERDUE, 23), Map.entry(Burden.DUE_SOON, 2), Map.entry(Burden.STUCK, 5));
    }

    @Test
    void everything_has_some_place_when_there_is_too_much_of_all() {
        Map<Burden, Long> all = Map.of(
                Burden.OVERDUE, 99L,
                Burden.DUE_SOON, 99L,
                Burden.ESCALATED, 99L,
                Burden.UNASSIGNED, 99L,
                Burden.STUCK, 99L,
                Burden.DIRECTED, 99L);
        assertThat(WeekList.shares(all).values()).containsOnly(5);
    }

    @Test
    void what_goes_onto_the_sheet_is_named() {
        assertThat(WeekList.shares(Map.of(Burden.UNASSIGNED, 30L))).containsExactly(Map.entry(Burden.UNASSIGNED, 30));
        assertThat(WeekList.shares(Map.of())).isEmpty();
    }
}
