package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.CaseCommand.*;
import vn.caunoi.core.petition.CaseEvent.*;

class JottingTest {

    private static final PetitionEvent[] CLOSED = {received(), closed(ClosingGround.STORED)};

    @Test
    void the_desk_gives_another_pin_for_a_reason_and_an_officer_does_not() {
        given(CLOSED)
                .when(new CaseCommand.RenewPin(ID, "hash", " Mất phiếu ", CLERK))
                .expectEvents(new CaseEvent.PinRenewed(ID, "hash", text("Mất phiếu")));
        given(CLOSED).when(new CaseCommand.RenewPin(ID, "hash", " ", CLERK)).expectNoEvents();
        given(CLOSED)
                .when(new CaseCommand.RenewPin(ID, "hash", "Mất phiếu", OFFICER))
                .expectNoEvents();
    }

    @Test
    void what_is_handed_in_online_counts_as_signed_by_whoever_was_vouched_for_or_for_all() {
        given(received())
                .when(new CountAsSigned(ID, "VNeID", "QĐ 12"))
                .expectEvents(new CountedAsSigned(ID, "VNeID", "QĐ 12"));
        given(received()).when(new CountAsSigned(ID, null, null)).expectEvents(new CountedAsSigned(ID, null, null));
    }

    @Test
    void the_citizen_writes_to_whoever_has_the_case_while_it_is_open() {
        given(received())
                .when(new WriteToOffice(ID, " Tôi đổi số điện thoại "))
                .expectEvents(new CitizenWrote(ID, text("Tôi đổi số điện thoại")));
        expectRefusal(given(received()).when(new WriteToOffice(ID, " ")), Reason.INVALID_INPUT);
        expectRefusal(given(CLOSED).when(new WriteToOffice(ID, "x")), Reason.ALREADY_CLOSED);
    }

    @Test
    void whoever_has_an_open_case_writes_back_but_never_in_a_denunciation() {
        given(received())
                .when(new ReplyToCitizen(ID, " Mời bạn đến nhận lại hồ sơ ", OFFICER))
                .expectEvents(new OfficeReplied(ID, text("Mời bạn đến nhận lại hồ sơ"), OFFICER.id()));
        expectRefusal(given(received()).when(new ReplyToCitizen(ID, " ", OFFICER)), Reason.INVALID_INPUT);
        expectRefusal(given(received()).when(new ReplyToCitizen(ID, "x", STRANGER)), Reason.NOT_ALLOWED);
        expectRefusal(given(CLOSED).when(new ReplyToCitizen(ID, "x", OFFICER)), Reason.ALREADY_CLOSED);
    }

    @Test
    void a_note_may_be_added_even_to_a_closed_case() {
        given(CLOSED).when(new AddNote(ID, " Đã gọi ", CLERK)).expectEvents(new NoteAdded(ID, text("Đã gọi")));
        expectRefusal(given(CLOSED).when(new AddNote(ID, " ", CLERK)), Reason.INVALID_INPUT);
        expectRefusal(given(CLOSED).when(new AddNote(ID, "x".repeat(20_001), CLERK)), Reason.INVALID_INPUT);
        expectRefusal(given(CLOSED).when(new AddNote(ID, "x", STRANGER)), Reason.NOT_ALLOWED);
        expectRefusal(given(CLOSED).when(new AddNote(ID, "x", ADMIN)), Reason.NOT_ALLOWED);
    }

    @Test
    void a_paper_that_comes_later_is_added_with_its_day_and_sender_to_a_closed_case_only_for_a_reason() {
        var day = TODAY.minusDays(1);
        var paper = new AddPaper(ID, "f1", PaperKind.REPLY, day, " Sở Tài nguyên ", null, CLERK);
        given(received())
                .when(paper)
                .expectEvents(new PaperAdded(ID, PaperKind.REPLY, day, text("Sở Tài nguyên"), "f1", null));
        expectRefusal(given(CLOSED).when(paper), Reason.INVALID_INPUT);
        given(CLOSED)
                .when(new AddPaper(ID, "f1", PaperKind.RECEIPT, TODAY, "Bưu điện", "Báo phát về muộn", CLERK))
                .expectEvents(
                        new PaperAdded(ID, PaperKind.RECEIPT, TODAY, text("Bưu điện"), "f1", text("Báo phát về muộn")));
        expectRefusal(
                given(received()).when(new AddPaper(ID, "f1", PaperKind.OTHER, TODAY.plusDays(1), "x", null, CLERK)),
                Reason.IN_THE_FUTURE);
        expectRefusal(
                given(received()).when(new AddPaper(ID, "f1", PaperKind.OTHER, TODAY.minusYears(1), "x", null, CLERK)),
                Reason.BEFORE_RECEIPT);
        expectRefusal(
                given(received()).when(new AddPaper(ID, "f1", PaperKind.OTHER, TODAY, " ", null, CLERK)),
                Reason.INVALID_INPUT);
        expectRefusal(
                given(received()).when(new AddPaper(ID, "f1", PaperKind.OTHER, TODAY, "x", null, STRANGER)),
                Reason.NOT_ALLOWED);
    }

    @Test
    void a_supplement_is_taken_at_any_step_with_the_moment_it_came() {
        given(received())
                .when(new Supplement(ID, null, "Bản sao", CLERK))
                .expectEvents(new IntakeEvent.SupplementReceived(ID, NOW, text("Bản sao")));
        given(received())
                .when(new Supplement(ID, RECEIVED_AT, "Bản sao", CLERK))
                .expectEvents(new IntakeEvent.SupplementReceived(ID, RECEIVED_AT, text("Bản sao")));
        expectRefusal(given(received()).when(new Supplement(ID, NOW.plusSeconds(1), "w", CLERK)), Reason.IN_THE_FUTURE);
        expectRefusal(
                given(received()).when(new Supplement(ID, RECEIVED_AT.minusSeconds(90_000), "w", CLERK)),
                Reason.BEFORE_RECEIPT);
        expectRefusal(given(received()).when(new Supplement(ID, null, "", CLERK)), Reason.INVALID_INPUT);
        expectRefusal(given(received()).when(new Supplement(ID, null, "w", STRANGER)), Reason.NOT_ALLOWED);
    }

    @Test
    void petitions_are_linked_once_for_each_relation_and_never_to_themselves() {
        var link = new Link(ID, OTHER, Relation.DUPLICATE_OF, null, OFFICER);
        var linked = new PetitionLinked(ID, OTHER, Relation.DUPLICATE_OF, null);
        given(CLOSED).when(link).expectEvents(linked);
        expectRefusal(given(received(), linked).when(link), Reason.ALREADY_LINKED);
        expect(
                given(received(), linked).when(new Link(ID, OTHER, Relation.RELATED_TO, "Cùng dự án", OFFICER)),
                PetitionLinked.class);
        expectRefusal(
                given(received()).when(new Link(ID, ID, Relation.RELATED_TO, null, OFFICER)),
                Reason.CANNOT_LINK_TO_ITSELF);
        expectRefusal(
                given(received()).when(new Link(ID, OTHER, Relation.RELATED_TO, null, STRANGER)), Reason.NOT_ALLOWED);
    }

    @Test
    void an_officer_escalates_by_hand_to_the_own_head_or_above() {
        given(received())
                .when(new Escalate(ID, WARD_A, "Phức tạp", OFFICER))
                .expectEvents(new PetitionEscalated(ID, 1, WARD_A, "by-hand", null, text("Phức tạp")));
        given(received())
                .when(new Escalate(ID, PROVINCE, "Phức tạp", HEAD))
                .expectEvents(new PetitionEscalated(ID, 2, PROVINCE, "by-hand", null, text("Phức tạp")));
        expectRefusal(given(received()).when(new Escalate(ID, WARD_A, "r", CLERK)), Reason.NOT_ALLOWED);
        expectRefusal(given(received()).when(new Escalate(ID, WARD_A, "", HEAD)), Reason.INVALID_INPUT);
    }

    @Test
    void a_closed_case_is_rated_once() {
        var rated = new PetitionRated(ID, 4, text("Tốt"));
        given(CLOSED).when(new Rate(ID, 4, "Tốt", null)).expectEvents(rated);
        given(CLOSED).when(new Rate(ID, 4, null, CLERK)).expectEvents(new PetitionRated(ID, 4, null));
        expectRefusal(given(then(CLOSED, rated)).when(new Rate(ID, 5, null, null)), Reason.ALREADY_RATED);
        expectRefusal(given(received()).when(new Rate(ID, 5, null, null)), Reason.NOT_CLOSED);
        expectRefusal(given(CLOSED).when(new Rate(ID, 0, null, null)), Reason.INVALID_INPUT);
        expectRefusal(given(CLOSED).when(new Rate(ID, 6, null, null)), Reason.INVALID_INPUT);
        expectRefusal(given(CLOSED).when(new Rate(ID, 5, null, STRANGER)), Reason.NOT_ALLOWED);
    }

    @Test
    void a_rating_is_taken_down_at_the_desk_and_never_by_those_who_are_rated() {
        expectRefusal(given(CLOSED).when(new Rate(ID, 5, null, OFFICER)), Reason.NOT_ALLOWED);
        expectRefusal(given(CLOSED).when(new Rate(ID, 5, null, HEAD)), Reason.NOT_ALLOWED);
        Actor both = Actor.of(OFFICER.id().value(), "A", Role.OFFICER, Role.CLERK);
        expectRefusal(given(then(CLOSED, assigned())).when(new Rate(ID, 5, null, both)), Reason.NOT_ALLOWED);
        Actor headAtTheDesk = Actor.of("head1", "A", Role.HEAD, Role.CLERK);
        expectRefusal(given(CLOSED).when(new Rate(ID, 5, null, headAtTheDesk)), Reason.NOT_ALLOWED);
    }

    @Test
    void what_was_merged_is_answered_with_the_petition_it_was_merged_into_and_nothing_else_is() {
        var linked = new PetitionLinked(ID, OTHER, Relation.MERGED_INTO, null);
        var answer = new AnswerTogether(ID, OTHER, TODAY, "12/UBND");
        given(received(), linked, closed(ClosingGround.MERGED))
                .when(answer)
                .expectEvents(new AnsweredTogether(ID, OTHER, TODAY, "12/UBND"));
        expectRefusal(given(received(), linked).when(answer), Reason.NOT_MERGED);
        expectRefusal(given(received(), closed(ClosingGround.MERGED)).when(answer), Reason.NOT_MERGED);
        var another = new PetitionLinked(ID, OTHER, Relation.DUPLICATE_OF, null);
        expectRefusal(given(received(), another, closed(ClosingGround.MERGED)).when(answer), Reason.NOT_MERGED);
    }
}
