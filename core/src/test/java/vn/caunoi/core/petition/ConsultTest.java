package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.Counted;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ladder.ByLadder;
import vn.caunoi.core.ladder.Occasion;
import vn.caunoi.core.ladder.Rung;
import vn.caunoi.core.ladder.Told;
import vn.caunoi.core.petition.ConsultEvent.*;

/** Another unit, or a body outside, is asked for an opinion (lấy ý kiến); it is Wednesday, 18 November. */
class ConsultTest {

    private static final ConsultId C = new ConsultId("c-1");
    private static final Period GRACE = Period.ofDays(10);
    private static final DeadlineRule C01 =
            new DeadlineRule("C01", "v", "consult", Limit.workingDays(7), true, "local", "X", null);
    private static final ConsultAsked OF_B = asked(WARD_B, null, 7, TODAY, "C01", "local");
    private static final ConsultAsked OUTSIDE = asked(null, "Viện", 7, TODAY, "C01", "local");
    private static final ConsultLinkIssued LINK = new ConsultLinkIssued(
            ID, C, 1, DueDate.endOf(DueDate.dayOf(OUTSIDE.due()).plusDays(10)), true);

    @Test
    void an_officer_asks_another_unit_and_the_answer_is_due_by_the_table() {
        given(received())
                .when(ask(WARD_B, null, null, List.of("paper-1"), OFFICER))
                .expectEvents(OF_B);
    }

    @Test
    void who_asks_may_choose_the_days() {
        given(received())
                .when(ask(WARD_B, null, 3, List.of("paper-1"), OFFICER))
                .expectEvents(asked(WARD_B, null, 3, TODAY, "by-hand", ""));
        expectRefusal(given(received()).when(ask(WARD_B, null, 0, List.of(), OFFICER)), Reason.INVALID_INPUT);
    }

    @Test
    void a_body_outside_is_given_a_link_that_expires_some_days_after_the_answer_is_due() {
        given(received())
                .when(ask(null, "Viện", null, List.of("paper-1"), OFFICER))
                .expectEvents(OUTSIDE, LINK);
    }

    @Test
    void either_a_unit_or_a_body_is_asked_and_never_ones_own_unit() {
        expectRefusal(given(received()).when(ask(WARD_B, "Viện", null, List.of(), OFFICER)), Reason.INVALID_INPUT);
        expectRefusal(given(received()).when(ask(null, null, null, List.of(), OFFICER)), Reason.INVALID_INPUT);
        expectRefusal(given(received()).when(ask(WARD_A, null, null, List.of(), OFFICER)), Reason.INVALID_INPUT);
    }

    @Test
    void only_who_works_on_an_open_case_asks() {
        expectRefusal(given(received()).when(ask(WARD_B, null, null, List.of(), CLERK)), Reason.NOT_ALLOWED);
        expectRefusal(given(received()).when(ask(WARD_B, null, null, List.of(), STRANGER)), Reason.NOT_ALLOWED);
        expectRefusal(
                given(received(), closed(ClosingGround.STORED)).when(ask(WARD_B, null, null, List.of(), OFFICER)),
                Reason.ALREADY_CLOSED);
    }

    @Test
    void the_unit_that_was_asked_answers_once() {
        var answered = new ConsultAnswered(ID, C, text("Đúng"), List.of("f"), null, TODAY, false, STRANGER.id());
        given(received(), OF_B).when(answer(List.of("f"), 0, STRANGER)).expectEvents(answered);
        expectRefusal(given(received(), OF_B, answered).when(answer(List.of(), 0, STRANGER)), Reason.CONSULT_OVER);
        expectRefusal(given(received(), OF_B).when(answer(List.of(), 0, OFFICER)), Reason.NOT_ALLOWED);
    }

    @Test
    void who_the_case_is_about_gives_no_opinion_on_it() {
        var accused = new DenunciationEvent.AccusedNamed(ID, List.of(STRANGER.id()));
        expectRefusal(given(received(), accused, OF_B).when(answer(List.of(), 0, STRANGER)), Reason.NOT_ALLOWED);
    }

    @Test
    void an_answer_after_the_last_day_is_late() {
        ConsultAsked earlier = asked(WARD_B, null, 2, LocalDate.of(2026, 11, 10), "by-hand", "");
        given(received(), earlier)
                .when(answer(List.of(), 0, STRANGER))
                .expectEvents(new ConsultAnswered(ID, C, text("Đúng"), List.of(), null, TODAY, true, STRANGER.id()));
    }

    @Test
    void it_is_declined_with_a_reason_or_taken_back_by_who_asked() {
        given(received(), OF_B)
                .when(new ConsultCommand.Decline(ID, C, "Không thuộc ngành", null, 0, STRANGER))
                .expectEvents(new ConsultDeclined(ID, C, text("Không thuộc ngành"), null, STRANGER.id()));
        given(received(), OF_B)
                .when(new ConsultCommand.TakeBack(ID, C, "Đã rõ", OFFICER))
                .expectEvents(new ConsultWithdrawn(ID, C, text("Đã rõ")));
        expectRefusal(
                given(received(), OF_B).when(new ConsultCommand.TakeBack(ID, C, "Đã rõ", STRANGER)),
                Reason.NOT_ALLOWED);
    }

    @Test
    void a_body_outside_answers_by_its_last_link_only() {
        var second = new ConsultLinkIssued(ID, C, 2, LINK.until(), false);
        var answered = new ConsultAnswered(ID, C, text("Đúng"), List.of(), null, TODAY, false, null);
        given(received(), OUTSIDE, LINK).when(answer(List.of(), 1, null)).expectEvents(answered);
        expectRefusal(
                given(received(), OUTSIDE, LINK, second).when(answer(List.of(), 1, null)), Reason.NO_SUCH_CONSULT);
        var revoked = new ConsultLinkRevoked(ID, C, 1);
        expectRefusal(
                given(received(), OUTSIDE, LINK, revoked).when(answer(List.of(), 1, null)), Reason.NO_SUCH_CONSULT);
        var expired = new ConsultLinkIssued(ID, C, 1, Instant.parse("2026-11-17T00:00:00Z"), false);
        expectRefusal(given(received(), OUTSIDE, expired).when(answer(List.of(), 1, null)), Reason.NO_SUCH_CONSULT);
        expectRefusal(given(received(), OF_B).when(answer(List.of(), 0, null)), Reason.NO_SUCH_CONSULT);
    }

    @Test
    void what_came_on_paper_is_written_down_by_who_has_the_case() {
        given(received(), OUTSIDE, LINK)
                .when(answer(List.of(), 0, CLERK))
                .expectEvents(new ConsultAnswered(ID, C, text("Đúng"), List.of(), null, TODAY, false, CLERK.id()));
    }

    @Test
    void nobody_is_asked_any_more_of_a_case_that_ended() {
        given(received(), classified(), OF_B)
                .when(new Report.CloseCase(ID, ClosingGround.STORED))
                .expectEventsMatching(org.axonframework.test.matchers.Matchers.payloadsMatching(
                        org.axonframework.test.matchers.Matchers.predicate(
                                events -> ((List<?>) events).contains(new ConsultWithdrawn(ID, C, null)))));
    }

    @Test
    void it_is_reminded_then_missed_and_brought_before_the_head_of_who_was_asked_and_the_unit_above() {
        ConsultAsked soon = asked(WARD_B, null, 2, LocalDate.of(2026, 11, 17), "by-hand", "");
        given(received(), soon)
                .when(look(soon))
                .expectEvents(new ConsultApproaching(ID, C, soon.due()))
                .expectResultMessagePayload(soon.due());
        ConsultAsked past = asked(WARD_B, null, 2, LocalDate.of(2026, 11, 9), "by-hand", "");
        var missed = new ConsultMissed(ID, C, past.due());
        var toHead =
                new ConsultEscalated(ID, C, 1, WARD_B, new ByLadder("MISSED-1", "v", LocalDate.of(2026, 11, 11), 0));
        given(received(), past).when(look(past)).expectEvents(missed, toHead);
        given(received(), past, missed, toHead).when(look(past)).expectNoEvents();
        given(received(), past, new ConsultWithdrawn(ID, C, null))
                .when(look(past))
                .expectNoEvents();
    }

    private static DeadlineCommand.LookAfter look(ConsultAsked asked) {
        return new DeadlineCommand.LookAfter(
                ID, C.stage(), asked.due(), true, ConsultTest::rung, unit -> Optional.of(PROVINCE));
    }

    private static Optional<Rung> rung(vn.caunoi.core.ladder.RungQuestion asked) {
        return switch (asked.occasion()) {
            case APPROACHING -> Optional.of(rung(asked.occasion(), 0, 2, Told.OFFICER));
            case MISSED -> Optional.of(rung(asked.occasion(), 1, 0, Told.HEAD));
            case UNATTENDED ->
                asked.level() == 2 ? Optional.of(rung(asked.occasion(), 2, 5, Told.UNIT_ABOVE)) : Optional.empty();
            case NOT_TAKEN -> Optional.empty();
        };
    }

    private static Rung rung(Occasion occasion, int level, int days, Told to) {
        return new Rung(occasion + "-" + level, "v", days, to, "local", "X", null);
    }

    private static ConsultCommand.Ask ask(
            @Nullable UnitId unit, @Nullable String body, @Nullable Integer days, List<String> papers, Actor by) {
        boolean mail = body != null;
        return new ConsultCommand.Ask(
                ID, C, unit, body, mail ? "v@x.vn" : null, "Có đúng không?", papers, C01, days, GRACE, mail, by);
    }

    private static ConsultCommand.Answer answer(List<String> files, int link, @Nullable Actor by) {
        return new ConsultCommand.Answer(ID, C, "Đúng", files, null, null, link, by);
    }

    private static ConsultAsked asked(
            @Nullable UnitId unit, @Nullable String body, int days, LocalDate from, String rule, String source) {
        Limit limit = Limit.workingDays(days);
        Counted counted = DueDate.count(CALENDAR, from, limit, true);
        return new ConsultAsked(
                ID,
                C,
                WARD_A,
                OFFICER.id(),
                unit,
                body == null ? null : text(body),
                body == null ? null : text("v@x.vn"),
                text("Có đúng không?"),
                List.of("paper-1"),
                from,
                limit,
                counted.due(),
                rule,
                "v",
                CALENDAR.version(),
                source,
                counted.explanation());
    }
}
