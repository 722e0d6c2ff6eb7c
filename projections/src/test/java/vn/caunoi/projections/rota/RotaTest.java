package vn.caunoi.projections.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.reception.Office;
import vn.caunoi.core.reception.SittingEvent;
import vn.caunoi.core.reception.SittingEvent.*;
import vn.caunoi.core.reception.SittingId;
import vn.caunoi.core.reception.UnscheduledGround;
import vn.caunoi.projections.Ledger;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.rota.Rota.Day;
import vn.caunoi.projections.rota.Rota.State;

class RotaTest extends ReadModelsTest {
    private static final OfficerId LEADER = new OfficerId("head1");
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final LocalDate LAST = LocalDate.parse("2026-11-30");

    @Autowired
    private Rota rota;

    @BeforeEach
    void aWednesday() {
        clock.moveTo(java.time.Instant.parse("2026-11-18T02:00:00Z"));
    }

    @Test
    void days_are_listed_in_their_order_and_what_passed_without_a_word_was_missed() {
        planned("2026-11-20", null);
        planned("2026-11-10", null);
        SittingId held = planned("2026-11-05", null);
        tell(1, new SittingHeld(held, true));
        settle();
        List<Day> all = new ArrayList<>();
        @Nullable String next = null;
        do {
            Page<Day> page = rota.days(filter(null), mine(), next, 2);
            all.addAll(page.items());
            next = page.next();
        } while (next != null);
        assertThat(all).extracting(Day::state).containsExactly(State.HELD, State.MISSED, State.PLANNED);
        assertThat(all.getFirst().online()).isTrue();
        assertThat(rota.days(filter(State.MISSED), mine(), null, 9).items()).hasSize(1);
        assertThat(rota.days(filter(State.PLANNED), mine(), null, 9).items()).hasSize(1);
        assertThat(rota.days(filter(null), Visibility.of(Set.of(new UnitId("x"))), null, 9)
                        .items())
                .isEmpty();
    }

    @Test
    void figures_count_days_held_delegated_missed_and_unscheduled_ones_apart() {
        tell(1, new SittingHeld(planned("2026-11-05", null), false));
        tell(1, new SittingHeld(planned("2026-11-05", null), false));
        tell(1, new SittingDelegated(planned("2026-11-06", null), new OfficerId("d"), "họp", true));
        tell(1, new SittingMissed(planned("2026-11-09", null), "bão"));
        planned("2026-11-10", null);
        planned("2026-11-25", null);
        tell(1, new SittingCancelled(planned("2026-11-26", null), "nhầm"));
        tell(1, new SittingHeld(planned("2026-11-11", UnscheduledGround.COMPLEX), false));
        settle();
        assertThat(rota.figures(null, FIRST, LAST, mine()))
                .containsExactly(new Rota.Figures(unit, LEADER, 5, 1, 1, 2, 1, 1));
    }

    @Test
    void a_moved_day_stands_where_it_was_moved_to() {
        SittingId sitting = planned("2026-11-19", null);
        LocalDate friday = LocalDate.parse("2026-11-20");
        tell(1, new SittingMoved(sitting, friday, friday, "họp"));
        settle();
        assertThat(rota.find(sitting, mine()).orElseThrow().day()).isEqualTo(friday);
    }

    private SittingId planned(String day, @Nullable UnscheduledGround ground) {
        SittingId id = new SittingId(UUID.randomUUID().toString());
        LocalDate on = LocalDate.parse(day);
        tell(
                0,
                new SittingPlanned(
                        id,
                        unit,
                        LEADER,
                        Office.COMMUNE_HEAD,
                        on,
                        on,
                        LocalTime.of(8, 0),
                        LocalTime.of(11, 0),
                        "P1",
                        false,
                        ground));
        return id;
    }

    private void tell(long sequence, SittingEvent event) {
        new Ledger(events, transactions).record("Sitting", event.sitting().value(), sequence, event, "clerk1");
    }

    private static Rota.Filter filter(@Nullable State state) {
        return new Rota.Filter(null, null, FIRST, LAST, state);
    }

    private Visibility mine() {
        return Visibility.of(Set.of(unit));
    }
}
