package vn.caunoi.projections.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.CaseEvent.PetitionUrged;
import vn.caunoi.core.petition.CaseEvent.UrgingAnswered;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineExtended;
import vn.caunoi.core.petition.IntakeEvent.PetitionAssigned;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.ReopenGround;
import vn.caunoi.core.petition.RoundEvent;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.oversight.Oversight.Case;

class OversightTest extends ReadModelsTest {
    @Autowired
    private Oversight oversight;

    private final Visibility here = Visibility.of(Set.of(unit));

    @Test
    void overdue_cases_come_most_overdue_first_and_closed_ones_not() {
        Story later = complaint().deadline("settle_1", in(2));
        Story sooner = complaint().deadline("settle_1", in(1));
        complaint().deadline("settle_1", in(1)).closed(ClosingGround.SETTLED, true);
        complaint().deadline("settle_1", in(20));
        complaint().deadline("settle_1", in(1)).met("settle_1", false);
        settle();
        assertThat(overdue()).isEmpty();
        clock.advance(Duration.ofDays(3));
        assertThat(overdue()).containsExactly(sooner.code, later.code);
        assertThat(oversight
                        .overdue(Visibility.of(Set.of(new UnitId("elsewhere"))), null, 10)
                        .items())
                .isEmpty();
    }

    @Test
    void what_is_due_soon_is_not_yet_overdue() {
        Story soon = complaint().deadline("settle_1", in(2));
        complaint().deadline("settle_1", in(9));
        settle();
        assertThat(codes(oversight.dueSoon(here, Duration.ofDays(3), null, 10))).containsExactly(soon.code);
    }

    @Test
    void every_limit_that_runs_stands_on_its_day_with_its_cases() {
        Story both = complaint().deadline("settle_1", in(5)).deadline("publish", in(9));
        Story one = complaint().deadline("settle_1", in(5));
        complaint().deadline("settle_1", in(5)).met("settle_1", false);
        complaint().deadline("settle_1", in(5)).closed(ClosingGround.SETTLED, true);
        settle();
        LocalDate day = DueDate.dayOf(in(5));
        Oversight.Span span = new Oversight.Span(day, DueDate.dayOf(in(9)), null);
        assertThat(oversight.dueDays(span, here))
                .containsExactly(
                        new Oversight.DueDay(day, "COMPLAINT", 2, 0),
                        new Oversight.DueDay(DueDate.dayOf(in(9)), "COMPLAINT", 1, 0));
        Page<Oversight.DueCase> first = oversight.dueCases(span, here, null, 1);
        Page<Oversight.DueCase> second = oversight.dueCases(span, here, first.next(), 1);
        assertThat(Stream.concat(first.items().stream(), second.items().stream()))
                .extracting(found -> found.which().code() + " " + found.stages())
                .containsExactlyInAnyOrder(both.code + " [publish, settle_1]", one.code + " [settle_1]");
        assertThat(second.next()).isNull();
        clock.advance(Duration.ofDays(6));
        assertThat(oversight.dueDays(new Oversight.Span(day, day, "COMPLAINT"), here))
                .containsExactly(new Oversight.DueDay(day, "COMPLAINT", 2, 2));
        assertThat(oversight.dueDays(new Oversight.Span(day, day, "UNCLASSIFIED"), here))
                .isEmpty();
    }

    @Test
    void escalated_cases_come_last_first() {
        Story first = complaint().escalated(1).wait(Duration.ofHours(1));
        Story second = complaint().escalated(2);
        settle();
        Page<Case> page = oversight.escalated(here, null, 1);
        assertThat(codes(page)).containsExactly(second.code);
        assertThat(page.items().getFirst().level()).isEqualTo(2);
        assertThat(codes(oversight.escalated(here, page.next(), 1))).containsExactly(first.code);
    }

    @Test
    void an_overdue_case_that_rose_to_nobody_is_told_until_it_rises_about_that_limit() {
        Story late = complaint().deadline("settle_1", in(1)).deadline("publish", in(30));
        Story told = complaint().deadline("settle_1", in(1)).escalated(1);
        complaint().deadline("settle_1", in(1)).closed(ClosingGround.SETTLED, true);
        clock.advance(Duration.ofDays(3));
        settle();
        assertThat(codes(oversight.unnoticed(here, clock.instant(), null, 10))).containsExactly(late.code);
        assertThat(oversight.noticing(here, clock.instant())).isEqualTo(new Oversight.Noticing(2, 1));
        assertThat(oversight.overdueLimits(clock.instant(), true, "", 500))
                .filteredOn(limit -> limit.petition().equals(late.id))
                .extracting(Oversight.OverdueLimit::stage)
                .containsExactly("settle_1");
        assertThat(oversight.overdueLimits(clock.instant(), false, "", 500))
                .extracting(Oversight.OverdueLimit::petition)
                .contains(late.id, told.id);
        late.escalated(1);
        settle();
        assertThat(oversight.unnoticed(here, clock.instant(), null, 10).items()).isEmpty();
    }

    @Test
    void a_limit_that_was_told_of_and_moved_is_to_be_told_of_again() {
        Story late = complaint().deadline("settle_1", in(1)).escalated(1);
        late.tell(new DeadlineExtended(
                late.id, "settle_1", Limit.calendarDays(1), in(1), in(2), late.text("r"), List.of()));
        clock.advance(Duration.ofDays(3));
        settle();
        assertThat(codes(oversight.unnoticed(here, clock.instant(), null, 10))).containsExactly(late.code);
    }

    @Test
    void figures_of_before_a_reorganisation_stay_with_the_unit_that_had_the_case_then() {
        Story moved = complaint();
        settle();
        LocalDate before = DueDate.dayOf(clock.instant());
        clock.advance(Duration.ofDays(2));
        UnitId successor = new UnitId(unit + "-new");
        moved.tell(new CaseEvent.PetitionTakenOver(moved.id, unit, successor, null));
        moved.tell(new PetitionAssigned(moved.id, successor, null, null));
        settle();
        Visibility there = Visibility.of(Set.of(successor));
        assertThat(oversight.figures(before, before, here).count(Measure.RECEIVED))
                .isEqualTo(1);
        assertThat(oversight.figures(before, before, there).count(Measure.RECEIVED))
                .isZero();
        assertThat(oversight.byUnit(before, before, Visibility.of(Set.of(unit, successor))))
                .extracting(Figures.Workload::who)
                .containsExactly(unit.value());
        LocalDate after = before.plusDays(3);
        assertThat(oversight.figures(before, after, here).count(Measure.RECEIVED))
                .isZero();
        assertThat(oversight.figures(before, after, there).count(Measure.RECEIVED))
                .isEqualTo(1);
        assertThat(codes(oversight.behind(Measure.RECEIVED, before, before, here, null, 10)))
                .containsExactly(moved.code);
    }

    @Test
    void urged_cases_come_by_the_day_of_the_answer_until_it_is_there() {
        Story second = complaint();
        second.tell(
                new PetitionUrged(second.id, 1, new OfficerId("head1"), LocalDate.of(2026, 12, 9), second.text("x")));
        Story first = complaint();
        first.tell(new PetitionUrged(first.id, 1, new OfficerId("head1"), LocalDate.of(2026, 12, 8), first.text("x")));
        settle();
        assertThat(codes(oversight.urged(here, null, 10))).containsExactly(first.code, second.code);
        assertThat(oversight.urged(here, null, 10).items().getFirst().urged())
                .isEqualTo(DueDate.endOf(LocalDate.of(2026, 12, 8)));
        first.tell(new UrgingAnswered(first.id, 1, first.text("y")));
        settle();
        assertThat(codes(oversight.urged(here, null, 10))).containsExactly(second.code);
    }

    @Test
    void cases_without_an_officer_are_shown_until_one_has_them() {
        Story story = complaint();
        settle();
        assertThat(codes(oversight.unassigned(here, null, 10))).containsExactly(story.code);
        story.assigned("officer1");
        settle();
        assertThat(oversight.unassigned(here, null, 10).items()).isEmpty();
    }

    @Test
    void results_split_into_early_on_the_day_and_late() {
        complaint().deadline("settle_1", in(5)).met("settle_1", false).closed(ClosingGround.SETTLED, true);
        complaint().deadline("settle_1", in(0)).met("settle_1", false).closed(ClosingGround.SETTLED, true);
        complaint().deadline("settle_1", in(0)).met("settle_1", true).closed(ClosingGround.SETTLED, false);
        complaint().closed(ClosingGround.STORED, null);
        settle();
        Figures figures = today(here);
        assertThat(figures.count(Measure.CLOSED)).isEqualTo(4);
        assertThat(figures.count(Measure.CLOSED_EARLY)).isEqualTo(1);
        assertThat(figures.count(Measure.CLOSED_ON_THE_DAY)).isEqualTo(1);
        assertThat(figures.count(Measure.CLOSED_LATE)).isEqualTo(1);
        assertThat(figures.count(Measure.CLOSED_WITHOUT_LIMIT)).isEqualTo(1);
    }

    @Test
    void the_late_rate_is_late_in_process_and_finished_late_of_received_and_carried_over() {
        complaint().deadline("settle_1", in(1));
        clock.advance(Duration.ofDays(3));
        complaint().deadline("settle_1", in(0)).met("settle_1", true).closed(ClosingGround.SETTLED, false);
        complaint();
        complaint();
        settle();
        Figures figures = today(here);
        assertThat(figures.count(Measure.CARRIED_OVER)).isEqualTo(1);
        assertThat(figures.count(Measure.RECEIVED)).isEqualTo(3);
        assertThat(figures.count(Measure.OPEN_OVERDUE)).isEqualTo(1);
        assertThat(figures.lateRate()).isEqualTo(0.5);
        assertThat(figures.byKind()).containsEntry("COMPLAINT", 3L);
        assertThat(figures.byChannel()).containsEntry("DESK", 3L);
    }

    @Test
    void nothing_to_do_has_no_late_rate() {
        assertThat(today(Visibility.of(Set.of(new UnitId("nowhere")))).lateRate())
                .isNull();
    }

    @Test
    void a_case_that_was_overdue_then_counts_so_for_that_period_after_it_was_settled() {
        Story story = complaint().deadline("settle_1", in(1));
        LocalDate start = day();
        clock.advance(Duration.ofDays(5));
        LocalDate end = day().minusDays(1);
        story.met("settle_1", true).closed(ClosingGround.SETTLED, false);
        settle();
        assertThat(oversight.figures(start, end, here).count(Measure.OPEN_OVERDUE))
                .isEqualTo(1);
        assertThat(today(here).count(Measure.OPEN_OVERDUE)).isZero();
    }

    @Test
    void a_reopened_case_counts_as_closed_once_with_its_first_result() {
        Story story = complaint().deadline("settle_1", in(0)).met("settle_1", false);
        story.closed(ClosingGround.SETTLED, true);
        story.tell(new CaseEvent.PetitionReopened(
                story.id, ReopenGround.NEW_EVIDENCE, Set.of(Milestone.CLOSED), story.text("r")));
        story.closed(ClosingGround.SETTLED, false);
        settle();
        assertThat(today(here).count(Measure.CLOSED)).isEqualTo(1);
        assertThat(today(here).count(Measure.CLOSED_LATE)).isZero();
    }

    @Test
    void every_figure_is_the_number_of_the_cases_behind_it() {
        complaint().deadline("settle_1", in(0)).met("settle_1", false).closed(ClosingGround.SETTLED, true);
        Story story = complaint().escalated(1);
        story.tell(new RoundEvent.DialogueHeld(
                story.id, day(), story.text("office"), story.text("c"), List.of(), story.text("o"), story.text("r")));
        settle();
        Figures figures = today(here);
        for (Measure measure : Measure.values()) {
            assertThat(oversight.behind(measure, day(), day(), here, null, 200).items())
                    .as(measure.name())
                    .hasSize((int) figures.count(measure));
        }
        assertThat(figures.count(Measure.DIALOGUE_HELD)).isEqualTo(1);
        assertThat(figures.count(Measure.ESCALATED)).isEqualTo(1);
    }

    @Test
    void workload_is_told_by_unit_and_by_officer() {
        complaint().assigned("officer-a").escalated(1);
        complaint();
        settle();
        assertThat(oversight.byUnit(day(), day(), here))
                .singleElement()
                .satisfies(load -> assertThat(load.count(Measure.RECEIVED)).isEqualTo(2));
        assertThat(oversight.byOfficer(day(), day(), here))
                .extracting(Figures.Workload::who)
                .containsExactly(null, "officer-a");
    }

    @Test
    void the_subject_of_a_denunciation_is_not_kept() {
        Story story = complaint().classified(Kind.DENUNCIATION).escalated(1);
        settle();
        assertThat(oversight.escalated(here, null, 10).items().getFirst().subject())
                .isNull();
        assertThat(jdbc.queryForObject(
                        "select subject from views.oversight_case where id = ?", String.class, story.id.value()))
                .isNull();
    }

    private Story complaint() {
        return story().received(Kind.COMPLAINT, "Đất đai", "An");
    }

    private List<String> overdue() {
        return codes(oversight.overdue(here, null, 10));
    }

    private static List<String> codes(Page<Case> page) {
        return page.items().stream().map(Case::code).toList();
    }

    private Figures today(Visibility to) {
        return oversight.figures(day(), day(), to);
    }

    private LocalDate day() {
        return DueDate.dayOf(clock.instant());
    }

    private Instant in(int days) {
        return DueDate.endOf(day().plusDays(days));
    }
}
