package vn.caunoi.projections.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

    private static Map<String, Long> of(Map<String, Long> byKind) {
        LocalDate day = LocalDate.of(2026, 11, 18);
        return new Figures(day, day, Map.of(), byKind, Map.of()).byKindDiscreetly();
    }
}
