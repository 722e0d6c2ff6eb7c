package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.petition.FlowEvent.*;
import vn.caunoi.core.petition.Report.*;

class ReportTest {

    private static final IncidentOpened STUCK =
            new IncidentOpened(ID, 1, 7, "petition.classified", "complaint", "verify", "unknown action");

    @Test
    void a_case_goes_to_the_unit_of_the_routing_table_while_nobody_has_it_and_it_is_about_nobody_here() {
        var route = new Report.RouteByRule(ID, WARD_B, "R1 routing@1");
        given(received())
                .when(route)
                .expectEvents(new IntakeEvent.PetitionAssigned(ID, WARD_B, null, null, "R1 routing@1"));
        expect(given(received(), assigned()).when(route));
        expect(given(received()).when(new Report.RouteByRule(ID, WARD_A, "R1 routing@1")));
        expect(given(received(), new DenunciationEvent.AccusedNamed(ID, List.of(HEAD.id())))
                .when(route));
        expect(given(received(), closed(ClosingGround.STORED)).when(route));
    }

    @Test
    void a_process_starts_and_ends_once() {
        given(received())
                .when(new StartedProcess(ID, "complaint", 1))
                .expectEvents(new ProcessStarted(ID, "complaint", 1));
        expect(given(received(), started("complaint")).when(new StartedProcess(ID, "complaint", 1)));
        given(received(), started("complaint"))
                .when(new EndedProcess(ID, "complaint", "closed"))
                .expectEvents(new ProcessEnded(ID, "complaint", "closed"));
        expect(given(received()).when(new EndedProcess(ID, "complaint", "closed")));
        expect(given(received(), started("complaint")).when(new EndedProcess(ID, "petition-intake", null)));
        expect(
                given(received(), started("complaint"), new ProcessEnded(ID, "complaint", null))
                        .when(new StartedProcess(ID, "complaint", 1)),
                ProcessStarted.class);
    }

    @Test
    void a_timer_is_set_once_and_fires_or_is_cancelled_once() {
        var set = new TimerSet(ID, "t1", "complaint", "wait", NOW);
        given(received()).when(new SetTimer(ID, "t1", "complaint", "wait", NOW)).expectEvents(set);
        expect(given(received(), set).when(new SetTimer(ID, "t1", "complaint", "wait", NOW)));
        given(received(), set).when(new FireTimer(ID, "t1")).expectEvents(new TimerFired(ID, "t1", "wait"));
        expect(given(received(), set, new TimerFired(ID, "t1", "wait")).when(new FireTimer(ID, "t1")));
        given(received(), set).when(new CancelTimer(ID, "t1")).expectEvents(new TimerCancelled(ID, "t1"));
        expect(given(received(), set, new TimerCancelled(ID, "t1")).when(new CancelTimer(ID, "t1")));
    }

    @Test
    void an_escalation_by_rule_is_recorded_once_for_each_due_date() {
        var escalate = new EscalateByRule(ID, 1, WARD_A, "deadline-missed", "settle_1");
        var escalated = new CaseEvent.PetitionEscalated(ID, 1, WARD_A, "deadline-missed", "settle_1", null);
        given(received(), accepted()).when(escalate).expectEvents(escalated);
        expect(given(received(), accepted(), escalated).when(escalate));
        var setAgain = set("settle_1", Basis.ACCEPTED, ACCEPTED_ON, 30);
        given(received(), accepted(), escalated, setAgain).when(escalate).expectEvents(escalated);
    }

    @Test
    void a_notice_is_taken_down_once() {
        var noted = new NoticeRequested(ID, "acceptance", "petitioner", "n1");
        given(received())
                .when(new RequestNotice(ID, "n1", "acceptance", "petitioner"))
                .expectEvents(noted);
        expect(given(received(), noted).when(new RequestNotice(ID, "n1", "acceptance", "petitioner")));
        expect(
                given(received(), noted).when(new RequestNotice(ID, "n2", "acceptance", "petitioner")),
                NoticeRequested.class);
    }

    @Test
    void an_event_that_cannot_be_followed_opens_one_incident() {
        var report = new OpenIncident(ID, 7, "petition.classified", "complaint", "verify", "unknown action");
        given(received()).when(report).expectEvents(STUCK);
        expect(given(received(), STUCK).when(report));
        given(received(), STUCK, new IncidentRetried(ID, 1))
                .when(report)
                .expectEvents(
                        new IncidentOpened(ID, 2, 7, "petition.classified", "complaint", "verify", "unknown action"));
    }

    @Test
    void an_administrator_retries_or_skips_an_open_incident() {
        given(received(), STUCK).when(new RetryIncident(ID, 1, ADMIN)).expectEvents(new IncidentRetried(ID, 1));
        given(received(), STUCK)
                .when(new SkipIncident(ID, 1, "Sửa sau", ADMIN))
                .expectEvents(new IncidentSkipped(ID, 1, text("Sửa sau")));
        expectRefusal(given(received(), STUCK).when(new RetryIncident(ID, 1, HEAD)), Reason.NOT_ALLOWED);
        expectRefusal(given(received(), STUCK).when(new SkipIncident(ID, 1, "r", HEAD)), Reason.NOT_ALLOWED);
        expectRefusal(given(received(), STUCK).when(new RetryIncident(ID, 2, ADMIN)), Reason.NO_SUCH_INCIDENT);
        expectRefusal(
                given(received(), STUCK, new IncidentRetried(ID, 1)).when(new SkipIncident(ID, 1, "r", ADMIN)),
                Reason.NO_SUCH_INCIDENT);
        expectRefusal(given(received(), STUCK).when(new SkipIncident(ID, 1, " ", ADMIN)), Reason.INVALID_INPUT);
    }

    @Test
    void a_designer_orders_a_running_case_to_another_version_and_the_driver_reports_what_came_of_it() {
        var order = new OrderMigration(ID, "complaint", 1, 2, DESIGNER);
        var ordered = new ProcessMigrationOrdered(ID, "complaint", 1, 2);
        var migrated = new ProcessMigrated(ID, "complaint", 1, 2);
        given(received(), started("complaint")).when(order).expectEvents(ordered);
        given(received(), started("complaint"), ordered)
                .when(new MigratedProcess(ID, "complaint", 1, 2))
                .expectEvents(migrated);
        expect(given(received(), started("complaint"), ordered, migrated)
                .when(new MigratedProcess(ID, "complaint", 1, 2)));
        expectRefusal(
                given(received(), started("complaint"), ordered, migrated).when(order), Reason.NOT_ON_THAT_VERSION);
        expectRefusal(given(received()).when(order), Reason.NOT_ON_THAT_VERSION);
        expectRefusal(
                given(received(), started("complaint")).when(new OrderMigration(ID, "complaint", 1, 1, DESIGNER)),
                Reason.NOT_ON_THAT_VERSION);
        expectRefusal(
                given(received(), started("complaint")).when(new OrderMigration(ID, "complaint", 1, 2, ADMIN)),
                Reason.NOT_ALLOWED);
    }

    @Test
    void an_order_says_which_step_becomes_which_and_of_which_batch_it_is() {
        var order = new OrderMigration(ID, "complaint", 1, 2, Map.of("one", "first"), "batch", DESIGNER);
        given(received(), started("complaint"))
                .when(order)
                .expectEvents(new ProcessMigrationOrdered(ID, "complaint", 1, 2, Map.of("one", "first"), "batch"));
    }

    @Test
    void what_runs_beside_is_moved_beside() {
        given(received(), started("complaint"), started("protection"), new ProcessMigrated(ID, "protection", 1, 2))
                .when(new OrderMigration(ID, "complaint", 1, 2, DESIGNER))
                .expectEvents(new ProcessMigrationOrdered(ID, "complaint", 1, 2));
    }

    @Test
    void an_order_to_migrate_tries_the_open_incident_again() {
        given(received(), started("complaint"), STUCK)
                .when(new OrderMigration(ID, "complaint", 1, 2, DESIGNER))
                .expectEvents(new ProcessMigrationOrdered(ID, "complaint", 1, 2), new IncidentRetried(ID, 1));
    }

    @Test
    void reports_are_taken_down_for_a_closed_case_too() {
        expect(
                given(received(), started("complaint"), closed(ClosingGround.STORED))
                        .when(new EndedProcess(ID, "complaint", "closed")),
                ProcessEnded.class);
    }
}
