package vn.caunoi.core.report;

import static vn.caunoi.core.petition.Cases.*;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.report.ReportCommand.*;
import vn.caunoi.core.report.ReportEvent.*;

/** A report is submitted once its period is over; what was submitted stays; a recall and the next need a reason. */
class PeriodicReportTest {

    private static final ReportId REPORT = ReportId.of(WARD_A, false, 2026, Term.Q3);
    private static final List<Figure> FIGURES = List.of(new Figure("01/XLD", "received", 1, null, false));
    private static final List<Listed> CASES = List.of(new Listed(ID.value(), "PETITION", 1, List.of(0)));

    private final AggregateTestFixture<PeriodicReport> fixture = new AggregateTestFixture<>(PeriodicReport.class);

    @BeforeEach
    void today() {
        fixture.registerInjectableResource(CLOCK);
    }

    @Test
    void a_report_is_submitted_with_its_cases() {
        fixture.givenNoPriorActivity()
                .when(submit(null, HEAD))
                .expectResultMessagePayload(1)
                .expectEvents(submitted(1, null));
    }

    @Test
    void not_while_its_period_runs_and_not_twice() {
        SubmitReport early = new SubmitReport(
                ReportId.of(WARD_A, false, 2026, Term.Q4),
                WARD_A,
                false,
                new ReportPeriod(2026, Term.Q4, LocalDate.of(2026, 9, 15), LocalDate.of(2026, 12, 14), true),
                "TT 01/2024",
                List.of(WARD_A),
                FIGURES,
                CASES,
                "hash",
                null,
                HEAD);
        AggregateTestFixture<PeriodicReport> other = new AggregateTestFixture<>(PeriodicReport.class);
        other.registerInjectableResource(CLOCK);
        refused(other.givenNoPriorActivity().when(early), Reason.PERIOD_NOT_OVER);
        refused(fixture.given(submitted(1, null)).when(submit("again", HEAD)), Reason.REPORT_SUBMITTED);
    }

    @Test
    void after_a_recall_it_is_submitted_again_with_a_reason() {
        ReportRecalled recalled = new ReportRecalled(REPORT, 1, WARD_A, HEAD.id(), "wrong");
        fixture.given(submitted(1, null))
                .when(new RecallReport(REPORT, WARD_A, "wrong", HEAD))
                .expectEvents(recalled);
        refused(fixture.given(submitted(1, null), recalled).when(submit(" ", HEAD)), Reason.INVALID_INPUT);
        fixture.given(submitted(1, null), recalled)
                .when(submit("late case", HEAD))
                .expectResultMessagePayload(2)
                .expectEvents(submitted(2, "late case"));
        refused(
                fixture.given(submitted(1, null), recalled).when(new RecallReport(REPORT, WARD_A, "again", HEAD)),
                Reason.REPORT_NOT_SUBMITTED);
    }

    @Test
    void only_heads_of_the_unit_or_of_one_above_submit_and_recall() {
        refused(fixture.givenNoPriorActivity().when(submit(null, OFFICER)), Reason.NOT_ALLOWED);
        refused(fixture.givenNoPriorActivity().when(submit(null, STRANGER)), Reason.NOT_ALLOWED);
        refused(
                fixture.given(submitted(1, null)).when(new RecallReport(REPORT, WARD_A, "no", CLERK)),
                Reason.NOT_ALLOWED);
    }

    private static SubmitReport submit(@Nullable String reason, Actor by) {
        return new SubmitReport(
                REPORT, WARD_A, false, period(), "TT 01/2024", List.of(WARD_A), FIGURES, CASES, "hash", reason, by);
    }

    private static ReportPeriod period() {
        return new ReportPeriod(2026, Term.Q3, LocalDate.of(2026, 6, 15), LocalDate.of(2026, 9, 14), true);
    }

    private static ReportSubmitted submitted(int time, @Nullable String reason) {
        return new ReportSubmitted(
                REPORT,
                time,
                WARD_A,
                false,
                2026,
                Term.Q3,
                period().from(),
                period().last(),
                "TT 01/2024",
                List.of(WARD_A),
                FIGURES,
                CASES,
                "hash",
                HEAD.id(),
                reason);
    }

    private static void refused(ResultValidator<PeriodicReport> result, Reason reason) {
        result.expectNoEvents()
                .expectException(
                        Matchers.predicate(thrown -> thrown instanceof Refusal refusal && refusal.reason() == reason));
    }
}
