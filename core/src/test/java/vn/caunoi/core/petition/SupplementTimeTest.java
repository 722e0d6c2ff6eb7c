package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.ladder.Occasion;
import vn.caunoi.core.ladder.Rung;
import vn.caunoi.core.ladder.Told;
import vn.caunoi.core.petition.IntakeEvent.*;

/** How long it is waited for what a petitioner was asked to add (row S01); it is Wednesday, 18 November. */
class SupplementTimeTest {

    private static final SupplementRequested ASKED = new SupplementRequested(ID, text("Thiếu bản sao"));

    @Test
    void the_table_says_how_long_it_is_waited_for_once() {
        SupplementLimited limited = limited(30);
        given(received(), ASKED).when(new Report.LimitSupplement(ID, rule(30))).expectEvents(limited);
        given(received(), ASKED, limited)
                .when(new Report.LimitSupplement(ID, rule(10)))
                .expectNoEvents();
        given(received()).when(new Report.LimitSupplement(ID, rule(30))).expectNoEvents();
    }

    @Test
    void the_petitioner_is_reminded_once_before_it_ends() {
        SupplementLimited limited = limited(1);
        Instant until = limited.time().until();
        given(received(), ASKED, limited)
                .when(look(until))
                .expectEvents(new SupplementReminded(ID, until))
                .expectResultMessagePayload(until);
        given(received(), ASKED, limited, new SupplementReminded(ID, until))
                .when(look(until))
                .expectNoEvents();
    }

    @Test
    void what_did_not_come_is_told_the_time_counts_again_and_nobody_is_late_by_it() {
        var process = set("process", Basis.RECEIVED, RECEIVED_ON, 20);
        var paused = new DeadlineEvent.DeadlinePaused(ID, "process", TODAY.minusDays(9));
        Instant until = Instant.parse("2026-11-17T16:59:59Z");
        var limited = new SupplementLimited(
                ID,
                new FurtherTime(
                        "supplement",
                        TODAY.minusDays(9),
                        Limit.calendarDays(8),
                        until,
                        "S01",
                        "v",
                        CALENDAR.version(),
                        "local",
                        "M?",
                        java.util.List.of()));
        expect(
                given(received(), process, ASKED, paused, limited).when(look(until)),
                SupplementMissed.class,
                DeadlineEvent.DeadlineContinued.class);
        given(received(), ASKED, limited, new SupplementReceived(ID, NOW, text("Bản sao")))
                .when(look(until))
                .expectNoEvents();
    }

    private static DeadlineCommand.LookAfter look(Instant until) {
        return new DeadlineCommand.LookAfter(
                ID,
                "supplement",
                until,
                true,
                asked -> asked.occasion() == Occasion.APPROACHING
                        ? Optional.of(new Rung("E01", "v", 2, Told.OFFICER, "local", "X", null))
                        : Optional.empty(),
                unit -> Optional.empty());
    }

    private static SupplementLimited limited(int days) {
        return new SupplementLimited(ID, FurtherTime.counted(rule(days), TODAY, CALENDAR));
    }

    private static DeadlineRule rule(int days) {
        return new DeadlineRule("S01", "v", "supplement", Limit.calendarDays(days), true, "local", "M?", null);
    }
}
