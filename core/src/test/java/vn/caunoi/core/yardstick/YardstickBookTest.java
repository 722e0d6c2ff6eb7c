package vn.caunoi.core.yardstick;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.ADMIN;
import static vn.caunoi.core.petition.Cases.HEAD;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.yardstick.YardstickCommand.RecordSurvey;
import vn.caunoi.core.yardstick.YardstickCommand.SetHotSpots;
import vn.caunoi.core.yardstick.YardstickCommand.SetTargets;
import vn.caunoi.core.yardstick.YardstickEvent.HotSpotsSet;
import vn.caunoi.core.yardstick.YardstickEvent.SurveyRecorded;
import vn.caunoi.core.yardstick.YardstickEvent.TargetsSet;

/** Survey index and targets of units, year by year. */
class YardstickBookTest {

    private static final UnitId A = new UnitId("A");
    private static final UnitId B = new UnitId("B");

    private final AggregateTestFixture<YardstickBook> fixture = new AggregateTestFixture<>(YardstickBook.class);

    @Test
    void only_what_is_new_of_a_survey_is_recorded() {
        SurveyIndex ofA = new SurveyIndex(A, 9140, 300);
        SurveyIndex ofB = new SurveyIndex(B, 8300, null);
        fixture.givenNoPriorActivity()
                .when(new RecordSurvey(2026, List.of(ofA, ofB), ADMIN))
                .expectEvents(new SurveyRecorded(2026, List.of(ofA, ofB)));
        SurveyIndex corrected = new SurveyIndex(B, 8310, null);
        fixture.given(new SurveyRecorded(2026, List.of(ofA, ofB)))
                .when(new RecordSurvey(2026, List.of(ofA, corrected), ADMIN))
                .expectEvents(new SurveyRecorded(2026, List.of(corrected)));
        fixture.given(new SurveyRecorded(2026, List.of(ofA)))
                .when(new RecordSurvey(2026, List.of(ofA), ADMIN))
                .expectNoEvents();
    }

    @Test
    void only_what_is_new_of_targets_is_recorded() {
        YearTarget target = new YearTarget(A, 450, 9449);
        fixture.givenNoPriorActivity()
                .when(new SetTargets(2026, List.of(target), ADMIN))
                .expectEvents(new TargetsSet(2026, List.of(target)));
        fixture.given(new TargetsSet(2026, List.of(target)))
                .when(new SetTargets(2026, List.of(target), ADMIN))
                .expectNoEvents();
        fixture.given(new TargetsSet(2026, List.of(target)))
                .when(new SetTargets(2027, List.of(target), ADMIN))
                .expectEvents(new TargetsSet(2027, List.of(target)));
    }

    @Test
    void a_rule_of_hot_spots_holds_from_its_day_until_the_next_does() {
        LocalDate day = LocalDate.of(2026, 12, 1);
        HotSpotRule rule = new HotSpotRule(1, 15, 2, 90, 10, 2);
        fixture.givenNoPriorActivity().when(new SetHotSpots(day, rule, ADMIN)).expectEvents(new HotSpotsSet(day, rule));
        fixture.given(new HotSpotsSet(day, rule))
                .when(new SetHotSpots(day, rule, ADMIN))
                .expectNoEvents();
        HotSpotRule later = new HotSpotRule(0, 10, 0, 60, 5, 1);
        Yardsticks now =
                Yardsticks.NONE.after(new HotSpotsSet(day.plusDays(9), later)).after(new HotSpotsSet(day, rule));
        assertThat(now.hotSpots(day.minusDays(1))).isEqualTo(HotSpotRule.SHIPPED);
        assertThat(now.hotSpots(day.plusDays(8))).isEqualTo(rule);
        assertThat(now.hotSpots(day.plusDays(9))).isEqualTo(later);
        assertThat(now.hotSpots().keySet()).containsExactly(day, day.plusDays(9));
    }

    @Test
    void what_cannot_be_is_refused() {
        for (YardstickCommand wrong : List.of(
                new RecordSurvey(2026, List.of(new SurveyIndex(A, 9140, null)), HEAD),
                new RecordSurvey(1999, List.of(new SurveyIndex(A, 9140, null)), ADMIN),
                new RecordSurvey(2026, List.of(new SurveyIndex(A, 10_001, null)), ADMIN),
                new RecordSurvey(2026, List.of(new SurveyIndex(A, 9140, 0)), ADMIN),
                new RecordSurvey(2026, List.of(new SurveyIndex(A, 1, null), new SurveyIndex(A, 2, null)), ADMIN),
                new SetTargets(2026, List.of(new YearTarget(A, 501, null)), ADMIN),
                new SetTargets(2026, List.of(new YearTarget(A, null, -1)), ADMIN),
                new SetHotSpots(LocalDate.of(2026, 12, 1), HotSpotRule.SHIPPED, HEAD),
                new SetHotSpots(LocalDate.of(2026, 12, 1), new HotSpotRule(1, -1, 1, 1, 1, 1), ADMIN),
                new SetHotSpots(LocalDate.of(20_260, 12, 1), HotSpotRule.SHIPPED, ADMIN)))
            fixture.givenNoPriorActivity()
                    .when(wrong)
                    .expectNoEvents()
                    .expectException(Matchers.predicate(thrown -> thrown instanceof Refusal));
    }

    @Test
    void what_was_recorded_last_counts_and_what_was_not_named_stays() {
        Yardsticks now = Yardsticks.NONE
                .after(new SurveyRecorded(2025, List.of(new SurveyIndex(A, 9140, 300), new SurveyIndex(B, 8300, null))))
                .after(new SurveyRecorded(2025, List.of(new SurveyIndex(A, 9449, 310))))
                .after(new TargetsSet(2026, List.of(new YearTarget(A, 450, 9500))));
        assertThat(now.survey(A, 2025)).contains(new SurveyIndex(A, 9449, 310));
        assertThat(now.survey(B, 2025)).contains(new SurveyIndex(B, 8300, null));
        assertThat(now.survey(A, 2026)).isEmpty();
        assertThat(now.target(A, 2026)).contains(new YearTarget(A, 450, 9500));
        assertThat(now.years()).containsExactly(2025, 2026);
        assertThat(now.units(2026)).containsExactly(A);
    }
}
