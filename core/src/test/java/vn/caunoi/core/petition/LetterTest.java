package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.LetterCommand.*;
import vn.caunoi.core.petition.LetterEvent.*;

/** The life of a letter: draft, signature, number, sending, delivery, recall and replacement (Decree 30/2020). */
class LetterTest {

    private static final LetterId L = new LetterId("l-1");
    private static final LetterId SECOND = new LetterId("l-2");
    private static final LetterText TEXT = new LetterText(
            "Về việc thụ lý", "Bà Nguyễn Thị Lan", "Ủy ban nhân dân thông báo.", "- Như trên;\n- Lưu: VT.");
    private static final Signature HEAD_SIGNS =
            new Signature(Signature.As.HEAD, null, "CHỦ TỊCH", null, "Trần Văn Bình", null);
    private static final LocalDate BEFORE = LocalDate.of(2026, 11, 16);

    private static final LetterDrafted DRAFTED = drafted(L, 1, null, null, null);
    private static final LetterSubmitted SUBMITTED = new LetterSubmitted(ID, L, 1);
    private static final LetterSigned SIGNED = new LetterSigned(ID, L, 1, HEAD_SIGNS, new OfficerId("head1"), null);
    private static final LetterNumbered NUMBERED =
            new LetterNumbered(ID, L, 2026, 5, "05/TB-UBND", BEFORE, "file-1", "hash");
    private static final LetterSent SENT = new LetterSent(ID, L, BEFORE, SendingWay.REGISTERED_POST, null);
    private static final LetterDelivered DELIVERED =
            new LetterDelivered(ID, L, BEFORE, LegalMoment.on(BEFORE, NOW), null, null, null, null);

    private static LetterDrafted drafted(
            LetterId letter, int draft, Milestone requires, String opens, LetterId replaces) {
        return new LetterDrafted(
                ID,
                letter,
                WARD_A,
                "acceptance",
                1,
                draft,
                requires,
                opens,
                replaces,
                text(TEXT.subject()),
                text(TEXT.addressee()),
                text(TEXT.body()),
                text(TEXT.recipients()));
    }

    private static DraftLetter draft(Actor by) {
        return new DraftLetter(ID, L, "acceptance", 1, null, null, null, TEXT, by);
    }

    private static SignLetter sign(Signature signature, String scan, Actor by) {
        return new SignLetter(ID, L, 1, signature, null, List.of(), scan, by);
    }

    @Test
    void clerks_officers_and_the_head_of_the_unit_draft_a_letter_once() {
        given(received()).when(draft(OFFICER)).expectEvents(DRAFTED);
        given(received()).when(draft(CLERK)).expectEvents(DRAFTED);
        given(received()).when(draft(HEAD)).expectEvents(DRAFTED);
        given(received(), DRAFTED).when(draft(OFFICER)).expectNoEvents();
        expectRefusal(given(received()).when(draft(STRANGER)), Reason.NOT_ALLOWED);
        expectRefusal(given(received()).when(draft(ADMIN)), Reason.NOT_ALLOWED);
    }

    @Test
    void a_letter_without_subject_text_or_recipients_is_refused() {
        for (LetterText wrong : new LetterText[] {
            new LetterText(" ", "", "b", "r"), new LetterText("s", "", " ", "r"), new LetterText("s", "", "b", " ")
        }) {
            expectRefusal(
                    given(received()).when(new DraftLetter(ID, L, "acceptance", 1, null, null, null, wrong, OFFICER)),
                    Reason.INVALID_INPUT);
        }
    }

    @Test
    void a_draft_is_written_anew_until_it_is_submitted() {
        given(received(), DRAFTED)
                .when(new RedraftLetter(ID, L, 1, TEXT, OFFICER))
                .expectEvents(drafted(L, 2, null, null, null));
        expectRefusal(
                given(received(), DRAFTED, SUBMITTED).when(new RedraftLetter(ID, L, 1, TEXT, OFFICER)),
                Reason.LETTER_NOT_AT_THIS_STEP);
    }

    @Test
    void nobody_writes_over_submits_or_signs_a_draft_they_have_not_seen() {
        LetterDrafted second = drafted(L, 2, null, null, null);
        expectRefusal(
                given(received(), DRAFTED, second).when(new RedraftLetter(ID, L, 1, TEXT, OFFICER)),
                Reason.LETTER_CHANGED);
        expectRefusal(
                given(received(), DRAFTED, second).when(new SubmitLetter(ID, L, 1, OFFICER)), Reason.LETTER_CHANGED);
        expectRefusal(
                given(received(), DRAFTED, second, new LetterSubmitted(ID, L, 2))
                        .when(sign(HEAD_SIGNS, null, HEAD)),
                Reason.LETTER_CHANGED);
    }

    @Test
    void the_head_signs_or_gives_back_with_a_reason() {
        given(received(), DRAFTED).when(new SubmitLetter(ID, L, 1, OFFICER)).expectEvents(SUBMITTED);
        given(received(), DRAFTED, SUBMITTED).when(sign(HEAD_SIGNS, null, HEAD)).expectEvents(SIGNED);
        given(received(), DRAFTED, SUBMITTED)
                .when(new ReturnLetter(ID, L, "Sai ngày", HEAD))
                .expectEvents(new LetterReturned(ID, L, 1, text("Sai ngày")));
        given(received(), DRAFTED, SUBMITTED, new LetterReturned(ID, L, 1, text("Sai ngày")))
                .when(new RedraftLetter(ID, L, 1, TEXT, OFFICER))
                .expectEvents(drafted(L, 2, null, null, null));
        expectRefusal(given(received(), DRAFTED, SUBMITTED).when(sign(HEAD_SIGNS, null, OFFICER)), Reason.NOT_ALLOWED);
        expectRefusal(
                given(received(), DRAFTED, SUBMITTED).when(new ReturnLetter(ID, L, "Sai ngày", OFFICER)),
                Reason.NOT_ALLOWED);
        expectRefusal(
                given(received(), DRAFTED, SUBMITTED).when(new ReturnLetter(ID, L, " ", HEAD)), Reason.INVALID_INPUT);
        expectRefusal(given(received(), DRAFTED).when(sign(HEAD_SIGNS, null, HEAD)), Reason.LETTER_NOT_AT_THIS_STEP);
    }

    @Test
    void a_paper_that_was_signed_is_recorded_with_its_scan_by_whoever_works_on_the_case() {
        given(received(), DRAFTED, SUBMITTED)
                .when(sign(HEAD_SIGNS, "scan-1", CLERK))
                .expectEvents(new LetterSigned(ID, L, 1, HEAD_SIGNS, null, "scan-1"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Signature.As.class,
            names = {"DEPUTY", "BY_ORDER", "BY_AUTHORITY"})
    void whoever_signs_for_the_head_signs_with_an_own_title(Signature.As as) {
        var untitled = new Signature(as, null, "CHỦ TỊCH", null, "Lê Thị Hoa", "12/GUQ-UBND");
        expectRefusal(given(received(), DRAFTED, SUBMITTED).when(sign(untitled, null, HEAD)), Reason.INVALID_INPUT);
    }

    @Test
    void a_delegate_names_the_document_that_gives_authority() {
        var without = new Signature(Signature.As.BY_AUTHORITY, null, "CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Lê Thị Hoa", null);
        expectRefusal(given(received(), DRAFTED, SUBMITTED).when(sign(without, null, HEAD)), Reason.INVALID_INPUT);
    }

    @Test
    void the_block_tells_for_whom_it_is_signed() {
        assertThat(new Signature(Signature.As.DEPUTY, "ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "X", null).lines())
                .containsExactly("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH");
        assertThat(new Signature(Signature.As.BY_AUTHORITY, null, "CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "X", "1").lines())
                .containsExactly("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG");
        assertThat(HEAD_SIGNS.lines()).containsExactly("CHỦ TỊCH");
    }

    private static final Signature DEPUTY_SIGNS =
            new Signature(Signature.As.DEPUTY, null, "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Hoa", null);

    private static SigningPower power(LocalDate from, LocalDate until) {
        return new SigningPower(
                "p", WARD_A, OFFICER.id(), "Lê Thị Hoa", Signature.As.DEPUTY, "PHÓ CHỦ TỊCH", null, from, until);
    }

    private static SignLetter sign(SigningPower power, String scan, Actor by) {
        return new SignLetter(ID, L, 1, DEPUTY_SIGNS, power, List.of(), scan, by);
    }

    @Test
    void a_deputy_signs_for_the_head_by_a_power_of_the_day() {
        SigningPower power = power(BEFORE, null);
        given(received(), DRAFTED, SUBMITTED)
                .when(sign(power, null, OFFICER))
                .expectEvents(new LetterSigned(ID, L, 1, DEPUTY_SIGNS, OFFICER.id(), null));
        given(received(), DRAFTED, SUBMITTED)
                .when(sign(power, "scan-1", CLERK))
                .expectEvents(new LetterSigned(ID, L, 1, DEPUTY_SIGNS, null, "scan-1"));
    }

    @Test
    void nobody_signs_for_the_head_without_one_by_anothers_or_by_one_that_is_over() {
        for (SignLetter wrong : List.of(
                sign(DEPUTY_SIGNS, null, HEAD),
                sign(DEPUTY_SIGNS, "scan-1", CLERK),
                sign(power(BEFORE, null), null, HEAD),
                sign(power(BEFORE, BEFORE), null, OFFICER),
                sign(power(BEFORE.plusYears(1), null), null, OFFICER))) {
            expectRefusal(given(received(), DRAFTED, SUBMITTED).when(wrong), Reason.MAY_NOT_SIGN_SO);
        }
    }

    @Test
    void what_several_sign_comes_as_a_scan_that_tells_who_did_and_why_somebody_did_not() {
        List<Signatory.Named> signatories = List.of(
                new Signatory.Named("NGƯỜI KHIẾU NẠI", "Bà Lan", "Không đồng ý"),
                new Signatory.Named("NGƯỜI CHỦ TRÌ", "Trần Văn Bình", null));
        given(received(), DRAFTED, SUBMITTED)
                .when(new SignLetter(ID, L, 1, HEAD_SIGNS, null, signatories, "scan-1", CLERK))
                .expectEvents(new LetterSigned(
                        ID,
                        L,
                        1,
                        HEAD_SIGNS,
                        null,
                        "scan-1",
                        List.of(
                                new Signatory("NGƯỜI KHIẾU NẠI", text("Bà Lan"), text("Không đồng ý")),
                                new Signatory("NGƯỜI CHỦ TRÌ", text("Trần Văn Bình"), null))));
        expectRefusal(
                given(received(), DRAFTED, SUBMITTED)
                        .when(new SignLetter(ID, L, 1, HEAD_SIGNS, null, signatories, null, HEAD)),
                Reason.INVALID_INPUT);
    }

    @Test
    void what_a_letter_tells_must_stand_in_the_case_before_it_is_signed() {
        LetterDrafted early = drafted(L, 1, Milestone.ACCEPTED, null, null);
        expectRefusal(given(received(), early, SUBMITTED).when(sign(HEAD_SIGNS, null, HEAD)), Reason.LETTER_TOO_EARLY);
        given(received(), classified(), accepted(), early, SUBMITTED)
                .when(sign(HEAD_SIGNS, null, HEAD))
                .expectEvents(SIGNED);
    }

    @Test
    void only_a_signed_letter_gets_a_number_and_only_one() {
        var number = new NumberLetter(ID, L, 1, 2026, 5, "05/TB-UBND", BEFORE, "file-1", "hash", CLERK);
        given(received(), DRAFTED, SUBMITTED, SIGNED).when(number).expectEvents(NUMBERED);
        expectRefusal(
                given(received(), DRAFTED, SUBMITTED, SIGNED, NUMBERED).when(number), Reason.LETTER_NOT_AT_THIS_STEP);
        expectRefusal(given(received(), DRAFTED, SUBMITTED).when(number), Reason.LETTER_NOT_AT_THIS_STEP);
        // what is printed is the draft that was seen, so it must be the one that was signed
        LetterDrafted second = drafted(L, 2, null, null, null);
        expectRefusal(
                given(
                                received(),
                                DRAFTED,
                                second,
                                new LetterSubmitted(ID, L, 2),
                                new LetterSigned(ID, L, 2, HEAD_SIGNS, null, "s"))
                        .when(number),
                Reason.LETTER_CHANGED);
    }

    @Test
    void it_is_sent_after_its_date_and_delivered_after_it_was_sent_never_in_the_future() {
        given(received(), DRAFTED, SUBMITTED, SIGNED, NUMBERED)
                .when(new SendLetter(ID, L, BEFORE, SendingWay.REGISTERED_POST, null, CLERK))
                .expectEvents(SENT);
        expectRefusal(
                given(received(), DRAFTED, SUBMITTED, SIGNED, NUMBERED)
                        .when(new SendLetter(ID, L, BEFORE.minusDays(1), SendingWay.POST, null, CLERK)),
                Reason.INVALID_INPUT);
        expectRefusal(
                given(received(), DRAFTED, SUBMITTED, SIGNED, NUMBERED)
                        .when(new SendLetter(ID, L, TODAY.plusDays(1), SendingWay.POST, null, CLERK)),
                Reason.IN_THE_FUTURE);
        given(received(), DRAFTED, SUBMITTED, SIGNED, NUMBERED, SENT)
                .when(new DeliverLetter(ID, L, BEFORE, null, null, null, CLERK))
                .expectEvents(DELIVERED);
        expectRefusal(
                given(received(), DRAFTED, SUBMITTED, SIGNED, NUMBERED, SENT)
                        .when(new DeliverLetter(ID, L, BEFORE.minusDays(1), null, null, null, CLERK)),
                Reason.INVALID_INPUT);
        expectRefusal(
                given(received(), DRAFTED, SUBMITTED, SIGNED, NUMBERED)
                        .when(new DeliverLetter(ID, L, BEFORE, null, null, null, CLERK)),
                Reason.LETTER_NOT_AT_THIS_STEP);
    }

    @Test
    void a_day_of_delivery_recorded_wrongly_is_corrected_with_a_reason_and_both_days_stay() {
        PetitionEvent[] past = {received(), DRAFTED, SUBMITTED, SIGNED, NUMBERED, SENT, DELIVERED};
        given(past)
                .when(new DeliverLetter(ID, L, TODAY, null, "Nhầm ngày", null, CLERK))
                .expectEvents(new LetterDelivered(
                        ID, L, TODAY, LegalMoment.on(TODAY, NOW), null, null, BEFORE, text("Nhầm ngày")));
        expectRefusal(given(past).when(new DeliverLetter(ID, L, TODAY, null, null, null, CLERK)), Reason.INVALID_INPUT);
        expectRefusal(
                given(past).when(new DeliverLetter(ID, L, BEFORE, null, "Nhầm", null, CLERK)),
                Reason.NOTHING_TO_CORRECT);
    }

    /** Row D10: 30 days from receiving the first decision. */
    @Test
    void the_time_to_complain_again_is_counted_from_the_day_the_decision_was_received_D10() {
        var rule = new DeadlineRule(
                "D10", "v", "lodge_2", Limit.calendarDays(30), true, "LKN Đ33", "S", LocalDate.of(2012, 7, 1));
        given(received(), DRAFTED, SUBMITTED, SIGNED, NUMBERED, SENT)
                .when(new DeliverLetter(ID, L, BEFORE, "Bà Lan", null, rule, CLERK))
                .expectEventsMatching(Matchers.payloadsMatching(Matchers.predicate(events -> {
                    FurtherTime opened = ((LetterDelivered) events.getFirst()).opened();
                    assertThat(opened.stage()).isEqualTo("lodge_2");
                    assertThat(opened.from()).isEqualTo(BEFORE);
                    assertThat(opened.until()).isEqualTo(due(2026, 12, 16));
                    assertThat(opened.rule()).isEqualTo("D10");
                    return true;
                })));
    }

    @Test
    void the_head_recalls_a_letter_that_has_a_number() {
        var recall = new RecallLetter(ID, L, "Ban hành nhầm", HEAD);
        given(received(), DRAFTED, SUBMITTED, SIGNED, NUMBERED, SENT)
                .when(recall)
                .expectEvents(new LetterRecalled(ID, L, text("Ban hành nhầm")));
        expectRefusal(given(received(), DRAFTED, SUBMITTED, SIGNED).when(recall), Reason.LETTER_NOT_AT_THIS_STEP);
        expectRefusal(
                given(received(), DRAFTED, SUBMITTED, SIGNED, NUMBERED)
                        .when(new RecallLetter(ID, L, "Ban hành nhầm", OFFICER)),
                Reason.NOT_ALLOWED);
    }

    @Test
    void a_letter_in_the_place_of_another_replaces_it_when_it_gets_its_number() {
        LetterDrafted other = drafted(SECOND, 1, null, null, L);
        given(
                        received(),
                        DRAFTED,
                        SUBMITTED,
                        SIGNED,
                        NUMBERED,
                        other,
                        new LetterSubmitted(ID, SECOND, 1),
                        new LetterSigned(ID, SECOND, 1, HEAD_SIGNS, null, "s"))
                .when(new NumberLetter(ID, SECOND, 1, 2026, 6, "06/TB-UBND", BEFORE, "file-2", "h", CLERK))
                .expectEvents(
                        new LetterNumbered(ID, SECOND, 2026, 6, "06/TB-UBND", BEFORE, "file-2", "h"),
                        new LetterReplaced(ID, L, SECOND));
        expectRefusal(
                given(received(), DRAFTED)
                        .when(new DraftLetter(ID, SECOND, "acceptance", 1, null, null, L, TEXT, OFFICER)),
                Reason.LETTER_NOT_AT_THIS_STEP);
        expectRefusal(
                given(received()).when(new DraftLetter(ID, SECOND, "acceptance", 1, null, null, L, TEXT, OFFICER)),
                Reason.NO_SUCH_LETTER);
    }

    @Test
    void a_letter_without_a_number_may_be_given_up() {
        given(received(), DRAFTED).when(new DiscardLetter(ID, L, OFFICER)).expectEvents(new LetterDiscarded(ID, L));
        expectRefusal(
                given(received(), DRAFTED, SUBMITTED, SIGNED, NUMBERED).when(new DiscardLetter(ID, L, OFFICER)),
                Reason.LETTER_NOT_AT_THIS_STEP);
    }

    @Test
    void letters_go_on_after_the_case_was_closed() {
        given(received(), closed(ClosingGround.ANSWERED), DRAFTED)
                .when(new SubmitLetter(ID, L, 1, OFFICER))
                .expectEvents(SUBMITTED);
    }
}
