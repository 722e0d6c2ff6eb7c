package vn.caunoi.projections.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.petition.CaseEvent.PetitionSentBack;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMissed;
import vn.caunoi.core.petition.FlowEvent.IncidentSkipped;
import vn.caunoi.core.petition.FlowEvent.ProcessEnded;
import vn.caunoi.core.petition.FlowEvent.ProcessMigrated;
import vn.caunoi.core.petition.FlowEvent.ProcessStarted;
import vn.caunoi.core.petition.FlowEvent.TimerFired;
import vn.caunoi.core.petition.FlowEvent.TimerSet;
import vn.caunoi.core.petition.IntakeEvent.PetitionMovedIn;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.Stand;
import vn.caunoi.core.petition.TaskEvent.TaskCancelled;
import vn.caunoi.core.petition.TaskEvent.TaskCarriedOver;
import vn.caunoi.core.petition.TaskEvent.TaskReassigned;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Rebuild;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.oversight.Oversight;

/** How cases go through a process, told event by event. */
class PassagesTest extends ReadModelsTest {

    private static final WorkingTime TIME = WorkingTime.of(WorkingCalendar.vietnam());

    @Autowired
    private Passages passages;

    @Autowired
    private Oversight oversight;

    @Autowired
    private Rebuild rebuild;

    @Test
    void waiting_ends_when_somebody_takes_it_up_and_working_when_it_is_done() {
        morning();
        Story one = begun();
        one.opened("verify", Role.OFFICER, null, clock.instant().plus(Duration.ofHours(3)))
                .wait(Duration.ofHours(2))
                .claimed("verify", "o")
                .wait(Duration.ofDays(1))
                .completed("verify", "o");
        Story other = begun();
        other.opened("verify", Role.OFFICER, "o", null)
                .wait(Duration.ofHours(1))
                .completed("verify", "o");
        begun().opened("verify", Role.OFFICER, null, null);
        settle();
        StepFigures verify = figures(null).get("verify");
        assertThat(verify.now()).isEqualTo(1);
        assertThat(verify.nowLate()).isZero();
        assertThat(verify.passages()).isEqualTo(2);
        assertThat(verify.waiting()).isEqualTo(new Spread(2, 0.125, 0.225, 0.25));
        assertThat(verify.working()).isNotNull();
        assertThat(verify.working().count()).isEqualTo(2);
        assertThat(verify.working().ninth()).isGreaterThan(verify.working().median());
        assertThat(verify.shareLate()).isEqualTo(1.0);
        assertThat(verify.growth()).isNull();
        assertThat(oversight
                        .standing("complaint", null, "verify", false, Visibility.of(Set.of(unit)), null, 50)
                        .items())
                .hasSize(1);
        assertThat(oversight
                        .standing("complaint", 2, "verify", false, Visibility.of(Set.of(unit)), null, 50)
                        .items())
                .isEmpty();
    }

    @Test
    void what_is_given_to_somebody_is_waited_for_no_longer_and_counts_for_the_unit_that_has_it() {
        morning();
        UnitId next = new UnitId(unit + "x");
        Story moved = begun();
        moved.opened("verify", Role.OFFICER, null, null).wait(Duration.ofHours(1));
        moved.tell(new TaskReassigned(moved.id, moved.task("verify"), next, new OfficerId("n"), null, null));
        moved.wait(Duration.ofHours(1)).completed("verify", "n");
        settle();
        assertThat(figures(null)).doesNotContainKey("verify");
        assertThat(passages.figures(scope(null, Visibility.of(Set.of(next))), TIME)
                        .steps())
                .singleElement()
                .satisfies(step -> assertThat(step.waiting())
                        .isNotNull()
                        .extracting(Spread::median)
                        .isEqualTo(0.125));
    }

    @Test
    void a_time_is_waited_for_until_it_has_come_and_what_is_called_off_is_not_done() {
        morning();
        Story one = begun();
        one.opened("verify", Role.OFFICER, "o", null);
        one.tell(new TimerSet(one.id, "t-" + one.id, "complaint", "reply-time", clock.instant()))
                .wait(Duration.ofHours(2));
        one.tell(new TimerFired(one.id, "t-" + one.id, "reply-time"));
        one.tell(new TaskCancelled(one.id, one.task("verify"), "petition.withdrawn"));
        settle();
        StepFigures timer = figures(null).get("reply-time");
        assertThat(timer.timer()).isTrue();
        assertThat(timer.waiting()).isNotNull().extracting(Spread::median).isEqualTo(0.25);
        assertThat(timer.working()).isNull();
        StepFigures verify = figures(null).get("verify");
        assertThat(verify.called()).isEqualTo(1);
        assertThat(verify.working()).isNull();
        assertThat(verify.shareLate()).isNull();
    }

    @Test
    void ways_are_counted_with_their_length_and_what_was_out_of_the_ordinary() {
        morning();
        for (int i = 0; i < 2; i++) {
            Story usual = begun();
            usual.opened("a", Role.CLERK, "o", null).completed("a", "o");
            usual.opened("b", Role.OFFICER, "o", null).wait(Duration.ofHours(1)).completed("b", "o");
            ended(usual);
        }
        Story odd = begun();
        odd.tell(new PetitionMovedIn(odd.id, "old", "7", Stand.ACCEPTED));
        odd.opened("a", Role.CLERK, "o", null).completed("a", "o");
        odd.tell(new DeadlineMissed(odd.id, "settle_1", clock.instant()));
        odd.tell(new PetitionSentBack(
                odd.id, "complaint", "a", Stage.VERIFICATION, Stage.RECEIPT, Set.of(), odd.text("nhầm")));
        odd.tell(new IncidentSkipped(odd.id, 1, odd.text("sai")));
        odd.tell(new ProcessMigrated(odd.id, "complaint", 1, 2));
        ended(odd);
        settle();
        List<Variant> variants = Variant.of(passages.gone(scope(null, sight())), TIME);
        assertThat(variants).hasSize(2);
        assertThat(variants.getFirst().steps()).containsExactly("a", "b");
        assertThat(variants.getFirst().cases()).isEqualTo(2);
        assertThat(variants.getFirst().late()).isZero();
        assertThat(variants.getFirst().length().median()).isEqualTo(0.125);
        assertThat(passages.gone(scope(2, sight()))).singleElement().satisfies(gone -> {
            assertThat(gone.code()).isEqualTo(odd.code);
            assertThat(gone.late()).isTrue();
            assertThat(gone.back()).isEqualTo(1);
            assertThat(gone.skipped()).isEqualTo(1);
            assertThat(gone.migratedFrom()).isEqualTo(1);
            assertThat(gone.movedIn()).isTrue();
            assertThat(gone.end()).isEqualTo("end");
        });
        assertThat(passages.starts(scope(null, sight()))).hasSize(3);
    }

    @Test
    void work_that_is_carried_over_to_another_version_stays_at_the_step_there() {
        morning();
        Story moved = begun();
        moved.opened("old", Role.OFFICER, "o", null);
        moved.tell(new ProcessMigrated(moved.id, "complaint", 1, 2));
        Form form = new Form("new", null, List.of(new Outcome("done", null, Act.NONE, List.of())));
        moved.tell(new TaskCarriedOver(
                moved.id, moved.task("old"), "new", 1, "Mới", form, Role.HEAD, new OfficerId("o"), null));
        settle();
        assertThat(figures(2)).containsOnlyKeys("new");
        assertThat(figures(1)).isEmpty();
        moved.completed("old", "o");
        settle();
        assertThat(figures(2).get("new").passages()).isEqualTo(1);
    }

    @Test
    void a_rebuild_gives_the_same_rows() {
        morning();
        Story one = begun();
        one.opened("a", Role.CLERK, null, clock.instant()).claimed("a", "o").completed("a", "o");
        one.tell(new TimerSet(one.id, "t-" + one.id, "complaint", "w", clock.instant()));
        one.tell(new ProcessMigrated(one.id, "complaint", 1, 2));
        ended(one);
        one.tell(new ProcessStarted(one.id, "complaint", 2)).opened("c", Role.HEAD, null, null);
        settle();
        Map<String, List<String>> before = content();
        assertThat(before.get("passage")).isNotEmpty();
        rebuild.start(Passages.GROUP, progress -> {});
        settle();
        assertThat(content()).isEqualTo(before);
        one.claimed("c", "h").completed("c", "h");
        settle();
        assertThat(content()).isNotEqualTo(before);
    }

    @Test
    void what_is_about_the_reader_is_not_counted() {
        morning();
        Story about = begun();
        about.opened("a", Role.CLERK, null, null);
        settle();
        jdbc.update("insert into views.accused (petition, officer) values (?, 'designer9')", about.id.value());
        Visibility reader =
                Visibility.observing(Actor.of("designer9", "U", Role.DESIGNER)).within(Set.of(unit));
        assertThat(passages.figures(scope(null, reader), TIME).steps()).isEmpty();
        jdbc.update("delete from views.accused where officer = 'designer9'");
        assertThat(passages.figures(scope(null, reader), TIME).steps()).hasSize(1);
    }

    private Map<String, List<String>> content() {
        return passages.tables().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        table -> jdbc.queryForList(
                                "select t::text from views." + table + " t order by 1", String.class)));
    }

    private Map<String, StepFigures> figures(@Nullable Integer version) {
        return passages.figures(scope(version, sight()), TIME).steps().stream()
                .collect(Collectors.toMap(StepFigures::step, Function.identity()));
    }

    private Visibility sight() {
        return Visibility.of(Set.of(unit));
    }

    private static Scope scope(@Nullable Integer version, Visibility sight) {
        return new Scope("complaint", version, LocalDate.parse("2026-11-01"), LocalDate.parse("2027-12-31"), sight);
    }

    private Story begun() {
        Story story = story().received(Kind.COMPLAINT, "s", "n");
        return story.tell(new ProcessStarted(story.id, "complaint", 1));
    }

    private static void ended(Story story) {
        story.tell(new ProcessEnded(story.id, "complaint", "end"));
    }

    /** Eight o'clock of a working day before another one, after all that was recorded: recorded time never goes back. */
    private void morning() {
        LocalDate day = Objects.requireNonNull(jdbc.queryForObject(
                        "select coalesce(max(recorded), ?) from ledger.readable_event",
                        OffsetDateTime.class,
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .atZoneSameInstant(DueDate.ZONE)
                .toLocalDate();
        WorkingCalendar calendar = WorkingCalendar.vietnam();
        do day = day.plusDays(1);
        while (!calendar.isWorkingDay(day) || !calendar.isWorkingDay(day.plusDays(1)));
        clock.moveTo(day.atTime(8, 0).atZone(DueDate.ZONE).toInstant());
    }
}
