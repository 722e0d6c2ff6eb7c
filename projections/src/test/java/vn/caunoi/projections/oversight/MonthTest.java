package vn.caunoi.projections.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.IntakeEvent.PetitionAssigned;
import vn.caunoi.core.petition.IntakeEvent.PetitionGuided;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.ReopenGround;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.oversight.Oversight.Case;

/** What a month tells of units and officers: by who was responsible then, each number with exactly its cases. */
class MonthTest extends ReadModelsTest {
    @Autowired
    private Oversight oversight;

    private final UnitId other = new UnitId(unit + "-other");
    private final Visibility here = Visibility.of(Set.of(unit));

    @Test
    void what_was_done_stays_with_who_did_it_and_what_is_left_goes_to_who_has_it_at_the_end() {
        Story late = complaint().assigned("binh").deadline("settle_1", in(1));
        Story done = complaint().assigned("an").deadline("settle_1", in(9)).met("settle_1", false);
        done.closed(ClosingGround.SETTLED, true);
        YearMonth month = nextMonth();
        late.assigned("chi");
        late.tell(new PetitionAssigned(late.id, other, null, null));
        settle();
        assertThat(line(month, "an", MonthFigure.CLOSED_EARLY)).isEqualTo(1);
        assertThat(line(month, "an", MonthFigure.RECEIVED)).isEqualTo(1);
        assertThat(line(month, "binh", MonthFigure.OPEN_OVERDUE)).isEqualTo(1);
        assertThat(oversight.month(true, month, here))
                .extracting(MonthLine::who)
                .containsExactly("an", "binh");
        assertThat(oversight.month(false, month, Visibility.of(Set.of(other)))).isEmpty();
        assertThat(codes(oversight.behindMonth(MonthFigure.OPEN_OVERDUE, false, unit.value(), month, here, null, 10)))
                .as("the unit that had it then sees what it is counted for")
                .containsExactly(late.code);
        YearMonth now = month.plusMonths(1);
        assertThat(oversight.month(false, now, Visibility.of(Set.of(unit, other))))
                .extracting(MonthLine::who)
                .containsExactly(other.value());
        assertThat(oversight.month(true, now, Visibility.of(Set.of(other))))
                .singleElement()
                .satisfies(line -> assertThat(line.who()).isNull())
                .satisfies(
                        line -> assertThat(line.count(MonthFigure.CARRIED_OVER)).isEqualTo(1))
                .satisfies(line -> assertThat(line.lateRate()).isEqualTo(1.0));
    }

    @Test
    void the_late_rate_is_the_official_one() {
        complaint().deadline("settle_1", in(0)).met("settle_1", true).closed(ClosingGround.SETTLED, false);
        complaint().deadline("settle_1", in(0)).met("settle_1", false).closed(ClosingGround.SETTLED, true);
        complaint().deadline("settle_1", in(1));
        complaint();
        YearMonth month = nextMonth();
        settle();
        MonthLine line = oversight.month(false, month, here).getFirst();
        assertThat(line.count(MonthFigure.CLOSED_ON_THE_DAY)).isEqualTo(1);
        assertThat(line.count(MonthFigure.CLOSED_LATE)).isEqualTo(1);
        assertThat(line.lateRate()).isEqualTo(0.5);
    }

    @Test
    void the_first_writing_to_the_citizen_is_timed_once() {
        for (int days : List.of(1, 2, 3, 10)) {
            Story story = complaint();
            clock.advance(Duration.ofDays(days));
            story.tell(new PetitionGuided(story.id, "court", story.text("r")));
            clock.advance(Duration.ofHours(1));
            story.accepted(DueDate.dayOf(clock.instant()));
        }
        complaint();
        settle();
        YearMonth month = month();
        MonthLine line = oversight.month(false, month, here).getFirst();
        assertThat(line.count(MonthFigure.ANSWERED)).isEqualTo(4);
        assertThat(line.first()).isEqualTo(oversight.firstAnswers(month, here));
        assertThat(line.first()).isNotNull();
        assertThat(line.first().median()).isCloseTo(2.5, within(0.001));
        assertThat(line.first().ninth()).isCloseTo(7.9, within(0.001));
        assertThat(oversight.firstAnswers(month.plusMonths(1), here)).isNull();
    }

    @Test
    void what_was_closed_in_a_month_stays_counted_there_when_it_is_opened_again_later() {
        Story story = complaint().closed(ClosingGround.SETTLED, true);
        YearMonth first = nextMonth();
        story.tell(new CaseEvent.PetitionReopened(
                story.id, ReopenGround.NEW_EVIDENCE, Set.of(Milestone.CLOSED), story.text("r")));
        settle();
        YearMonth second = month();
        assertThat(oversight.flow(first, second, here))
                .containsExactly(new Oversight.Flow(first, 1, 0, 1, 0), new Oversight.Flow(second, 0, 1, 0, 1));
        assertThat(oversight
                        .figures(second.atDay(1), second.atEndOfMonth(), here)
                        .count(Measure.CARRIED_OVER))
                .as("it was not open when the month began")
                .isZero();
        nextMonth();
        story.closed(ClosingGround.SETTLED, true);
        settle();
        YearMonth third = month();
        assertThat(oversight.flow(second, third, here))
                .containsExactly(new Oversight.Flow(second, 0, 1, 0, 1), new Oversight.Flow(third, 0, 0, 1, 0));
        assertThat(oversight.figures(third.atDay(1), third.atEndOfMonth(), here).count(Measure.CARRIED_OVER))
                .isEqualTo(1);
        assertThat(oversight.figures(third.atDay(1), third.atEndOfMonth(), here).count(Measure.CLOSED))
                .as("a case counts as closed once")
                .isZero();
    }

    @Test
    void every_number_is_as_many_cases_as_stand_behind_it() {
        complaint().deadline("settle_1", in(0)).met("settle_1", false).closed(ClosingGround.SETTLED, true);
        Story back = complaint().assigned("an").accepted(DueDate.dayOf(clock.instant()));
        back.deadline("settle_1", in(1)).closed(ClosingGround.SETTLED, false);
        back.tell(new CaseEvent.PetitionReopened(
                back.id, ReopenGround.NEW_EVIDENCE, Set.of(Milestone.CLOSED), back.text("r")));
        back.assigned("binh");
        complaint().closed(ClosingGround.STORED, null);
        YearMonth month = nextMonth();
        settle();
        for (boolean byOfficer : new boolean[] {false, true}) {
            for (MonthLine line : oversight.month(byOfficer, month, here)) {
                String who = line.who() == null ? "" : line.who();
                for (MonthFigure figure : MonthFigure.values())
                    assertThat(codes(oversight.behindMonth(figure, byOfficer, who, month, here, null, 200)))
                            .as("%s of %s", figure, who)
                            .hasSize((int) line.count(figure));
            }
        }
        Arrays.stream(MonthFigure.values())
                .forEach(figure -> assertThat(codes(oversight.behindMonth(figure, true, null, month, here, null, 200)))
                        .as("all of " + figure)
                        .hasSize((int) oversight.month(true, month, here).stream()
                                .mapToLong(line -> line.count(figure))
                                .sum()));
        assertThat(line(month, "an", MonthFigure.CLOSED_LATE)).isEqualTo(1);
        assertThat(line(month, "binh", MonthFigure.OPEN_OVERDUE)).isEqualTo(1);
    }

    private long line(YearMonth month, String officer, MonthFigure figure) {
        return oversight.month(true, month, here).stream()
                .filter(line -> officer.equals(line.who()))
                .mapToLong(line -> line.count(figure))
                .sum();
    }

    private Story complaint() {
        return story().received(Kind.COMPLAINT, "Đất đai", "An");
    }

    private static List<String> codes(Page<Case> page) {
        return page.items().stream().map(Case::code).toList();
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atZone(BusinessClock.ZONE));
    }

    /** Goes on to the tenth of the next month; answers the one before. */
    private YearMonth nextMonth() {
        YearMonth before = month();
        Instant then = before.plusMonths(1)
                .atDay(10)
                .atTime(9, 0)
                .atZone(BusinessClock.ZONE)
                .toInstant();
        clock.advance(Duration.between(clock.instant(), then));
        return before;
    }

    private Instant in(int days) {
        return DueDate.endOf(DueDate.dayOf(clock.instant()).plusDays(days));
    }
}
