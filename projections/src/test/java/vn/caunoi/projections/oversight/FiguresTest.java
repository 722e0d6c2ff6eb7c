package vn.caunoi.projections.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Visibility;

/** Small figures betray nobody. */
class FiguresTest {

    @Test
    void few_denunciations_are_counted_together_with_the_rarest_other_kind() {
        assertThat(of(Map.of("COMPLAINT", 9L, "FEEDBACK", 3L, "DENUNCIATION", 1L)))
                .isEqualTo(Map.of("COMPLAINT", 9L, "FEW", 4L));
        assertThat(of(Map.of("DENUNCIATION", 4L))).isEqualTo(Map.of("FEW", 4L));
    }

    @Test
    void where_there_are_none_or_many_each_kind_is_told() {
        assertThat(of(Map.of("COMPLAINT", 9L))).isEqualTo(Map.of("COMPLAINT", 9L));
        assertThat(of(Map.of("COMPLAINT", 1L, "DENUNCIATION", 5L)))
                .isEqualTo(Map.of("COMPLAINT", 1L, "DENUNCIATION", 5L));
    }

    @Test
    void an_inspector_is_told_each_kind_also_of_one_unit() {
        Map<String, Long> byKind = Map.of("COMPLAINT", 9L, "DENUNCIATION", 1L);
        Visibility all = Visibility.of(Actor.of("inspector1", "P", Role.INSPECTOR));
        assertThat(figures(byKind).toldTo(all).byKind()).isEqualTo(byKind);
        assertThat(figures(byKind).toldTo(all.within(Set.of(new UnitId("A")))).byKind())
                .isEqualTo(byKind);
    }

    private static Map<String, Long> of(Map<String, Long> byKind) {
        Visibility head = Visibility.of(Actor.of("head1", "A", Role.HEAD));
        return figures(byKind).toldTo(head).byKind();
    }

    private static Figures figures(Map<String, Long> byKind) {
        LocalDate day = LocalDate.of(2026, 11, 18);
        return new Figures(day, day, Map.of(), byKind, Map.of());
    }
}
