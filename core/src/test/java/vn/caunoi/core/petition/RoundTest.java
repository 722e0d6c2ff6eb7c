package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Conclusion.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.petition.CaseEvent.*;
import vn.caunoi.core.petition.DeadlineEvent.*;
import vn.caunoi.core.petition.RoundEvent.*;
import vn.caunoi.core.petition.TaskEvent.*;

class RoundTest {

    private static final PetitionEvent[] ACCEPTED = {received(), classified(), accepted()};
    private static final PetitionEvent[] ASSIGNED = then(ACCEPTED, assigned());
    private static final PetitionEvent[] VERIFIED = then(ASSIGNED, verified());
    private static final PetitionEvent[] HEARD = then(VERIFIED, convened(), held());
    private static final PetitionEvent[] DRAFTED = then(HEARD, drafted(1));
    private static final PetitionEvent[] APPROVED = then(DRAFTED, approved());
    private static final PetitionEvent[] ISSUED = then(APPROVED, issued());
    private static final PetitionEvent[] PUBLISHED = then(ISSUED, sent(), published());

    @Test
    void an_officer_is_assigned() {
        given(then(ACCEPTED, opened("assign", OFFICER, null)))
                .when(complete("assign", "assigned", OFFICER, "officer", "officer1"))
                .expectEvents(assigned(), completed("assign", "assigned", OFFICER, data("officer", "officer1")));
    }

    @Test
    void a_verification_says_for_each_point_what_was_found_and_so_whether_it_differs() {
        given(then(ASSIGNED, opened("verify", OFFICER, null)))
                .when(verify("RIGHT", "WRONG"))
                .expectState(petition -> assertThat(petition.round.results())
                        .containsEntry(1, RIGHT)
                        .containsEntry(2, WRONG));
        expect(
                given(then(ASSIGNED, opened("verify", OFFICER, null))).when(verify("RIGHT", "RIGHT")),
                PetitionVerified.class,
                TaskCompleted.class);
    }

    @Test
    void a_complaint_is_not_verified_before_it_was_accepted_and_assigned() {
        expectRefusal(
                given(received(), classified(), assigned(), opened("verify")).when(verify("RIGHT", "RIGHT")),
                Reason.NOT_ACCEPTED_YET);
        expectRefusal(given(then(ACCEPTED, opened("verify"))).when(verify("RIGHT", "RIGHT")), Reason.NOT_ASSIGNED_YET);
        expectRefusal(
                given(received(), classified(Kind.FEEDBACK), assigned(), opened("verify"))
                        .when(verify("RIGHT", "RIGHT")),
                Reason.NOT_A_COMPLAINT);
    }

    @Test
    void a_withdrawn_point_is_not_verified() {
        var withdrawn = new PointsWithdrawn(ID, List.of(2), null, text("r"));
        expect(
                given(then(ASSIGNED, withdrawn, opened("verify", OFFICER, null)))
                        .when(complete(
                                "verify", "verified", OFFICER, "report", "r", "finding_1", "f", "result_1", "RIGHT")),
                PetitionVerified.class,
                TaskCompleted.class);
    }

    @Test
    void a_dialogue_is_convened_after_the_verification() {
        var convene = complete(
                "convene-dialogue",
                "convened",
                OFFICER,
                "heldAt",
                "2026-11-20T09:00:00+07:00",
                "place",
                "Hội trường",
                "content",
                "Về việc bồi thường");
        var task = opened("convene-dialogue", OFFICER, null);
        expectRefusal(given(then(ASSIGNED, task)).when(convene), Reason.NOT_VERIFIED_YET);
        given(then(VERIFIED, task))
                .when(convene)
                .expectEvents(convened(), completed("convene-dialogue", "convened", OFFICER, convene.data()));
    }

    @Test
    void the_minutes_of_a_dialogue_show_who_signed_and_who_refused() {
        given(then(VERIFIED, convened(), opened("hold-dialogue", OFFICER, null)))
                .when(hold("held-unsigned", "refused", "lan", "refusalReason", "Không đồng ý"))
                .expectEventsMatching(org.axonframework.test.matchers.Matchers.payloadsMatching(
                        org.axonframework.test.matchers.Matchers.predicate(events -> {
                            DialogueHeld held = (DialogueHeld) ((List<?>) events).getFirst();
                            assertThat(held.participants())
                                    .containsExactly(
                                            new Participant(
                                                    text("Lan"),
                                                    text("người khiếu nại"),
                                                    null,
                                                    Participant.Signature.REFUSED,
                                                    text("Không đồng ý")),
                                            new Participant(
                                                    text("Hùng"), text(""), null, Participant.Signature.SIGNED, null));
                            return true;
                        })));
    }

    @Test
    void a_dialogue_that_was_not_convened_is_neither_held_nor_missed() {
        var task = opened("hold-dialogue", OFFICER, null);
        expectRefusal(given(then(VERIFIED, task)).when(hold("held")), Reason.DIALOGUE_NOT_CONVENED);
        expectRefusal(given(then(VERIFIED, task)).when(miss()), Reason.DIALOGUE_NOT_CONVENED);
    }

    @Test
    void not_coming_to_the_dialogue_does_not_stop_the_settlement() {
        expect(
                given(then(VERIFIED, convened(), opened("hold-dialogue", OFFICER, null)))
                        .when(miss()),
                DialogueNotAttended.class,
                TaskCompleted.class);
        var missed = new DialogueNotAttended(ID, TODAY, text("Bà Lan"), null);
        expect(
                given(then(VERIFIED, convened(), missed, drafted(1), opened("approve-resolution", HEAD, null)))
                        .when(complete("approve-resolution", "approve", HEAD)),
                ResolutionApproved.class,
                TaskCompleted.class);
    }

    @Test
    void a_resolution_is_not_drafted_before_the_verification() {
        var task = opened("draft-resolution", OFFICER, null);
        expectRefusal(given(then(ASSIGNED, task)).when(draft()), Reason.NOT_VERIFIED_YET);
        given(then(DRAFTED, new ResolutionReturned(ID, 1, text("r"), HEAD.id()), task))
                .when(draft())
                .expectState(petition -> assertThat(petition.round.drafts()).isEqualTo(2));
    }

    @Test
    void a_resolution_is_not_approved_without_the_dialogue_that_is_owed() {
        expectRefusal(
                given(then(VERIFIED, drafted(1), opened("approve-resolution")))
                        .when(complete("approve-resolution", "approve", HEAD)),
                Reason.DIALOGUE_MISSING);
    }

    @Test
    void no_dialogue_is_owed_when_all_that_was_demanded_was_found_right() {
        expect(
                given(then(ASSIGNED, verified(RIGHT, RIGHT), drafted(1), opened("approve-resolution", HEAD, null)))
                        .when(complete("approve-resolution", "approve", HEAD)),
                ResolutionApproved.class,
                TaskCompleted.class);
    }

    @Test
    void no_dialogue_is_owed_when_the_point_that_differs_was_withdrawn() {
        var withdrawn = new PointsWithdrawn(ID, List.of(2), null, text("r"));
        expect(
                given(then(VERIFIED, withdrawn, drafted(1), opened("approve-resolution", HEAD, null)))
                        .when(complete("approve-resolution", "approve", HEAD)),
                ResolutionApproved.class,
                TaskCompleted.class);
    }

    @Test
    void only_a_draft_can_be_approved_or_returned_and_only_by_the_head() {
        var task = opened("approve-resolution", HEAD, null);
        expectRefusal(
                given(then(HEARD, task)).when(complete("approve-resolution", "approve", HEAD)), Reason.NOT_DRAFTED_YET);
        expectRefusal(
                given(then(HEARD, task)).when(complete("approve-resolution", "return", HEAD, "reasons", "r")),
                Reason.NOT_DRAFTED_YET);
        var openToAll = new TaskOpened(
                ID,
                new TaskId("x"),
                "p",
                "x",
                1,
                "x",
                form("approve-resolution"),
                WARD_A,
                OFFICER.roles().iterator().next(),
                null,
                null);
        expectRefusal(given(then(DRAFTED, openToAll)).when(complete("x", "approve", OFFICER)), Reason.NOT_ALLOWED);
    }

    @Test
    void a_returned_draft_cannot_be_approved() {
        var task = opened("approve-resolution", HEAD, null);
        var returned = new ResolutionReturned(ID, 1, text("Chưa rõ"), HEAD.id());
        given(then(DRAFTED, task))
                .when(complete("approve-resolution", "return", HEAD, "reasons", "Chưa rõ"))
                .expectEvents(returned, completed("approve-resolution", "return", HEAD, data("reasons", "Chưa rõ")));
        expectRefusal(
                given(then(DRAFTED, returned, task)).when(complete("approve-resolution", "approve", HEAD)),
                Reason.NOT_DRAFTED_YET);
    }

    @Test
    void a_resolution_is_issued_only_as_approved() {
        var task = opened("issue-resolution", OFFICER, null);
        expectRefusal(given(then(HEARD, task)).when(issue()), Reason.NOT_DRAFTED_YET);
        expectRefusal(given(then(DRAFTED, task)).when(issue()), Reason.NOT_APPROVED_YET);
        expectRefusal(given(then(APPROVED, drafted(2), task)).when(issue()), Reason.NOT_APPROVED_YET);
        expectRefusal(given(then(ISSUED, task)).when(issue()), Reason.ALREADY_ISSUED);
        given(then(APPROVED, set("settle_1", Basis.ACCEPTED, ACCEPTED_ON, 30), task))
                .when(issue())
                .expectEvents(
                        issued(),
                        met("settle_1", NOW, false),
                        completed(
                                "issue-resolution",
                                "issued",
                                OFFICER,
                                data("number", "45/QĐ-UBND", "issuedOn", "2026-11-18")));
    }

    @Test
    void a_resolution_is_not_issued_without_the_dialogue_that_is_owed() {
        expectRefusal(
                given(then(VERIFIED, drafted(1), approved(), opened("issue-resolution")))
                        .when(issue()),
                Reason.DIALOGUE_MISSING);
    }

    @Test
    void nothing_of_the_round_is_done_again_once_the_resolution_was_issued() {
        expectRefusal(given(then(ISSUED, opened("verify"))).when(verify("RIGHT", "RIGHT")), Reason.ALREADY_ISSUED);
        expectRefusal(given(then(ISSUED, opened("hold-dialogue"))).when(hold("held")), Reason.ALREADY_ISSUED);
        expectRefusal(given(then(ISSUED, opened("draft-resolution"))).when(draft()), Reason.ALREADY_ISSUED);
        expectRefusal(
                given(then(ISSUED, opened("approve-resolution"))).when(complete("approve-resolution", "approve", HEAD)),
                Reason.ALREADY_ISSUED);
    }

    @Test
    void a_resolution_is_sent_and_published_after_the_issue() {
        var send = complete("send-resolution", "sent", OFFICER, "sentOn", "2026-11-18", "recipients", "Bà Lan");
        var publish = complete("publish", "published", OFFICER, "publishedOn", "2026-11-18", "way", "WEBSITE");
        expectRefusal(given(then(APPROVED, opened("send-resolution"))).when(send), Reason.NOT_ISSUED_YET);
        expectRefusal(given(then(APPROVED, opened("publish"))).when(publish), Reason.NOT_ISSUED_YET);
        given(then(ISSUED, set("send_1", Basis.ISSUED, TODAY, 3), opened("send-resolution", OFFICER, null)))
                .when(send)
                .expectEvents(
                        sent(), met("send_1", NOW, false), completed("send-resolution", "sent", OFFICER, send.data()));
        given(then(ISSUED, set("publish", Basis.ISSUED, TODAY, 15), opened("publish", OFFICER, null)))
                .when(publish)
                .expectEvents(
                        published(),
                        met("publish", NOW, false),
                        completed("publish", "published", OFFICER, publish.data()));
    }

    @Test
    void a_complaint_is_closed_as_settled_after_sending_and_publishing() {
        var close = complete("close", "close", OFFICER);
        var task = opened("close", OFFICER, null);
        expectRefusal(given(then(APPROVED, task)).when(close), Reason.NOT_ISSUED_YET);
        expectRefusal(given(then(ISSUED, task)).when(close), Reason.NOT_SENT_YET);
        expectRefusal(given(then(ISSUED, sent(), task)).when(close), Reason.NOT_PUBLISHED_YET);
        given(then(PUBLISHED, task))
                .when(close)
                .expectEvents(
                        new PetitionClosed(ID, ClosingGround.SETTLED, null, null),
                        completed("close", "close", OFFICER, data()));
    }

    @Test
    void a_closing_states_the_result_against_the_settlement_deadline() {
        for (boolean late : List.of(true, false)) {
            var settle = set("settle_1", Basis.ACCEPTED, ACCEPTED_ON, 30);
            given(then(PUBLISHED, settle, met("settle_1", NOW, late), opened("close", OFFICER, null)))
                    .when(complete("close", "close", OFFICER))
                    .expectEvents(
                            new PetitionClosed(ID, ClosingGround.SETTLED, !late, null),
                            completed("close", "close", OFFICER, data()));
        }
    }

    @Test
    void a_rule_closes_for_its_ground_and_drops_what_is_still_open() {
        given(received(), set("process", Basis.RECEIVED, RECEIVED_ON, 10))
                .when(new Report.CloseCase(ID, ClosingGround.STORED))
                .expectEvents(
                        new PetitionClosed(ID, ClosingGround.STORED, false, null),
                        new DeadlineDropped(ID, "process", "closed"));
        expect(given(received(), closed(ClosingGround.STORED)).when(new Report.CloseCase(ID, ClosingGround.STORED)));
    }

    @Test
    void the_settlement_of_a_denunciation_is_met_by_closing() {
        given(received(Kind.DENUNCIATION), set("settle", Basis.RECEIVED, RECEIVED_ON, 30))
                .when(new Report.CloseCase(ID, ClosingGround.SETTLED))
                .expectEvents(new PetitionClosed(ID, ClosingGround.SETTLED, true, null), met("settle", NOW, false));
    }

    @Test
    void an_officer_closes_what_was_passed_on_for_that_ground() {
        given(received(), new IntakeEvent.PetitionTransferred(ID, "UBND", text("r")), opened("close", OFFICER, null))
                .when(complete("close", "close", OFFICER))
                .expectState(petition -> assertThat(petition.closedFor).isEqualTo(ClosingGround.TRANSFERRED));
    }

    private static TaskCommand.CompleteTask verify(String first, String second) {
        return complete(
                "verify",
                "verified",
                OFFICER,
                "report",
                "Báo cáo",
                "finding_1",
                "Phần một",
                "result_1",
                first,
                "finding_2",
                "Phần hai",
                "result_2",
                second);
    }

    private static TaskCommand.CompleteTask hold(String outcome, Object... more) {
        var data = data(
                "heldOn",
                "2026-11-18",
                "place",
                "Hội trường",
                "chair",
                "Ông Minh",
                "participants",
                "Lan; người khiếu nại\n Hùng ",
                "opinions",
                "o",
                "result",
                "r");
        data.putAll(data(more));
        return new TaskCommand.CompleteTask(ID, new TaskId("hold-dialogue"), outcome, data, OFFICER);
    }

    private static TaskCommand.CompleteTask miss() {
        return complete("hold-dialogue", "not-attended", OFFICER, "heldOn", "2026-11-18", "absent", "Bà Lan");
    }

    private static TaskCommand.CompleteTask draft() {
        return complete(
                "draft-resolution",
                "drafted",
                OFFICER,
                "conclusion",
                "WRONG",
                "effect",
                "KEEP",
                "text",
                "t",
                "legalBasis",
                "l");
    }

    private static TaskCommand.CompleteTask issue() {
        return complete("issue-resolution", "issued", OFFICER, "number", "45/QĐ-UBND", "issuedOn", "2026-11-18");
    }
}
