package vn.caunoi.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.reception.VisitEvent;
import vn.caunoi.projections.Rebuild.Step;
import vn.caunoi.projections.Rebuild.Way;

class ComparedRebuildTest extends ReadModelsTest {
    @Autowired
    private Rebuild rebuild;

    @Autowired
    private AfterRebuilds afterRebuilds;

    @Autowired
    private DataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inbox",
                "casefile",
                "oversight",
                "directory",
                "incidents",
                "likeness",
                "messages",
                "reception",
                "search"
            })
    void a_trial_finds_no_difference_and_leaves_nothing_behind(String name) {
        someCases();
        List<Rebuild.Kept> kept = keptWithoutSizes();
        Rebuild.Outcome outcome = rebuild.run(name, Way.TRIAL, progress -> {});
        assertThat(outcome.differences()).contains(List.of());
        assertThat(outcome.replaced()).isFalse();
        assertThat(schemas()).doesNotContain("rebuild_" + name);
        assertThat(keptWithoutSizes()).isEqualTo(kept);
    }

    /** The database tidies up indexes of what is kept whenever it likes. */
    private List<Rebuild.Kept> keptWithoutSizes() {
        return rebuild.kept().stream()
                .map(one -> new Rebuild.Kept(one.name(), one.position(), one.since(), 0))
                .toList();
    }

    @Test
    void a_row_that_came_out_otherwise_is_told_by_its_key_and_without_what_stands_in_it() {
        Story story = someCases();
        forge(story);
        Rebuild.Difference difference = onlyDifference(Way.TRIAL);
        assertThat(difference.table()).isEqualTo("task");
        assertThat(difference.rows()).containsExactly(story.task("verify").value() + ": other subject");
        assertThat(subject(story)).isEqualTo("forged");
    }

    @Test
    void a_row_too_many_and_one_too_few_are_told() {
        Story gone = someCases();
        jdbc.update("delete from views.task where petition = ?", gone.id.value());
        jdbc.update("insert into views.task select (jsonb_populate_record(t, '{\"id\": \"no task\"}')).*"
                + " from views.task t limit 1");
        assertThat(onlyDifference(Way.COMPARED).rows())
                .containsExactlyInAnyOrder(
                        gone.task("verify").value() + ": only in the new one", "no task: only in the old one");
        assertThat(subject(gone)).isEqualTo("Đường làng");
    }

    @Test
    void a_difference_informs_and_does_not_refuse_unless_that_is_wanted() {
        Story story = someCases();
        forge(story);
        assertThat(rebuild.run("inbox", Way.ONLY_IF_SAME, progress -> {}).replaced())
                .isFalse();
        assertThat(subject(story)).isEqualTo("forged");
        assertThat(rebuild.run("inbox", Way.COMPARED, progress -> {}).replaced())
                .isTrue();
        assertThat(subject(story)).isEqualTo("Đường làng");
        assertThat(rebuild.run("inbox", Way.ONLY_IF_SAME, progress -> {}).replaced())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"inbox", "casefile", "oversight", "incidents", "likeness", "messages", "reception", "search"})
    void who_writes_all_the_time_loses_and_doubles_nothing(String name) {
        someCases();
        AtomicBoolean enough = new AtomicBoolean();
        List<CompletableFuture<Void>> writers = IntStream.range(0, 3)
                .mapToObj(n -> CompletableFuture.runAsync(() -> {
                    do someCase();
                    while (!enough.get());
                }))
                .toList();
        Rebuild.Outcome outcome;
        try {
            outcome = rebuild.run(name, Way.COMPARED, progress -> someCase());
        } finally {
            enough.set(true);
        }
        writers.forEach(CompletableFuture::join);
        assertThat(outcome.differences()).contains(List.of());
        settle();
        assertThat(rebuild.run(name, Way.TRIAL, progress -> {}).differences()).contains(List.of());
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"FILLING", "INDEXING", "CATCHING_UP", "COMPARING", "SWITCHING"})
    void who_stops_a_rebuild_finds_everything_as_it_was(Step step) {
        Story story = someCases();
        forge(story);
        assertThatThrownBy(() -> rebuild.run("inbox", Way.COMPARED, progress -> {
                    if (progress.step() == step) throw new CancellationException("enough");
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(schemas()).doesNotContain("rebuild_inbox");
        assertThat(rebuild.running()).isEmpty();
        assertThat(subject(story)).isEqualTo("forged");
        Story next = someCases();
        assertThat(subject(next)).isEqualTo("Đường làng");
        rebuild.start("inbox", progress -> {});
    }

    @Test
    void what_a_killed_rebuild_left_is_cleared_at_the_next_start_but_not_what_runs() {
        jdbc.execute("create schema rebuild_inbox");
        try (RebuildLock runs = RebuildLock.tryTo(database, "inbox").orElseThrow()) {
            afterRebuilds.clearUp();
            assertThat(schemas()).contains("rebuild_inbox");
        }
        afterRebuilds.clearUp();
        assertThat(schemas()).doesNotContain("rebuild_inbox");
    }

    @Test
    void one_read_model_is_rebuilt_once_at_a_time() {
        someCases();
        rebuild.run(
                "inbox", Way.TRIAL, progress -> assertThatThrownBy(() -> rebuild.run("inbox", Way.TRIAL, none -> {}))
                        .hasMessage("a rebuild of inbox is already running"));
    }

    private Rebuild.Difference onlyDifference(Way way) {
        List<Rebuild.Difference> all =
                rebuild.run("inbox", way, progress -> {}).differences().orElseThrow();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** The last of several. */
    private Story someCases() {
        someCase();
        Story last = someCase();
        settle();
        return last;
    }

    private Story someCase() {
        VisitStory visit = new VisitStory(new Ledger(events, transactions)).recorded(unit, null, "An", 1, clock);
        visit.resultDue(clock.instant()).tell(new VisitEvent.VisitAnswered(visit.id, visit.text("một")));
        return story().received(Kind.COMPLAINT, "Đường làng", "An")
                .classified(Kind.COMPLAINT)
                .opened("verify", Role.OFFICER, null, clock.instant())
                .claimed("verify", "o");
    }

    private void forge(Story story) {
        jdbc.update("update views.task set subject = 'forged' where petition = ?", story.id.value());
    }

    private String subject(Story story) {
        return String.valueOf(jdbc.queryForObject(
                "select subject from views.task where petition = ?", String.class, story.id.value()));
    }

    private List<String> schemas() {
        return jdbc.queryForList("select nspname from pg_namespace", String.class);
    }
}
