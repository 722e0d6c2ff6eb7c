package vn.caunoi.core.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.conference.ConferenceCommand.*;
import vn.caunoi.core.conference.ConferenceEvent.*;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.ReceptionRule;
import vn.caunoi.core.reception.ReceptionRules;
import vn.caunoi.core.testing.MovableClock;
import vn.caunoi.core.vault.Sealed;

class ConferenceTest {

    private static final ConferenceId ID = new ConferenceId("5e3e1a52-1b1a-4c6a-9d0e-3f6f1f6f2a11");
    private static final Actor CLERK = Actor.of("clerk1", "A", Role.CLERK);
    private static final OfficerId CHAIR = new OfficerId("head1");
    private static final LocalDate DAY = LocalDate.parse("2026-11-18");
    private static final ReceptionRule D50 = rule("notice");
    private static final ReceptionRule D51 = rule("result");

    private final MovableClock clock = MovableClock.at("2026-11-18T09:30:00+07:00");

    @Test
    void a_notice_seven_days_before_is_in_time_and_a_later_one_is_recorded_as_late_D50() {
        LocalDate seven = LocalDate.parse("2026-11-11");
        given().when(new Announce(ID, seven, "nhà văn hóa", D50, CLERK))
                .expectEvents(new ConferenceAnnounced(ID, seven, "nhà văn hóa", true, "D50"));
        LocalDate six = LocalDate.parse("2026-11-12");
        given().when(new Announce(ID, six, "nhà văn hóa", D50, CLERK))
                .expectEvents(new ConferenceAnnounced(ID, six, "nhà văn hóa", false, "D50"));
        refused(given().when(new Announce(ID, DAY.plusDays(1), "x", D50, CLERK)), Reason.IN_THE_FUTURE);
    }

    @Test
    void the_result_is_due_ten_days_after_and_a_day_off_rolls_D51() {
        List<Object> happened = new ArrayList<>();
        given().when(hold(60)).expectEventsMatching(all(happened));
        ConferenceResultDueSet due = (ConferenceResultDueSet) happened.get(1);
        assertThat(due.due()).isEqualTo(DueDate.endOf(LocalDate.parse("2026-11-30")));
        assertThat(due.rule()).isEqualTo("D51");
        assertThat(due.explanation()).isNotEmpty();
    }

    @Test
    void nothing_is_held_before_its_day_twice_or_without_people() {
        clock.moveTo(OffsetDateTime.parse("2026-11-17T09:00:00+07:00").toInstant());
        refused(given().when(hold(60)), Reason.IN_THE_FUTURE);
        clock.moveTo(OffsetDateTime.parse("2026-11-18T09:00:00+07:00").toInstant());
        refused(given().when(hold(0)), Reason.INVALID_INPUT);
        refused(given(held(), due()).when(hold(60)), Reason.CONFERENCE_OVER);
        refused(given(held(), due()).when(new CancelConference(ID, "x", CLERK)), Reason.CONFERENCE_OVER);
    }

    @Test
    void matters_are_numbered_and_each_becomes_one_petition() {
        MatterRaised first = new MatterRaised(ID, 1, null, text(), null);
        given(held(), due(), first)
                .when(new RaiseMatter(ID, text(), text(), text(), CLERK))
                .expectEvents(new MatterRaised(ID, 2, text(), text(), text()));
        PetitionId petition = new PetitionId("p");
        MatterBecamePetition taken = new MatterBecamePetition(ID, 1, petition, "c");
        given(held(), due(), first)
                .when(new TakeMatterAsPetition(ID, 1, petition, "c", CLERK))
                .expectEvents(taken);
        refused(
                given(held(), due(), first, taken).when(new TakeMatterAsPetition(ID, 1, petition, "c", CLERK)),
                Reason.INVALID_INPUT);
        refused(given().when(new RaiseMatter(ID, null, text(), null, CLERK)), Reason.CONFERENCE_NOT_HELD);
    }

    @Test
    void the_result_is_published_once_and_whether_in_time() {
        clock.moveTo(OffsetDateTime.parse("2026-12-01T09:00:00+07:00").toInstant());
        LocalDate late = LocalDate.parse("2026-12-01");
        LocalDate last = LocalDate.parse("2026-11-30");
        given(held(), due())
                .when(new PublishResult(ID, last, "cổng", "kết quả", CLERK))
                .expectEvents(new ConferenceResultPublished(ID, last, "cổng", "kết quả", true));
        given(held(), due())
                .when(new PublishResult(ID, late, "cổng", "kết quả", CLERK))
                .expectEvents(new ConferenceResultPublished(ID, late, "cổng", "kết quả", false));
        refused(
                given(held(), due(), new ConferenceResultPublished(ID, last, "cổng", "x", true))
                        .when(new PublishResult(ID, last, "cổng", "x", CLERK)),
                Reason.ALREADY_PUBLISHED);
        refused(
                given(held(), due()).when(new PublishResult(ID, DAY.minusDays(1), "cổng", "x", CLERK)),
                Reason.INVALID_INPUT);
        refused(given().when(new PublishResult(ID, last, "cổng", "x", CLERK)), Reason.CONFERENCE_NOT_HELD);
    }

    @Test
    void it_can_be_moved_until_it_is_held() {
        LocalDate later = DAY.plusDays(9);
        given().when(new MoveConference(ID, later, "bão", CLERK)).expectEvents(new ConferenceMoved(ID, later, "bão"));
        refused(given().when(new MoveConference(ID, DAY, "x", CLERK)), Reason.NOTHING_TO_CORRECT);
        refused(given().when(new MoveConference(ID, later, "x", Actor.of("o", "B", Role.HEAD))), Reason.NOT_ALLOWED);
    }

    private TestExecutor<Conference> given(ConferenceEvent... more) {
        AggregateTestFixture<Conference> fixture = new AggregateTestFixture<>(Conference.class);
        fixture.registerInjectableResource(clock);
        fixture.registerInjectableResource(WorkingCalendar.vietnam());
        List<Object> past = new ArrayList<>();
        past.add(new ConferencePlanned(
                ID, new UnitId("A"), "Đất đai", Occasion.YEARLY, DAY, LocalTime.of(8, 0), "Hội trường", false));
        past.addAll(List.of(more));
        return fixture.given(past);
    }

    private static HoldConference hold(int participants) {
        return new HoldConference(ID, CHAIR, participants, "Mặt trận", text(), D51, CLERK);
    }

    private static ConferenceHeld held() {
        return new ConferenceHeld(ID, CHAIR, 60, "Mặt trận", text());
    }

    private static ConferenceResultDueSet due() {
        return new ConferenceResultDueSet(
                ID,
                DAY,
                Limit.calendarDays(10),
                DueDate.endOf(LocalDate.parse("2026-11-30")),
                "D51",
                "c",
                "law",
                "S",
                List.of());
    }

    private static ReceptionRule rule(String what) {
        return ReceptionRules.shipped().require(what, "COMMUNE", DAY);
    }

    private static Sealed text() {
        return Sealed.of(ID.key(), "words");
    }

    private static org.hamcrest.Matcher<List<org.axonframework.eventhandling.EventMessage<?>>> all(List<Object> into) {
        return Matchers.predicate(messages -> {
            messages.forEach(message -> into.add(message.getPayload()));
            return true;
        });
    }

    private static void refused(ResultValidator<Conference> result, Reason reason) {
        result.expectNoEvents().expectException(Matchers.predicate(thrown -> {
            assertThat(((Refusal) thrown).reason()).isEqualTo(reason);
            return true;
        }));
    }
}
