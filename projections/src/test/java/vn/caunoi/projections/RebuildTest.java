package vn.caunoi.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.directory.DirectoryEvent.UnitEstablished;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.AnswerEvent;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.FlowEvent.IncidentOpened;
import vn.caunoi.core.petition.FlowEvent.IncidentRetried;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.reception.VisitEvent;

class RebuildTest extends ReadModelsTest {
    @Autowired
    private Rebuild rebuild;

    @Autowired
    private List<ReadModel> models;

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
                "published_answers",
                "reception",
                "repeats",
                "running_deadlines",
                "report_facts",
                "search"
            })
    void a_rebuilt_read_model_is_what_it_was_and_goes_on(String name) {
        aBitOfEverything();
        settle();
        Map<String, List<String>> before = content(name);
        List<String> indexes = indexes();
        List<Rebuild.Progress> told = new ArrayList<>();
        Rebuild.Progress end = rebuild.start(name, told::add);
        settle();
        assertThat(content(name)).isEqualTo(before);
        assertThat(indexes()).isEqualTo(indexes);
        assertThat(told).isNotEmpty();
        assertThat(end.done()).isEqualTo(end.total());
        assertThat(end.left()).contains(Duration.ZERO);
        aBitOfEverything();
        settle();
        assertThat(content(name)).isNotEqualTo(before);
    }

    @Test
    void what_happens_during_a_rebuild_is_not_lost_or_doubled() {
        aBitOfEverything();
        rebuild.start("casefile", progress -> story().received(Kind.COMPLAINT, "meanwhile", "n"));
        settle();
        Map<String, List<String>> live = content("casefile");
        rebuild.start("casefile", progress -> {});
        assertThat(content("casefile")).isEqualTo(live);
        assertThat(jdbc.queryForObject(
                        "select count(*) from views.case_file where subject = 'meanwhile' and unit = ?",
                        Long.class,
                        unit.value()))
                .isPositive();
    }

    @Test
    void a_rebuild_that_fails_leaves_the_old_tables_and_goes_on() {
        aBitOfEverything();
        settle();
        Map<String, List<String>> before = content("inbox");
        assertThatThrownBy(() -> rebuild.start("inbox", progress -> {
                    throw new IllegalStateException("stopped");
                }))
                .hasMessage("stopped");
        assertThat(content("inbox")).isEqualTo(before);
        aBitOfEverything();
        settle();
        assertThat(jdbc.queryForObject("select count(*) from pg_namespace where nspname like 'rebuild%'", Long.class))
                .isZero();
    }

    @Test
    void only_what_there_is_can_be_rebuilt() {
        assertThat(rebuild.names())
                .containsExactly(
                        "casefile",
                        "changes",
                        "conferences",
                        "consults",
                        "decision",
                        "directions",
                        "directory",
                        "dossiers",
                        "inbox",
                        "incidents",
                        "letter_forms",
                        "letters",
                        "likeness",
                        "messages",
                        "national",
                        "number_books",
                        "oversight",
                        "passages",
                        "published_answers",
                        "published_decisions",
                        "reception",
                        "reorganisations",
                        "repeats",
                        "report_facts",
                        "report_submissions",
                        "rota",
                        "running_deadlines",
                        "search",
                        "time_changes");
        assertThatThrownBy(() -> rebuild.start("nothing", progress -> {})).isInstanceOf(IllegalArgumentException.class);
    }

    private void aBitOfEverything() {
        new Ledger(events, transactions)
                .record(
                        "unit",
                        "unit:" + java.util.UUID.randomUUID(),
                        0,
                        new UnitEstablished(unit, null, "n" + System.nanoTime()),
                        "a");
        Story closed = story().received(Kind.COMPLAINT, "Đất đai", "An").classified(Kind.COMPLAINT);
        closed.deadline("settle_1", clock.instant().plus(Duration.ofDays(3)));
        closed.opened("verify", Role.OFFICER, null, clock.instant())
                .claimed("verify", "o")
                .completed("verify", "o");
        closed.assigned("o").met("settle_1", false).closed(ClosingGround.SETTLED, true);
        Story denounced = story().received(Kind.DENUNCIATION, "Tố cáo", "Kín").opened("a", Role.HEAD, "h", null);
        denounced.reclassified(Kind.DENUNCIATION, Kind.COMPLAINT).escalated(1);
        story().reachable(Kind.COMPLAINT, "An").closed(ClosingGround.SETTLED, true);
        Story stuck = story().received(null, "s", "n");
        stuck.tell(new IncidentOpened(stuck.id, 1, 0, "petition.received", null, null, "cause"));
        stuck.tell(new IncidentRetried(stuck.id, 1));
        stuck.tell(new IncidentOpened(stuck.id, 2, 0, "petition.received", null, null, "cause"));
        VisitStory visit = new VisitStory(new Ledger(events, transactions)).recorded(unit, null, "An", 7, clock);
        visit.resultDue(clock.instant()).tell(new VisitEvent.Remarked(visit.id, visit.text("một")));
        visit.tell(new VisitEvent.PapersReturned(visit.id, java.util.Set.of(1)));
        Story answered = story().received(Kind.FEEDBACK, "Đèn đường", "An").classified(Kind.FEEDBACK);
        answered.tell(new AnswerEvent.AnswerPublished(
                answered.id,
                java.time.LocalDate.parse("2026-11-18"),
                "WEBSITE",
                null,
                answered.text("Đèn hỏng"),
                answered.text("Đã thay")));
    }

    private Map<String, List<String>> content(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst().orElseThrow().tables().stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> jdbc.queryForList(
                                "select t::text from views." + table + " t order by 1", String.class)));
    }

    private List<String> indexes() {
        return jdbc.queryForList("""
                select indexdef from pg_indexes where schemaname = 'views' union all
                select concat_ws(' ', relname, conname, pg_get_constraintdef(k.oid), reloptions) from pg_class c
                  left join pg_constraint k on k.conrelid = c.oid and k.contype in ('p', 'u')
                 where relnamespace = 'views'::regnamespace and relkind = 'r' and relpersistence = 'p' order by 1""", String.class);
    }
}
