package vn.caunoi.projections.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.Conclusion;
import vn.caunoi.core.petition.ConsequenceEvent;
import vn.caunoi.core.petition.Correction;
import vn.caunoi.core.petition.DenunciationEvent;
import vn.caunoi.core.petition.EnforcementProgress;
import vn.caunoi.core.petition.IntakeEvent;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Relation;
import vn.caunoi.core.petition.RoundEvent;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.reception.VisitEvent;
import vn.caunoi.core.report.Figure;
import vn.caunoi.core.report.Listed;
import vn.caunoi.core.report.ReportColumn;
import vn.caunoi.core.report.ReportDefinition;
import vn.caunoi.core.report.ReportDefinitions;
import vn.caunoi.core.report.ReportEvent.ReportRecalled;
import vn.caunoi.core.report.ReportEvent.ReportSubmitted;
import vn.caunoi.core.report.ReportId;
import vn.caunoi.core.report.ReportPeriod;
import vn.caunoi.core.report.ReportTable;
import vn.caunoi.core.report.Term;
import vn.caunoi.projections.Ledger;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Rebuild;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.VisitStory;
import vn.caunoi.projections.report.ReportFacts.Item;
import vn.caunoi.projections.report.ReportFacts.Scope;

/** What counts in which period: told event by event, checked number by number. */
class ReportFactsTest extends ReadModelsTest {

    private static final ReportDefinition TT = ReportDefinitions.shipped().all().getFirst();

    @Autowired
    private ReportFacts facts;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Rebuild rebuild;

    @Test
    void a_complaint_counts_in_the_period_of_each_of_its_days() {
        complaint("2026-03-10", "2026-03-20", "2026-04-20", Conclusion.PARTLY_RIGHT);
        settle();
        assertThat(numbers(Term.Q1, "01/XLD", "received", "carried", "to-process", "accepted", "pending", "kn"))
                .containsExactly(1L, 0L, 1L, 0L, 1L, 1L);
        assertThat(numbers(Term.Q1, "01/KQGQ", "accepted", "decided", "pending"))
                .containsExactly(0L, 0L, 0L);
        assertThat(numbers(Term.Q2, "01/XLD", "received", "carried", "to-process", "accepted", "pending"))
                .containsExactly(0L, 1L, 1L, 1L, 1L);
        assertThat(numbers(
                        Term.Q2, "01/KQGQ", "carried", "accepted", "to-settle", "decided", "right", "partly", "wrong"))
                .containsExactly(0L, 1L, 1L, 1L, 0L, 1L, 0L);
        assertThat(numbers(Term.Q2, "02/KQGQ", "issued", "effective")).containsExactly(1L, 1L);
        assertThat(numbers(Term.Q3, "01/KQGQ", "carried", "decided", "pending")).containsExactly(0L, 0L, 0L);
        assertThat(numbers(Term.HALF, "01/XLD", "received", "carried", "accepted"))
                .containsExactly(1L, 0L, 1L);
        assertThat(numbers(Term.NINE_MONTHS, "01/KQGQ", "accepted", "decided", "partly"))
                .containsExactly(1L, 1L, 1L);
    }

    @Test
    void what_a_conclusion_demands_is_summed_up_from_its_handling() {
        for (long money : new long[] {120, 30}) {
            Story denounced = story().received(
                            Kind.DENUNCIATION,
                            "s",
                            "n",
                            false,
                            OffsetDateTime.parse("2026-01-10T08:00:00+07:00").toInstant());
            denounced.tell(new DenunciationEvent.MeasuresReckoned(
                    denounced.id, LocalDate.parse("2026-02-01"), money, 0, 0, money == 30 ? 2 : 0));
        }
        settle();
        assertThat(numbers(Term.Q1, "03/KQGQ", "money-state", "disciplined")).containsExactly(150L, 2L);
        assertThat(facts.found(column("03/KQGQ", "money-state"), scope(Term.Q1, Set.of(unit)))
                        .items())
                .extracting(Item::weight)
                .containsExactlyInAnyOrder(120, 30);
        assertThat(facts.found(column("03/KQGQ", "money-state"), scope(Term.Q1, Set.of(unit)))
                        .byUnit())
                .isEqualTo(Map.of(unit, 150L));
        assertThat(numbers(Term.Q2, "03/KQGQ", "money-state")).containsExactly(0L);
    }

    @Test
    void the_last_day_of_a_period_and_the_first_of_the_next_are_not_the_same_period() {
        received("2026-03-14T23:59:59+07:00");
        received("2026-03-15T00:00:00+07:00");
        received("2025-12-15T00:00:00+07:00");
        received("2025-12-14T23:59:59+07:00");
        settle();
        assertThat(numbers(Term.Q1, "01/XLD", "received", "carried")).containsExactly(2L, 1L);
        assertThat(numbers(Term.Q2, "01/XLD", "received", "carried")).containsExactly(1L, 3L);
        assertThat(numbers(Term.YEAR, "01/XLD", "received", "carried")).containsExactly(3L, 1L);
    }

    @Test
    void what_was_undone_or_recorded_wrongly_does_not_count_any_more() {
        Story sent = complaint("2026-03-10", "2026-03-20", "2026-04-20", Conclusion.RIGHT);
        sent.tell(new CaseEvent.PetitionSentBack(
                sent.id,
                "complaint",
                "verify",
                Stage.PUBLICATION,
                Stage.VERIFICATION,
                Set.of(Milestone.ISSUED),
                sent.text("nhầm")));
        Story wrong = received("2026-03-01T08:00:00+07:00");
        wrong.reclassified(Kind.COMPLAINT, Kind.FEEDBACK);
        Story late = received("2026-03-02T08:00:00+07:00");
        Correction to = new Correction(
                null, null, "social", null, Instant.parse("2026-03-20T02:00:00Z"), null, null, null, null, null);
        late.tell(new CaseEvent.PetitionCorrected(
                late.id,
                new Correction(null, null, null, null, null, null, null, null, null, null),
                to,
                late.text("nhầm")));
        settle();
        assertThat(numbers(Term.Q2, "01/KQGQ", "decided", "right", "pending")).containsExactly(0L, 0L, 1L);
        assertThat(numbers(Term.Q2, "02/KQGQ", "effective")).containsExactly(0L);
        assertThat(numbers(Term.Q1, "01/XLD", "received", "kn", "knpa")).containsExactly(2L, 1L, 1L);
        assertThat(numbers(Term.Q2, "02/XLD", "received", "field-land", "field-social"))
                .containsExactly(1L, 0L, 1L);
    }

    @Test
    void what_was_typed_and_what_stands_below_a_category_counts_in_the_field_of_the_tree() {
        for (String category : List.of("chinh sach  XÃ HỘI", "merit", "Chuyện khác")) {
            Story about = received("2026-03-01T08:00:00+07:00");
            about.tell(new CaseEvent.PetitionCorrected(
                    about.id,
                    new Correction(null, null, null, null, null, null, null, null, null, null),
                    new Correction(null, null, category, null, null, null, null, null, null, null),
                    about.text("nhầm")));
        }
        settle();
        assertThat(numbers(Term.Q1, "02/XLD", "received", "field-land", "field-social", "field-other"))
                .containsExactly(3L, 0L, 2L, 1L);
    }

    @Test
    void a_case_that_moves_is_open_with_one_unit_at_a_time_and_counts_once_for_both() {
        UnitId other = new UnitId(unit + "x");
        Story moved = received("2026-03-01T08:00:00+07:00");
        moved.tell(new IntakeEvent.PetitionAssigned(moved.id, other, null, null));
        settle();
        ReportColumn open = column("01/XLD", "pending");
        assertThat(facts.found(open, scope(Term.Q1, Set.of(unit))).count()).isEqualTo(1);
        assertThat(facts.found(open, scope(Term.Q1, Set.of(other))).count()).isZero();
        assertThat(facts.found(open, scope(now(), Set.of(unit))).count()).isZero();
        assertThat(facts.found(open, scope(now(), Set.of(other))).count()).isEqualTo(1);
        assertThat(facts.found(open, scope(now(), Set.of(unit, other))).count()).isEqualTo(1);
        assertThat(facts.found(open, scope(now(), Set.of(unit, other))).byUnit())
                .isEqualTo(Map.of(other, 1L));
    }

    @Test
    void a_second_complaint_takes_the_effect_from_the_first_decision() {
        Story first = complaint("2026-08-10", "2026-08-20", today().toString(), Conclusion.WRONG);
        first.tell(new CaseEvent.PetitionLinked(
                first.id, new PetitionId(UUID.randomUUID().toString()), Relation.SECOND_ROUND, null));
        Story second = received(today() + "T00:00:00+07:00");
        second.tell(new CaseEvent.PetitionLinked(second.id, first.id, Relation.SECOND_ROUND_OF, null));
        settle();
        assertThat(numbers(now(), "02/KQGQ", "issued", "effective")).containsExactly(1L, 0L);
        assertThat(numbers(now(), "02/XLD", "first", "second")).containsExactly(0L, 1L);
        assertThat(numbers(Term.Q3, "02/XLD", "first", "second")).containsExactly(1L, 0L);
    }

    @Test
    void what_is_reported_as_carried_out_counts_on_its_day_and_nobody_types_it_in() {
        Story done = complaint("2026-03-10", "2026-03-20", "2026-04-20", Conclusion.RIGHT);
        done.tell(new ConsequenceEvent.DecisionTookEffect(done.id, LocalDate.parse("2026-05-21"), null));
        done.tell(new ConsequenceEvent.EnforcementReported(
                done.id,
                1,
                EnforcementProgress.DONE,
                LocalDate.parse("2026-06-01"),
                done.text("Đã bàn giao đất"),
                true));
        Story partly = complaint("2026-03-10", "2026-03-20", "2026-04-20", Conclusion.RIGHT);
        partly.tell(new ConsequenceEvent.EnforcementReported(
                partly.id,
                1,
                EnforcementProgress.DONE,
                LocalDate.parse("2026-06-01"),
                partly.text("Còn một việc"),
                false));
        settle();
        assertThat(numbers(Term.Q2, "02/KQGQ", "issued", "enforced")).containsExactly(2L, 1L);
        assertThat(numbers(Term.Q3, "02/KQGQ", "enforced")).containsExactly(0L);
    }

    @Test
    void a_denunciation_is_not_counted_for_whom_it_is_about_nor_for_a_unit_that_may_not_see_it() {
        Story about = story().received(Kind.DENUNCIATION, "s", "n", false, Instant.parse("2026-03-01T01:00:00Z"));
        about.tell(new DenunciationEvent.AccusedNamed(about.id, List.of(new OfficerId("lan"))));
        Story taken = story().received(Kind.DENUNCIATION, "s", "n", false, Instant.parse("2026-03-01T01:00:00Z"));
        taken.tell(new IntakeEvent.PetitionAssigned(taken.id, new UnitId(unit + "above"), null, null));
        settle();
        ReportColumn received = column("03/XLD", "received");
        Actor head = Actor.of("minh", unit.value(), Role.HEAD);
        Actor accused = Actor.of("lan", unit.value(), Role.HEAD);
        Actor inspector = Actor.of("thanh", unit.value(), Role.INSPECTOR);
        assertThat(facts.found(received, scope(Term.Q1, Visibility.everything()))
                        .count())
                .isEqualTo(2);
        assertThat(facts.found(received, scope(Term.Q1, Visibility.of(inspector)))
                        .count())
                .isEqualTo(2);
        assertThat(facts.found(received, scope(Term.Q1, Visibility.of(head))).count())
                .isEqualTo(1);
        assertThat(facts.found(received, scope(Term.Q1, Visibility.of(head))).items())
                .extracting(Item::subject)
                .containsExactly(about.id.value());
        assertThat(facts.found(received, scope(Term.Q1, Visibility.of(accused))).count())
                .isZero();
        List<String> both = List.of(about.id.value(), taken.id.value());
        assertThat(facts.hidden(both, Visibility.of(accused))).containsExactlyInAnyOrderElementsOf(both);
        assertThat(facts.hidden(both, Visibility.of(head))).containsExactly(taken.id.value());
    }

    @Test
    void who_comes_again_about_the_same_is_a_visit_more_and_no_case_more() {
        VisitStory first = new VisitStory(new Ledger(events, transactions)).recorded(unit, null, "An", 1, clock);
        VisitStory again = new VisitStory(new Ledger(events, transactions)).recorded(unit, null, "An", 1, clock);
        settle();
        assertThat(numbers(now(), "01/TCD", "visits", "cases")).containsExactly(2L, 2L);
        again.tell(new VisitEvent.VisitJoined(again.id, first.id));
        settle();
        assertThat(numbers(now(), "01/TCD", "visits", "cases")).containsExactly(2L, 1L);
        first.tell(new VisitEvent.VisitBecamePetition(first.id, new PetitionId("joined"), "CODE"));
        settle();
        assertThat(numbers(now(), "01/TCD", "visits", "cases")).containsExactly(2L, 1L);
    }

    @Test
    void each_number_is_what_its_list_adds_up_to_and_a_rebuild_finds_the_same() {
        complaint("2026-03-10", "2026-03-20", "2026-04-20", Conclusion.RIGHT).met("settle_1", true);
        Story closed = received("2026-03-11T08:00:00+07:00");
        closed.tell(new IntakeEvent.PetitionGuided(closed.id, "Tòa án", closed.text("r")));
        closed.closed(ClosingGround.GUIDED, true).tell(new CaseEvent.PetitionRated(closed.id, 5, null));
        new VisitStory(new Ledger(events, transactions)).recorded(unit, Kind.FEEDBACK, "An", 7, clock);
        submitted();
        settle();
        assertThat(numbers(now(), "01/TCD", "visits", "persons", "cases", "crowds", "crowd-persons"))
                .containsExactly(1L, 7L, 1L, 1L, 7L);
        assertThat(numbers(now(), "SATISFACTION", "closed", "rated", "satisfied", "dissatisfied"))
                .containsExactly(1L, 1L, 1L, 0L);
        assertThat(numbers(now(), "01/XLD", "guided", "processed")).containsExactly(1L, 1L);
        assertThat(numbers(now(), "01/KQGQ", "late")).containsExactly(1L);
        Map<String, Long> before = all();
        assertThat(before.values().stream().filter(n -> n > 0).count()).isGreaterThan(20);
        List<Submission> sent = submissions.of(ReportId.of(unit, false, 2026, Term.Q1));
        assertThat(sent).hasSize(1);
        rebuild.start("report_facts", progress -> {});
        rebuild.start("report_submissions", progress -> {});
        settle();
        assertThat(all()).isEqualTo(before);
        assertThat(submissions.of(ReportId.of(unit, false, 2026, Term.Q1))).isEqualTo(sent);
        assertThat(submissions.find(sent.getFirst().report(), 1).orElseThrow().cases())
                .containsExactly(new Listed("p", "PETITION", 1, List.of(0)));
    }

    /** All numbers of all terms, each compared with its list. */
    private Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        List<ReportPeriod> periods = List.of(
                TT.period(2026, Term.Q1).orElseThrow(), TT.period(2026, Term.Q2).orElseThrow(), now());
        for (ReportPeriod term : periods) {
            for (ReportTable table : TT.tables()) {
                for (ReportColumn column : table.columns()) {
                    if (column.any().isEmpty()) continue;
                    String key = term + " " + table.id() + " " + column.id();
                    long number = facts.found(column, scope(term, Set.of(unit))).count();
                    List<Item> list =
                            facts.found(column, scope(term, Set.of(unit))).items();
                    assertThat(list.stream().mapToLong(Item::weight).sum())
                            .as(key)
                            .isEqualTo(number);
                    assertThat(list).as(key).doesNotHaveDuplicates();
                    all.put(key, number);
                }
            }
        }
        return all;
    }

    private void submitted() {
        ReportId report = ReportId.of(unit, false, 2026, Term.Q1);
        Ledger ledger = new Ledger(events, transactions);
        ledger.record(
                "PeriodicReport",
                report.value(),
                0,
                new ReportSubmitted(
                        report,
                        1,
                        unit,
                        false,
                        2026,
                        Term.Q1,
                        LocalDate.of(2025, 12, 15),
                        LocalDate.of(2026, 3, 14),
                        "TT 01/2024",
                        List.of(unit),
                        List.of(new Figure("01/XLD", "received", 1, null, false)),
                        List.of(new Listed("p", "PETITION", 1, List.of(0))),
                        "hash",
                        new OfficerId("h"),
                        null),
                "h");
        ledger.record(
                "PeriodicReport",
                report.value(),
                1,
                new ReportRecalled(report, 1, unit, new OfficerId("h"), "sai"),
                "h");
    }

    private Story received(String at) {
        return story().received(
                        Kind.COMPLAINT,
                        "s",
                        "n",
                        false,
                        OffsetDateTime.parse(at).toInstant());
    }

    private Story complaint(String received, String accepted, String issued, Conclusion conclusion) {
        Story story = received(received + "T08:00:00+07:00").accepted(LocalDate.parse(accepted));
        return story.tell(new RoundEvent.ResolutionIssued(story.id, "12/QĐ", LocalDate.parse(issued), conclusion));
    }

    private List<Long> numbers(Term term, String table, String... columns) {
        return List.of(columns).stream()
                .map(column -> facts.found(column(table, column), scope(term, Set.of(unit)))
                        .count())
                .toList();
    }

    private static ReportColumn column(String table, String column) {
        return TT.table(table).orElseThrow().column(column).orElseThrow();
    }

    private static Scope scope(Term term, Set<UnitId> units) {
        return scope(TT.period(2026, term).orElseThrow(), units);
    }

    private static Scope scope(ReportPeriod period, Set<UnitId> units) {
        return new Scope(period, units, Visibility.everything());
    }

    private List<Long> numbers(ReportPeriod period, String table, String... columns) {
        return List.of(columns).stream()
                .map(column -> facts.found(column(table, column), scope(period, Set.of(unit)))
                        .count())
                .toList();
    }

    private LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }

    /** Around the day on which this is recorded, whatever day other tests made it. */
    private ReportPeriod now() {
        return new ReportPeriod(2026, Term.Q4, today().minusDays(1), today().plusDays(40), true);
    }

    private Scope scope(Term term, Visibility sight) {
        return new Scope(TT.period(2026, term).orElseThrow(), Set.of(unit), sight);
    }
}
