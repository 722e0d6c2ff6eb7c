package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.Circumstance;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.petition.ConsequenceCommand.*;
import vn.caunoi.core.petition.ConsequenceEvent.*;

/** What follows a decision on a complaint (LKN Đ11, Đ33, Đ44, Đ46; NĐ 124/2020 Đ29); today is 18 November 2026. */
class ConsequenceTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2026, 9, 14);
    private static final Map<String, Integer> DAYS =
            Map.of("effective_1", 30, "effective_2", 30, "post_minimum", 15, "resume_after_stop_notice", 30);

    /** As the shipped table, whose rows the tests of the rules name. */
    private static final Rules RULES = question -> {
        boolean remote = question.has(Circumstance.REMOTE);
        String row =
                switch (question.stage()) {
                    case "effective_1" -> remote ? "D22" : "D21";
                    case "effective_2" -> remote ? "D24" : "D23";
                    case "post_minimum" -> "D19";
                    default -> "D25";
                };
        int days = remote ? 45 : DAYS.getOrDefault(question.stage(), 0);
        boolean roll = !question.stage().equals("post_minimum");
        return row(row, question.stage(), days, roll);
    };

    @Test
    void d21_the_first_decision_takes_effect_thirty_days_after_its_issue() {
        var today = decided(TODAY, false, false);
        given(today).when(look()).expectEvents(counted("D21", "effective_1", TODAY, 30));
        var past = decided(LONG_AGO, false, false);
        given(past)
                .when(look())
                .expectEvents(
                        counted("D21", "effective_1", LONG_AGO, 30),
                        new DecisionTookEffect(ID, LocalDate.of(2026, 10, 15), null));
    }

    @Test
    void d22_forty_five_days_in_a_remote_area() {
        given(decided(LONG_AGO, true, false))
                .when(look())
                .expectEvents(
                        counted("D22", "effective_1", LONG_AGO, 45),
                        new DecisionTookEffect(ID, LocalDate.of(2026, 10, 30), null));
    }

    @Test
    void d23_the_second_decision_takes_effect_thirty_days_after_its_issue() {
        given(decided(TODAY, false, true)).when(look()).expectEvents(counted("D23", "effective_2", TODAY, 30));
    }

    @Test
    void d24_forty_five_days_in_a_remote_area_for_the_second_decision_too() {
        given(decided(TODAY, true, true)).when(look()).expectEvents(counted("D24", "effective_2", TODAY, 45));
    }

    @Test
    void an_effect_that_came_comes_once() {
        given(inEffect()).when(look()).expectNoEvents();
    }

    @Test
    void d19_a_decision_that_is_posted_stays_posted_fifteen_days() {
        var posted = new RoundEvent.PetitionPublished(ID, LocalDate.of(2026, 11, 14), "NOTICE_BOARD", "Trụ sở");
        given(with(decided(TODAY, false, false), counted("D21", "effective_1", TODAY, 30), posted))
                .when(look())
                .expectEvents(counted("D19", "post_minimum", LocalDate.of(2026, 11, 14), 15, false));
        assertThat(DueDate.dayOf(
                        FurtherTime.counted(row("D19", "post_minimum", 15, false), posted.publishedOn(), CALENDAR)
                                .until()))
                .isEqualTo(LocalDate.of(2026, 11, 29));
    }

    @Test
    void d20_a_meeting_is_announced_three_days_before() {
        DeadlineRule d20 = row("D20", "meeting_notice", 3, false);
        var notice = FurtherTime.counted(d20, TODAY, CALENDAR);
        LocalDate third = TODAY.plusDays(3);
        given(decided(TODAY, false, false))
                .when(new AnnounceMeeting(ID, TODAY, third, "Hội trường", d20, OFFICER))
                .expectEvents(new MeetingAnnounced(ID, third, "Hội trường", notice));
        expectRefusal(
                given(decided(TODAY, false, false))
                        .when(new AnnounceMeeting(ID, TODAY, TODAY.plusDays(2), "Hội trường", d20, OFFICER)),
                Reason.MEETING_TOO_SOON);
    }

    @Test
    void d25_a_stopped_complaint_may_be_renewed_for_thirty_days() {
        var stopped =
                List.<PetitionEvent>of(received(), accepted(), new CaseEvent.PetitionTerminated(ID, "7/QĐ", LONG_AGO));
        given(array(stopped))
                .when(look())
                .expectEvents(
                        counted("D25", "resume_after_stop_notice", LONG_AGO, 30),
                        new RenewalLapsed(ID, LocalDate.of(2026, 10, 14)));
    }

    @Test
    void a_second_complaint_in_time_keeps_the_decision_from_its_effect() {
        var contested = new DecisionContested(ID, OTHER, TODAY);
        given(counted(decided(TODAY, false, false)))
                .when(new Contest(ID, OTHER, TODAY, false))
                .expectEvents(contested);
        given(with(counted(decided(LONG_AGO, false, false)), contested))
                .when(look())
                .expectNoEvents();
        given(counted(decided(TODAY, false, false)))
                .when(new Contest(ID, OTHER, TODAY, true))
                .expectNoEvents();
    }

    @Test
    void nothing_came_of_the_second_complaint_and_the_head_says_it_has_effect() {
        var contested = new DecisionContested(ID, OTHER, LONG_AGO.plusDays(10));
        LocalDate on = LocalDate.of(2026, 11, 16);
        given(with(counted(decided(LONG_AGO, false, false)), contested))
                .when(new TakeEffect(ID, on, "Không thụ lý lần hai", HEAD))
                .expectEvents(new DecisionTookEffect(ID, on, text("Không thụ lý lần hai")));
        expectRefusal(
                given(counted(decided(TODAY, false, false))).when(new TakeEffect(ID, TODAY, "Sớm", HEAD)),
                Reason.INVALID_INPUT);
    }

    @Test
    void what_is_before_a_court_takes_no_effect_until_the_court_ends_it() {
        var sued = new ComplainantSued(ID, LONG_AGO, "TAND tỉnh", "12/2026/TLST-HC", null);
        given(counted(decided(LONG_AGO, false, false)))
                .when(new RecordSuit(ID, LONG_AGO, "TAND tỉnh", "12/2026/TLST-HC", null, CLERK))
                .expectEvents(sued);
        given(with(counted(decided(LONG_AGO, false, false)), sued)).when(look()).expectNoEvents();
        given(with(counted(decided(LONG_AGO, false, false)), sued))
                .when(new EndSuit(ID, CourtResult.REJECTED, TODAY, "3/2026/HC-ST", null, CLERK))
                .expectEvents(
                        new CourtEnded(ID, CourtResult.REJECTED, TODAY, "3/2026/HC-ST", null),
                        new DecisionTookEffect(ID, TODAY, null));
        given(with(counted(decided(LONG_AGO, false, false)), sued))
                .when(new EndSuit(ID, CourtResult.ANNULLED, TODAY, null, null, CLERK))
                .expectEvents(new CourtEnded(ID, CourtResult.ANNULLED, TODAY, null, null));
        expectRefusal(
                given(decided(TODAY, false, false))
                        .when(new EndSuit(ID, CourtResult.REJECTED, TODAY, null, null, CLERK)),
                Reason.NOT_IN_COURT);
    }

    @Test
    void a_complaint_that_a_court_has_accepted_is_not_settled_here_any_more() {
        given(received(), accepted())
                .when(new RecordSuit(ID, TODAY, "TAND tỉnh", null, TODAY, OFFICER))
                .expectEvents(
                        new ComplainantSued(ID, TODAY, "TAND tỉnh", null, TODAY),
                        new CaseEvent.PetitionClosed(ID, ClosingGround.IN_COURT, null, null));
        given(received(), accepted())
                .when(new RecordSuit(ID, TODAY, "TAND tỉnh", null, null, OFFICER))
                .expectEvents(new ComplainantSued(ID, TODAY, "TAND tỉnh", null, null));
    }

    @Test
    void what_is_to_be_carried_out_has_a_day_that_is_watched_until_it_is_reported_as_done() {
        LocalDate until = TODAY.plusDays(10);
        var ordered = new EnforcementOrdered(ID, 1, text("UBND xã"), text("Trả lại đất"), until, HEAD.id());
        var owed = enforce(TODAY, 10);
        given(inEffect())
                .when(new OrderEnforcement(ID, "UBND xã", "Trả lại đất", until, HEAD))
                .expectEvents(ordered, owed);
        given(with(inEffect(), ordered, owed))
                .when(new ReportEnforcement(ID, 1, EnforcementProgress.UNDER_WAY, TODAY, "Đang đo", OFFICER))
                .expectEvents(
                        new EnforcementReported(ID, 1, EnforcementProgress.UNDER_WAY, TODAY, text("Đang đo"), false));
        given(with(inEffect(), ordered, owed))
                .when(new ReportEnforcement(ID, 1, EnforcementProgress.DONE, TODAY, "Đã trả", OFFICER))
                .expectEvents(
                        new EnforcementReported(ID, 1, EnforcementProgress.DONE, TODAY, text("Đã trả"), true),
                        met(ConsequenceDesk.ENFORCE, NOW, false));
    }

    @Test
    void nothing_is_carried_out_before_the_decision_has_effect_nor_reported_twice() {
        expectRefusal(
                given(counted(decided(TODAY, false, false)))
                        .when(new OrderEnforcement(ID, "UBND xã", "Trả lại đất", TODAY, HEAD)),
                Reason.NOT_IN_EFFECT);
        expectRefusal(
                given(inEffect()).when(new ReportEnforcement(ID, 1, EnforcementProgress.DONE, TODAY, "Xong", OFFICER)),
                Reason.NO_SUCH_ORDER);
    }

    @Test
    void a_case_that_is_settled_anew_has_no_decision_to_carry_out() {
        var ordered =
                new EnforcementOrdered(ID, 1, text("UBND xã"), text("Trả lại đất"), TODAY.plusDays(10), HEAD.id());
        given(with(inEffect(), closed(ClosingGround.SETTLED), ordered, enforce(TODAY, 10)))
                .when(new CaseCommand.Reopen(ID, ReopenGround.VIOLATION_FOUND, "Sai thẩm quyền", HEAD))
                .expectState(petition -> {
                    assertThat(petition.consequences.state()).isEmpty();
                    assertThat(petition.deadlines.open(ConsequenceDesk.ENFORCE)).isEmpty();
                });
    }

    @Test
    void each_state_follows_from_what_happened() {
        assertThat(state(decided(TODAY, false, false))).isEqualTo(DecisionState.AWAITING_EFFECT);
        assertThat(state(inEffect())).isEqualTo(DecisionState.TO_BE_CARRIED_OUT);
        var ordered = new EnforcementOrdered(ID, 1, text("a"), text("b"), TODAY, HEAD.id());
        assertThat(state(with(inEffect(), ordered))).isEqualTo(DecisionState.BEING_CARRIED_OUT);
        var failed = new EnforcementReported(ID, 1, EnforcementProgress.NOT_DONE, TODAY, text("c"), false);
        assertThat(state(with(inEffect(), ordered, failed))).isEqualTo(DecisionState.NOT_CARRIED_OUT);
        var sued = new ComplainantSued(ID, TODAY, "TAND", null, TODAY);
        assertThat(state(with(inEffect(), sued))).isEqualTo(DecisionState.IN_COURT);
        assertThat(state(received(), sued, new CourtEnded(ID, CourtResult.STOPPED, TODAY, null, null)))
                .isEqualTo(DecisionState.LEFT_TO_COURT);
        assertThat(state(received())).isNull();
    }

    private static @Nullable DecisionState state(PetitionEvent... events) {
        Consequences told = Consequences.NONE;
        for (PetitionEvent event : events) told = told.after(event);
        return told.state().orElse(null);
    }

    private static PetitionEvent[] decided(LocalDate on, boolean remote, boolean second) {
        List<PetitionEvent> events = new ArrayList<>();
        events.add(received());
        if (second) events.add(new IntakeEvent.SecondRoundBegun(ID, OTHER, null, false, List.of()));
        events.add(new IntakeEvent.PetitionAccepted(ID, ACCEPTED_ON, false, remote, null));
        events.add(drafted(1));
        events.add(new RoundEvent.ResolutionIssued(ID, "45/QĐ-UBND", on, Conclusion.PARTLY_RIGHT));
        return array(events);
    }

    private static PetitionEvent[] counted(PetitionEvent... decided) {
        LocalDate on = ((RoundEvent.ResolutionIssued) decided[decided.length - 1]).issuedOn();
        return with(decided, counted("D21", "effective_1", on, 30));
    }

    private static PetitionEvent[] inEffect() {
        return with(
                counted(decided(LONG_AGO, false, false)), new DecisionTookEffect(ID, LocalDate.of(2026, 10, 15), null));
    }

    private static PetitionEvent[] with(PetitionEvent[] events, PetitionEvent... more) {
        List<PetitionEvent> all = new ArrayList<>(List.of(events));
        all.addAll(List.of(more));
        return array(all);
    }

    private static PetitionEvent[] array(List<PetitionEvent> events) {
        return events.toArray(PetitionEvent[]::new);
    }

    private static LookOn look() {
        return new LookOn(ID, RULES);
    }

    private static ConsequenceCounted counted(String row, String stage, LocalDate from, int days) {
        return counted(row, stage, from, days, true);
    }

    private static ConsequenceCounted counted(String row, String stage, LocalDate from, int days, boolean roll) {
        return new ConsequenceCounted(ID, FurtherTime.counted(row(row, stage, days, roll), from, CALENDAR));
    }

    private static DeadlineRule row(String row, String stage, int days, boolean roll) {
        return new DeadlineRule(row, "v", stage, Limit.calendarDays(days), roll, "LKN", "S", null);
    }

    private static DeadlineEvent.DeadlineSet enforce(LocalDate from, int days) {
        var counted = DueDate.count(CALENDAR, from, Limit.calendarDays(days), false);
        Instant due = counted.due();
        return new DeadlineEvent.DeadlineSet(
                ID,
                ConsequenceDesk.ENFORCE,
                Basis.ORDERED,
                from,
                Limit.calendarDays(days),
                false,
                due,
                "ordered",
                "ordered",
                CALENDAR.version(),
                "LKN Đ46",
                counted.explanation());
    }
}
