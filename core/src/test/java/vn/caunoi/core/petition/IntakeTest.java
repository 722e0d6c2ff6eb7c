package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.petition.IntakeCommand.*;
import vn.caunoi.core.petition.IntakeEvent.*;

class IntakeTest {

    private static final Origin OPEN = new Origin("municipal log", "case-1", "Internet", false);
    private static final Origin CLOSED = new Origin("municipal log", "case-1", "Internet", true);
    private static final List<Activity> LOG = List.of(new Activity("T02", "Resource10", "Group 4", RECEIVED_AT));

    @Test
    void a_petition_handed_in_is_received_as_it_is() {
        given().when(handIn(content())).expectEvents(received());
    }

    @Test
    void a_petition_without_points_has_one_its_subject() {
        var content = content(Kind.COMPLAINT, RECEIVED_AT, true, List.of(), List.of());
        given().when(handIn(content)).expectState(petition -> {
            assertThat(petition.dossier.points()).containsExactly(new Point(1, text("Thu hồi đất")));
        });
    }

    @Test
    void a_petition_cannot_be_received_in_the_future() {
        var content = content(Kind.COMPLAINT, NOW.plusSeconds(1), false, points(1), List.of(person("Lan")));
        expectRefusal(given().when(handIn(content)), Reason.IN_THE_FUTURE);
    }

    @Test
    void a_petition_without_a_petitioner_must_be_anonymous() {
        expectRefusal(
                given().when(handIn(content(null, RECEIVED_AT, false, points(1), List.of()))), Reason.INVALID_INPUT);
        expect(given().when(handIn(content(null, RECEIVED_AT, true, points(1), List.of()))), PetitionReceived.class);
    }

    @Test
    void points_are_numbered_from_one() {
        var points = List.of(points(2).get(1));
        expectRefusal(given().when(handIn(content(null, RECEIVED_AT, true, points, List.of()))), Reason.INVALID_INPUT);
    }

    @Test
    void handing_the_same_in_again_changes_nothing() {
        expect(given(received()).when(handIn(content())));
    }

    @Test
    void another_petition_cannot_take_the_place_of_one_that_was_received() {
        expectRefusal(
                given(received()).when(new HandIn(ID, "ANOTHER-CODE", "hash", content())), Reason.ALREADY_RECEIVED);
    }

    @Test
    void an_open_case_of_another_register_comes_with_its_officer_log_and_planned_end() {
        given().when(new Import(ID, "CODE", content(), OPEN, OFFICER.id(), LOG, due(2026, 11, 10), null))
                .expectState(petition -> {
                    assertThat(petition.officer).isEqualTo(OFFICER.id());
                    assertThat(petition.deadlines.earliest()).isEqualTo(due(2026, 11, 10));
                });
        expect(
                given().when(new Import(ID, "CODE", content(), OPEN, OFFICER.id(), LOG, due(2026, 11, 10), null)),
                PetitionReceived.class,
                PetitionAssigned.class,
                ActivityImported.class,
                DeadlineEvent.DeadlineSet.class);
    }

    @Test
    void a_closed_case_of_another_register_ends_closed_with_its_result() {
        var late = RECEIVED_AT.plus(Duration.ofDays(9));
        given().when(new Import(ID, "CODE", content(), CLOSED, null, List.of(), due(2026, 11, 10), late))
                .expectState(petition -> assertThat(petition.closedFor).isEqualTo(ClosingGround.CLOSED_ELSEWHERE));
        expect(
                given().when(new Import(ID, "CODE", content(), CLOSED, null, LOG, due(2026, 11, 10), late)),
                PetitionReceived.class,
                ActivityImported.class,
                CaseEvent.PetitionClosed.class);
    }

    @Test
    void taking_a_case_over_twice_changes_nothing() {
        expect(given(received()).when(new Import(ID, "CODE", content(), OPEN, null, LOG, null, null)));
    }

    @Test
    void a_classified_petition_has_met_its_first_deadline() {
        var set = set("process", Basis.RECEIVED, RECEIVED_ON, 20);
        given(received(), set, opened("classify"), claimed("classify", OFFICER))
                .when(complete("classify", "classified", OFFICER, "kind", "COMPLAINT"))
                .expectEvents(
                        classified(),
                        met("process", NOW, false),
                        completed("classify", "classified", OFFICER, data("kind", "COMPLAINT")));
    }

    @Test
    void a_petition_classified_after_its_deadline_has_met_it_late() {
        var set = set("process", Basis.RECEIVED, RECEIVED_ON, 10);
        given(received(), set, opened("classify"), claimed("classify", OFFICER))
                .when(complete("classify", "classified", OFFICER, "kind", "COMPLAINT"))
                .expectEvents(
                        classified(),
                        met("process", NOW, true),
                        completed("classify", "classified", OFFICER, data("kind", "COMPLAINT")));
    }

    @Test
    void an_accepted_complaint_is_not_classified_again() {
        expectRefusal(
                given(received(), classified(), accepted(), opened("classify"))
                        .when(complete("classify", "classified", OFFICER, "kind", "FEEDBACK")),
                Reason.ALREADY_ACCEPTED);
    }

    @Test
    void a_petition_that_was_not_classified_cannot_be_accepted() {
        expectRefusal(given(received(), opened("decide-acceptance")).when(accept()), Reason.NOT_CLASSIFIED_YET);
    }

    @Test
    void only_a_complaint_can_be_accepted() {
        expectRefusal(
                given(received(), classified(Kind.FEEDBACK), opened("decide-acceptance"))
                        .when(accept()),
                Reason.NOT_A_COMPLAINT);
    }

    @Test
    void a_complaint_is_accepted_once() {
        expectRefusal(
                given(received(), classified(), accepted(), opened("decide-acceptance"))
                        .when(accept()),
                Reason.ALREADY_ACCEPTED);
    }

    @Test
    void accepting_meets_the_deadline_on_the_day_of_acceptance_however_late_it_is_entered() {
        var set = set("accept_1", Basis.RECEIVED, RECEIVED_ON, 10);
        given(received(), classified(), set, opened("decide-acceptance"), claimed("decide-acceptance", OFFICER))
                .when(accept())
                .expectEvents(
                        accepted(),
                        met("accept_1", due(2026, 11, 9), false),
                        completed("decide-acceptance", "accept", OFFICER, data("acceptedOn", "2026-11-09")));
    }

    @Test
    void a_complex_complaint_of_a_remote_area_is_accepted_with_the_reason() {
        given(received(), classified(), opened("decide-acceptance", OFFICER, null))
                .when(complete(
                        "decide-acceptance",
                        "accept-complex-remote",
                        OFFICER,
                        "acceptedOn",
                        "2026-11-09",
                        "complexityReason",
                        "Nhiều nơi"))
                .expectState(
                        petition -> assertThat(petition.has(Milestone.ACCEPTED)).isTrue());
    }

    @Test
    void a_complaint_that_is_not_accepted_needs_one_of_the_nine_grounds() {
        var task = opened("decide-acceptance", OFFICER, null);
        expectRefusal(
                given(received(), classified(), task)
                        .when(complete(
                                "decide-acceptance", "not-accept", OFFICER, "ground", "DISLIKED", "reason", "r")),
                Reason.INVALID_INPUT);
        expect(
                given(received(), classified(), task)
                        .when(complete(
                                "decide-acceptance", "not-accept", OFFICER, "ground", "NOT_SIGNED", "reason", "r")),
                PetitionNotAccepted.class,
                TaskEvent.TaskCompleted.class);
    }

    @Test
    void an_accepted_complaint_is_not_guided_transferred_or_stored() {
        for (String outcome : List.of("guide", "transfer", "store")) {
            var data = outcome.equals("guide") ? "competentBody" : "to";
            var command = outcome.equals("store")
                    ? complete("classify", outcome, OFFICER, "reason", "r")
                    : complete("classify", outcome, OFFICER, data, "UBND tỉnh", "reason", "r");
            expectRefusal(
                    given(received(), classified(), accepted(), opened("classify"))
                            .when(command),
                    Reason.ALREADY_ACCEPTED);
        }
    }

    @Test
    void guiding_meets_the_deadlines_of_processing_and_of_acceptance() {
        given(
                        received(),
                        set("process", Basis.RECEIVED, RECEIVED_ON, 20),
                        set("accept_1", Basis.RECEIVED, RECEIVED_ON, 20),
                        opened("classify", OFFICER, null))
                .when(complete("classify", "guide", OFFICER, "competentBody", "UBND tỉnh", "reason", "r"))
                .expectState(petition -> assertThat(petition.deadlines.open()).isEmpty());
    }

    @Test
    void a_complaint_is_not_answered_like_feedback() {
        var answer = complete("answer", "answered", OFFICER, "answer", "Đã sửa đường");
        expectRefusal(given(received(), classified(), opened("answer")).when(answer), Reason.NOT_FOR_THIS_KIND);
        expectRefusal(given(received(), opened("answer")).when(answer), Reason.NOT_CLASSIFIED_YET);
        expect(
                given(received(), classified(Kind.FEEDBACK), opened("answer", OFFICER, null))
                        .when(answer),
                PetitionAnswered.class,
                TaskEvent.TaskCompleted.class);
    }

    @Test
    void a_supplement_is_asked_for_and_received() {
        expect(
                given(received(), opened("classify", OFFICER, null))
                        .when(complete("classify", "needs-supplement", OFFICER, "reason", "Thiếu chữ ký")),
                SupplementRequested.class,
                TaskEvent.TaskCompleted.class);
        expect(
                given(received(), opened("await-supplement", CLERK, null))
                        .when(complete(
                                "await-supplement", "received", CLERK, "receivedOn", "2026-11-17", "what", "Chữ ký")),
                SupplementReceived.class,
                TaskEvent.TaskCompleted.class);
    }

    private static HandIn handIn(Content content) {
        return new HandIn(ID, "K7M4-PX9T-2HC0", "hash", content);
    }

    private static TaskCommand.CompleteTask accept() {
        return complete("decide-acceptance", "accept", OFFICER, "acceptedOn", "2026-11-09");
    }
}
