package vn.caunoi.projections.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.petition.Basis;
import vn.caunoi.core.petition.Cases;
import vn.caunoi.core.petition.DeadlineEvent;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMet;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineRecalculated;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineSet;

class LimitTest {

    private static final DeadlineSet SET = Cases.set("accept_1", Basis.RECEIVED, Cases.RECEIVED_ON, 10);

    @Test
    void a_limit_that_was_met_is_told_anew_after_a_correction() {
        Instant earlier = SET.due().minus(Duration.ofDays(3));
        var recalculated = new DeadlineRecalculated(
                Cases.ID,
                "accept_1",
                Cases.RECEIVED_ON.minusDays(3),
                SET.due(),
                earlier,
                SET.rule(),
                SET.version(),
                SET.calendar(),
                "corrected",
                SET.explanation(),
                null);
        Instant corrected = SET.due().minus(Duration.ofDays(2));
        List<Limit> limits = after(
                SET,
                new DeadlineMet(Cases.ID, "accept_1", SET.due(), false),
                recalculated,
                new DeadlineMet(Cases.ID, "accept_1", corrected, true));
        assertThat(limits).singleElement().satisfies(limit -> {
            assertThat(limit.due()).isEqualTo(earlier);
            assertThat(limit.metOn()).isEqualTo(corrected);
            assertThat(limit.met()).isTrue();
        });
        assertThat(Limit.next(limits)).isEqualTo(Instant.MAX);
    }

    private static List<Limit> after(DeadlineEvent... events) {
        List<Limit> limits = List.of();
        for (DeadlineEvent event : events) limits = Limit.after(limits, event, Cases.NOW);
        return limits;
    }
}
