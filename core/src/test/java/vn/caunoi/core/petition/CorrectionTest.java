package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.petition.CaseCommand.Correct;
import vn.caunoi.core.petition.CaseEvent.*;
import vn.caunoi.core.petition.DeadlineEvent.*;

class CorrectionTest {

    private static final Instant DAY_EARLIER = Instant.parse("2026-11-01T02:00:00Z");
    private static final PetitionEvent[] ACCEPTED = {received(), classified(), accepted()};

    @Test
    void a_correction_shows_old_and_new_of_what_changes_and_no_more() {
        var to = new Correction(text("Đất đai"), null, "land", null, null, null, null, null, null, null);
        given(received())
                .when(new Correct(ID, to, "Nghe nhầm", CLERK))
                .expectEvents(new PetitionCorrected(ID, subject("Thu hồi đất"), subject("Đất đai"), text("Nghe nhầm")));
    }

    @Test
    void a_correction_that_changes_nothing_is_refused() {
        expectRefusal(given(received()).when(correct(subject("Thu hồi đất"))), Reason.NOTHING_TO_CORRECT);
    }

    @Test
    void a_correction_needs_a_reason() {
        expectRefusal(given(received()).when(new Correct(ID, subject("x"), "  ", CLERK)), Reason.INVALID_INPUT);
    }

    @Test
    void a_subject_is_not_corrected_to_nothing() {
        expectRefusal(given(received()).when(correct(subject(" "))), Reason.INVALID_INPUT);
    }

    @Test
    void only_people_of_the_unit_correct() {
        expectRefusal(given(received()).when(new Correct(ID, subject("x"), "r", STRANGER)), Reason.NOT_ALLOWED);
        expectRefusal(given(received()).when(new Correct(ID, subject("x"), "r", ADMIN)), Reason.NOT_ALLOWED);
    }

    @Test
    void nothing_is_corrected_in_a_closed_case() {
        expectRefusal(
                given(received(), closed(ClosingGround.STORED)).when(correct(subject("x"))), Reason.ALREADY_CLOSED);
    }

    @Test
    void persons_are_corrected_one_by_one() {
        given(received())
                .when(correct(people(person("Nguyễn Thị Lân"))))
                .expectEvents(new PetitionCorrected(
                        ID, people(person("Nguyễn Thị Lan")), people(person("Nguyễn Thị Lân")), text("r")));
        var unknown = new Person(new PersonId("another"), PersonRole.PROXY, text("x"), null, null, null, null);
        expectRefusal(given(received()).when(correct(people(unknown))), Reason.NO_SUCH_PERSON);
    }

    @Test
    void points_that_stand_are_corrected_one_by_one() {
        var point = new Point(2, text("Bồi thường 10 triệu"));
        given(received())
                .when(correct(points(point)))
                .expectEvents(
                        new PetitionCorrected(ID, points(new Point(2, text("Bồi thường"))), points(point), text("r")))
                .expectState(petition -> assertThat(petition.dossier.points())
                        .containsExactly(new Point(1, text("Hủy quyết định")), point));
        var withdrawn = new PointsWithdrawn(ID, List.of(2), null, text("r"));
        expectRefusal(given(received(), withdrawn).when(correct(points(point))), Reason.NO_SUCH_POINT);
        expectRefusal(given(received()).when(correct(points(new Point(3, text("x"))))), Reason.NO_SUCH_POINT);
    }

    @Test
    void a_corrected_day_of_receipt_moves_the_open_deadlines_counted_from_it_and_the_tasks() {
        var counted = DueDate.count(CALENDAR, LocalDate.of(2026, 11, 1), rule("process", 20));
        var task = opened("classify", null, due(2026, 11, 23));
        given(received(), set("process", Basis.RECEIVED, RECEIVED_ON, 20), task)
                .when(correct(receivedAt(DAY_EARLIER)))
                .expectEvents(
                        new PetitionCorrected(ID, receivedAt(RECEIVED_AT), receivedAt(DAY_EARLIER), text("r")),
                        new DeadlineRecalculated(
                                ID,
                                "process",
                                LocalDate.of(2026, 11, 1),
                                due(2026, 11, 23),
                                counted.due(),
                                "D-process",
                                "deadlines-1",
                                CALENDAR.version(),
                                "corrected",
                                counted.explanation(),
                                text("r")));
    }

    @Test
    void a_deadline_of_another_register_is_not_counted_again() {
        var imported = new DeadlineSet(
                ID,
                "process",
                Basis.RECEIVED,
                RECEIVED_ON,
                null,
                false,
                due(2026, 11, 20),
                "imported",
                "imported",
                "imported",
                "log",
                List.of());
        expect(given(received(), imported).when(correct(receivedAt(DAY_EARLIER))), PetitionCorrected.class);
    }

    @Test
    void a_corrected_day_of_acceptance_moves_the_settlement_and_may_heal_a_late_acceptance() {
        var acceptance = set("accept_1", Basis.RECEIVED, RECEIVED_ON, 5);
        given(then(
                        ACCEPTED,
                        acceptance,
                        met("accept_1", due(2026, 11, 9), true),
                        set("settle_1", Basis.ACCEPTED, ACCEPTED_ON, 30)))
                .when(correct(acceptedOn(LocalDate.of(2026, 11, 6))))
                .expectState(petition -> {
                    assertThat(petition.deadlines.open("settle_1").orElseThrow().due())
                            .isEqualTo(due(2026, 12, 7));
                    assertThat(petition.deadlines.met().get("accept_1").late()).isFalse();
                    assertThat(petition.standing.day(Milestone.ACCEPTED)).contains(LocalDate.of(2026, 11, 6));
                });
    }

    @Test
    void a_corrected_day_of_acceptance_tells_anew_whether_the_settlement_was_late() {
        var settlement = set("settle_1", Basis.ACCEPTED, ACCEPTED_ON, 5);
        given(then(ACCEPTED, settlement, issued(), met("settle_1", due(2026, 11, 16), false)))
                .when(correct(acceptedOn(LocalDate.of(2026, 11, 4))))
                .expectState(petition -> {
                    var settled = petition.deadlines.met().get("settle_1");
                    assertThat(settled.deadline().due()).isEqualTo(due(2026, 11, 9));
                    assertThat(settled.on()).isEqualTo(due(2026, 11, 16));
                    assertThat(settled.late()).isTrue();
                });
    }

    @Test
    void a_deadline_that_falls_on_the_same_day_again_is_not_missed_twice() {
        var monday = set("process", Basis.RECEIVED, RECEIVED_ON, 14);
        given(received(), monday, new DeadlineMissed(ID, "process", monday.due()))
                .when(correct(receivedAt(DAY_EARLIER)))
                .expectState(petition -> {
                    var open = petition.deadlines.open("process").orElseThrow();
                    assertThat(open.due()).isEqualTo(due(2026, 11, 16));
                    assertThat(open.missed()).isTrue();
                });
    }

    @Test
    void an_extension_stays_when_the_deadline_is_counted_again() {
        var settle = set("settle_1", Basis.ACCEPTED, ACCEPTED_ON, 30);
        var rule = rule("settle_1", 30);
        var extended = DueDate.extended(
                CALENDAR,
                DueDate.count(CALENDAR, ACCEPTED_ON, rule),
                vn.caunoi.core.deadline.Limit.calendarDays(15),
                true);
        var event = new DeadlineExtended(
                ID,
                "settle_1",
                vn.caunoi.core.deadline.Limit.calendarDays(15),
                settle.due(),
                extended.due(),
                text("r"),
                extended.explanation());
        given(then(ACCEPTED, settle, event))
                .when(correct(acceptedOn(LocalDate.of(2026, 11, 6))))
                .expectState(petition -> assertThat(petition.deadlines
                                .open("settle_1")
                                .orElseThrow()
                                .due())
                        .isEqualTo(due(2026, 12, 22)));
    }

    @Test
    void a_deadline_that_began_anew_at_a_reopening_is_not_counted_from_the_corrected_day() {
        expect(
                given(then(ACCEPTED, set("settle_1", Basis.ACCEPTED, TODAY, 30)))
                        .when(correct(acceptedOn(LocalDate.of(2026, 11, 6)))),
                PetitionCorrected.class);
    }

    @Test
    void corrected_days_stay_between_receipt_and_today() {
        expectRefusal(given(received()).when(correct(receivedAt(NOW.plusSeconds(1)))), Reason.IN_THE_FUTURE);
        expectRefusal(given(ACCEPTED).when(correct(acceptedOn(TODAY.plusDays(1)))), Reason.IN_THE_FUTURE);
        expectRefusal(given(ACCEPTED).when(correct(acceptedOn(RECEIVED_ON.minusDays(1)))), Reason.BEFORE_RECEIPT);
        expectRefusal(given(ACCEPTED).when(correct(receivedAt(NOW))), Reason.BEFORE_RECEIPT);
        expectRefusal(given(received()).when(correct(acceptedOn(TODAY))), Reason.NOT_ACCEPTED_YET);
    }

    private static Correct correct(Correction to) {
        return new Correct(ID, to, "r", CLERK);
    }

    private static Correction subject(String subject) {
        return new Correction(text(subject), null, null, null, null, null, null, null, null, null);
    }

    private static Correction receivedAt(@Nullable Instant at) {
        return new Correction(null, null, null, null, at, null, null, null, null, null);
    }

    private static Correction acceptedOn(LocalDate on) {
        return new Correction(null, null, null, null, null, on, null, null, null, null);
    }

    private static Correction points(Point... points) {
        return new Correction(null, null, null, null, null, null, null, null, List.of(points), null);
    }

    private static Correction people(Person... people) {
        return new Correction(null, null, null, null, null, null, null, null, null, List.of(people));
    }
}
