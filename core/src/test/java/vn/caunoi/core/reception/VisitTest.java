package vn.caunoi.core.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.VisitCommand.*;
import vn.caunoi.core.reception.VisitEvent.*;
import vn.caunoi.core.testing.MovableClock;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;

class VisitTest {

    private static final VisitId VISIT = new VisitId("3e3e1a52-1b1a-4c6a-9d0e-3f6f1f6f2a11");
    private static final UnitId WARD = new UnitId("A");
    private static final Actor CLERK = Actor.of("clerk1", "A", Role.CLERK);
    private static final Actor STRANGER = Actor.of("officer3", "B", Role.OFFICER);
    private static final Instant NINE = Instant.parse("2026-11-18T02:00:00Z");
    private static final CrowdRule CROWD = ReceptionRules.shipped().crowdOn(LocalDate.parse("2026-11-18"));
    private static final DeadlineRule D02 =
            new DeadlineRule("D02", "deadlines:1", "tell_visitor", Limit.workingDays(10), true, "LTCD Đ28", "M+", null);

    private static final LocalDate KEPT = LocalDate.parse("2031-11-18");

    private final MovableClock clock = MovableClock.at("2026-11-18T09:30:00+07:00");

    @Test
    void the_result_of_a_visit_is_due_after_ten_working_days_D02_and_every_day_is_explained() {
        List<Object> happened = new ArrayList<>();
        nothing()
                .when(record(heard(1, person(PersonRole.COMPLAINANT, null)), null))
                .expectEventsMatching(all(happened));
        assertThat(happened).hasSize(2).first().isInstanceOf(VisitRecorded.class);
        ResultDueSet due = (ResultDueSet) happened.get(1);
        assertThat(due.due()).isEqualTo(DueDate.endOf(LocalDate.parse("2026-12-03")));
        assertThat(due.explanation()).hasSize(16);
    }

    @Test
    void five_people_are_a_crowd_and_need_one_or_two_representatives() {
        Person one = person(PersonRole.REPRESENTATIVE, null);
        nothing()
                .when(record(heard(4, person(PersonRole.COMPLAINANT, null)), null))
                .expectSuccessfulHandlerExecution();
        refusedField(nothing().when(record(heard(5, person(PersonRole.COMPLAINANT, null)), null)), "no-representative");
        List<Object> happened = new ArrayList<>();
        nothing().when(record(heard(5, one, one), null)).expectEventsMatching(all(happened));
        assertThat(((VisitRecorded) happened.getFirst()).crowd()).isTrue();
        refusedField(nothing().when(record(heard(10, one, one, one), null)), "too-many-representatives");
        nothing().when(record(heard(11, one, one, one, one, one), null)).expectSuccessfulHandlerExecution();
        refusedField(nothing().when(record(heard(11, one, one, one, one, one, one), null)), "too-many-representatives");
    }

    @Test
    void a_visit_names_somebody_and_no_more_than_came_and_lies_not_in_the_future() {
        refusedField(nothing().when(record(heard(1), null)), "required");
        Person one = person(PersonRole.COMPLAINANT, null);
        refusedField(nothing().when(record(heard(1, one, one), null)), "too-small");
        clock.moveTo(java.time.OffsetDateTime.parse("2026-11-18T08:00:00+07:00").toInstant());
        refused(nothing().when(record(heard(1, one), null)), Reason.IN_THE_FUTURE);
    }

    @Test
    void a_call_back_is_promised_only_to_somebody_who_left_a_number() {
        Instant noon = Instant.parse("2026-11-18T05:00:00Z");
        refusedField(nothing().when(record(heard(1, person(PersonRole.COMPLAINANT, null)), noon)), "required");
        List<Object> happened = new ArrayList<>();
        nothing()
                .when(record(heard(1, person(PersonRole.COMPLAINANT, "0900000000")), noon))
                .expectEventsMatching(all(happened));
        assertThat(happened).last().isEqualTo(new CallBackPromised(VISIT, noon));
    }

    @Test
    void a_call_back_that_reached_nobody_is_still_owed() {
        CallBackPromised owed = new CallBackPromised(VISIT, NINE);
        CalledBack missed = new CalledBack(VISIT, false, text());
        given(owed).when(new CallBack(VISIT, false, text(), null, CLERK)).expectEvents(missed);
        given(owed, missed)
                .when(new CallBack(VISIT, true, text(), null, CLERK))
                .expectEvents(new CalledBack(VISIT, true, text()));
        refused(
                given(owed, new CalledBack(VISIT, true, text())).when(new CallBack(VISIT, true, text(), null, CLERK)),
                Reason.NOTHING_PROMISED);
    }

    @Test
    void a_visit_ends_once() {
        VisitAnswered answered = new VisitAnswered(VISIT, text());
        given().when(new AnswerVisit(VISIT, text(), CLERK)).expectEvents(answered);
        refused(given(answered).when(new AnswerVisit(VISIT, text(), CLERK)), Reason.VISIT_ENDED);
        refused(
                given(answered).when(new TurnAway(VISIT, TurnedAwayGround.DISORDERLY, text(), CLERK)),
                Reason.VISIT_ENDED);
        refused(given(answered).when(new TakeAsPetition(VISIT, new PetitionId("p"), "c", CLERK)), Reason.VISIT_ENDED);
        refused(given(answered).when(new TellResult(VISIT, Told.ANSWERED, text(), CLERK)), Reason.RESULT_ALREADY_TOLD);
    }

    @Test
    void a_promise_is_for_a_day_to_come_and_ends_when_it_is_kept_or_becomes_a_petition() {
        LocalDate friday = LocalDate.parse("2026-11-20");
        AnswerPromised promised = new AnswerPromised(VISIT, CLERK.id(), DueDate.endOf(friday), text());
        given().when(new PromiseAnswer(VISIT, friday, text(), CLERK)).expectEvents(promised);
        refusedField(given().when(new PromiseAnswer(VISIT, LocalDate.parse("2026-11-17"), text(), CLERK)), "too-early");
        given(promised)
                .when(new GivePromisedAnswer(VISIT, text(), CLERK))
                .expectEvents(new PromiseKept(VISIT, text(), true));
        given(promised)
                .when(new TakeAsPetition(VISIT, new PetitionId("p"), "c", CLERK))
                .expectEvents(new VisitBecamePetition(VISIT, new PetitionId("p"), "c"));
        clock.moveTo(java.time.OffsetDateTime.parse("2026-11-21T00:00:01+07:00").toInstant());
        given(promised)
                .when(new GivePromisedAnswer(VISIT, text(), CLERK))
                .expectEvents(new PromiseKept(VISIT, text(), false));
        refused(given().when(new GivePromisedAnswer(VISIT, text(), CLERK)), Reason.NOTHING_PROMISED);
    }

    @Test
    void nothing_is_promised_for_a_day_that_nobody_lives_to_see() {
        for (LocalDate day : List.of(LocalDate.of(2037, 1, 1), LocalDate.MAX))
            refusedField(given().when(new PromiseAnswer(VISIT, day, text(), CLERK)), "out-of-bounds");
    }

    @Test
    void the_result_is_told_once_it_is_known_and_whether_in_time() {
        refused(given().when(new TellResult(VISIT, Told.ACCEPTED, text(), CLERK)), Reason.VISIT_NOT_ENDED);
        VisitBecamePetition petition = new VisitBecamePetition(VISIT, new PetitionId("p"), "c");
        given(petition)
                .when(new TellResult(VISIT, Told.ACCEPTED, text(), CLERK))
                .expectEvents(new ResultTold(VISIT, Told.ACCEPTED, text(), true));
        clock.moveTo(java.time.OffsetDateTime.parse("2026-12-04T00:00:00+07:00").toInstant());
        given(petition)
                .when(new TellResult(VISIT, Told.ACCEPTED, text(), CLERK))
                .expectEvents(new ResultTold(VISIT, Told.ACCEPTED, text(), false));
    }

    @Test
    void papers_are_given_back_once() {
        given().when(new ReturnPapers(VISIT, Set.of(1), CLERK)).expectEvents(new PapersReturned(VISIT, Set.of(1)));
        refusedField(
                given(new PapersReturned(VISIT, Set.of(1))).when(new ReturnPapers(VISIT, Set.of(1), CLERK)), "unknown");
    }

    @Test
    void somebody_of_another_unit_may_do_nothing() {
        refused(given().when(new AnswerVisit(VISIT, text(), STRANGER)), Reason.NOT_ALLOWED);
        refused(given().when(new Remark(VISIT, text(), STRANGER)), Reason.NOT_ALLOWED);
        refused(given().when(new Remark(VISIT, text(), Actor.of("i", "A", Role.INSPECTOR))), Reason.NOT_ALLOWED);
    }

    @Test
    void a_call_that_reached_nobody_is_put_off_to_a_time_to_come_and_given_up_only_after_it() {
        CallBackPromised owed = new CallBackPromised(VISIT, NINE);
        CalledBack missed = new CalledBack(VISIT, false, text());
        Instant noon = Instant.parse("2026-11-18T05:00:00Z");
        CallBackPutOff putOff = new CallBackPutOff(VISIT, noon);
        given(owed).when(new CallBack(VISIT, false, text(), noon, CLERK)).expectEvents(missed, putOff);
        refusedField(given(owed).when(new CallBack(VISIT, false, text(), NINE, CLERK)), "too-early");
        refused(given(owed).when(new GiveUpCallBack(VISIT, text(), CLERK)), Reason.NOT_CALLED_YET);
        CallBackGivenUp givenUp = new CallBackGivenUp(VISIT, text());
        given(owed, missed, putOff)
                .when(new GiveUpCallBack(VISIT, text(), CLERK))
                .expectEvents(givenUp);
        refused(
                given(owed, missed, givenUp).when(new CallBack(VISIT, true, text(), null, CLERK)),
                Reason.NOTHING_PROMISED);
    }

    @Test
    void whoever_will_call_says_so_and_another_may_take_it_over() {
        CallBackPromised owed = new CallBackPromised(VISIT, NINE);
        CallBackTaken taken = new CallBackTaken(VISIT, CLERK.id());
        Actor other = Actor.of("clerk2", "A", Role.CLERK);
        given(owed).when(new TakeCallBack(VISIT, CLERK)).expectEvents(taken);
        given(owed, taken).when(new TakeCallBack(VISIT, CLERK)).expectNoEvents();
        given(owed, taken).when(new TakeCallBack(VISIT, other)).expectEvents(new CallBackTaken(VISIT, other.id()));
        refused(given().when(new TakeCallBack(VISIT, CLERK)), Reason.NOTHING_PROMISED);
        refused(given(owed).when(new TakeCallBack(VISIT, STRANGER)), Reason.NOT_ALLOWED);
    }

    @Test
    void a_mistake_is_corrected_and_the_result_is_due_from_the_right_day() {
        Heard right = heard("2026-11-17T02:00:00Z", null, person(PersonRole.COMPLAINANT, "0900000000"));
        List<Object> happened = new ArrayList<>();
        given().when(correct(right)).expectEventsMatching(all(happened));
        assertThat(happened).first().isEqualTo(new VisitCorrected(VISIT, right, false, text()));
        assertThat(((ResultDueSet) happened.getLast()).due()).isEqualTo(DueDate.endOf(LocalDate.parse("2026-12-02")));
        refused(given(new VisitCorrected(VISIT, right, false, text())).when(correct(right)), Reason.NOTHING_TO_CORRECT);
        refused(given().when(new CorrectVisit(VISIT, right, CROWD, D02, text(), STRANGER)), Reason.NOT_ALLOWED);
        refusedField(
                given(new CallBackPromised(VISIT, NINE)).when(correct(heard(2, person(PersonRole.COMPLAINANT, null)))),
                "required");
        refusedField(given().when(correct(heard(1))), "required");
    }

    @Test
    void what_was_told_of_a_denunciation_is_corrected_by_who_heard_it_only() {
        VisitCorrected sealed = new VisitCorrected(
                VISIT,
                heard("2026-11-18T02:00:00Z", Kind.DENUNCIATION, person(PersonRole.COMPLAINANT, null)),
                false,
                text());
        Heard right = heard("2026-11-18T02:00:00Z", Kind.FEEDBACK, person(PersonRole.COMPLAINANT, null));
        Actor other = Actor.of("clerk2", "A", Role.CLERK);
        refused(given(sealed).when(new CorrectVisit(VISIT, right, CROWD, D02, text(), other)), Reason.NOT_ALLOWED);
        given(sealed).when(correct(right)).expectEvents(new VisitCorrected(VISIT, right, false, text()));
    }

    @Test
    void data_is_erased_when_nothing_is_owed_and_the_visit_must_be_kept_no_more() {
        VisitAnswered answered = new VisitAnswered(VISIT, text());
        PersonId person = new PersonId("p");
        VisitDataErased erased = new VisitDataErased(VISIT, List.of(person), true, "theo đơn 12", KEPT);
        refused(given().when(erase(null, true, "theo đơn 12")), Reason.VISIT_NOT_ENDED);
        refused(
                given(new VisitBecamePetition(VISIT, new PetitionId("p"), "c")).when(erase(null, true, "theo đơn 12")),
                Reason.VISIT_STILL_OWED);
        refused(given(answered).when(erase(null, false, "theo đơn 12")), Reason.STILL_KEPT);
        refusedField(given(answered).when(erase(null, true, "do Nguyễn Văn An xin")), "names-a-person");
        refused(given(answered).when(new EraseVisitData(VISIT, null, "r", true, KEPT, CLERK)), Reason.NOT_ALLOWED);
        given(answered).when(erase(null, true, "theo đơn 12")).expectEvents(erased);
        given(answered).when(erase(person, true, "theo đơn 12")).expectEvents(erased);
        refused(given(answered).when(erase(new PersonId("q"), true, "r")), Reason.NO_SUCH_PERSON);
        clock.moveTo(java.time.OffsetDateTime.parse("2031-11-19T08:00:00+07:00").toInstant());
        given(answered).when(erase(null, false, "theo đơn 12")).expectEvents(erased);
        assertThat(erased.erasedKeys()).containsExactly(KeyId.person("p"), VISIT.key());
        refused(given(answered, erased).when(new Remark(VISIT, text(), CLERK)), Reason.DATA_ERASED);
        refused(given(answered, erased).when(correct(heard(2))), Reason.DATA_ERASED);
        refused(given(answered, erased).when(erase(null, true, "r")), Reason.DATA_ERASED);
    }

    @Test
    void a_visit_about_the_same_thing_is_joined_once_and_parted_when_it_was_another() {
        VisitId before = new VisitId("before");
        VisitJoined joined = new VisitJoined(VISIT, before);
        given().when(new JoinVisit(VISIT, before, CLERK)).expectEvents(joined);
        refused(given(joined).when(new JoinVisit(VISIT, before, CLERK)), Reason.ALREADY_LINKED);
        refused(given().when(new JoinVisit(VISIT, VISIT, CLERK)), Reason.CANNOT_LINK_TO_ITSELF);
        given(joined).when(new PartVisit(VISIT, CLERK)).expectEvents(new VisitParted(VISIT, before));
        refused(given().when(new PartVisit(VISIT, CLERK)), Reason.NOTHING_TO_CORRECT);
        refused(given().when(new JoinVisit(VISIT, before, STRANGER)), Reason.NOT_ALLOWED);
    }

    private static EraseVisitData erase(@Nullable PersonId person, boolean early, String reason) {
        return new EraseVisitData(VISIT, person, reason, early, KEPT, Actor.of("admin1", "A", Role.ADMIN));
    }

    private static CorrectVisit correct(Heard heard) {
        return new CorrectVisit(VISIT, heard, CROWD, D02, text(), CLERK);
    }

    private static Heard heard(String occurred, @Nullable Kind matter, Person one) {
        return new Heard(
                Way.HOTLINE,
                Instant.parse(occurred),
                IdentityCheck.CARD_SEEN,
                List.of(one),
                1,
                matter,
                text(),
                text(),
                null,
                List.of(new Paper(1, text(), Paper.Form.ORIGINAL)),
                false);
    }

    private AggregateTestFixture<Visit> fixture() {
        AggregateTestFixture<Visit> fixture = new AggregateTestFixture<>(Visit.class);
        fixture.registerInjectableResource(clock);
        fixture.registerInjectableResource(WorkingCalendar.vietnam());
        return fixture;
    }

    private TestExecutor<Visit> nothing() {
        return fixture().givenNoPriorActivity();
    }

    private TestExecutor<Visit> given(VisitEvent... more) {
        List<Object> past = new ArrayList<>();
        past.add(new VisitRecorded(
                VISIT, WARD, heard(1, person(PersonRole.COMPLAINANT, null)), false, CLERK.id(), null));
        past.add(new ResultDueSet(
                VISIT,
                LocalDate.parse("2026-11-18"),
                Limit.workingDays(10),
                true,
                DueDate.endOf(LocalDate.parse("2026-12-03")),
                "D02",
                "v",
                "c",
                "LTCD Đ28",
                "M+",
                List.of()));
        past.addAll(List.of(more));
        return fixture().given(past);
    }

    private static RecordVisit record(Heard heard, @Nullable Instant callBack) {
        return new RecordVisit(VISIT, WARD, heard, CROWD, callBack, D02, null, CLERK);
    }

    private static Heard heard(int people, Person... visitors) {
        return new Heard(
                Way.ROOM,
                NINE,
                IdentityCheck.CARD_SEEN,
                List.of(visitors),
                people,
                null,
                text(),
                text(),
                null,
                List.of(new Paper(1, text(), Paper.Form.ORIGINAL)),
                false);
    }

    private static Person person(PersonRole role, @Nullable String phone) {
        KeyId key = KeyId.person("p");
        Sealed number = phone == null ? null : Sealed.of(key, phone);
        return new Person(new PersonId("p"), role, Sealed.of(key, "Nguyễn Văn An"), null, null, number, null);
    }

    private static Sealed text() {
        return Sealed.of(VISIT.key(), "words");
    }

    private static org.hamcrest.Matcher<List<org.axonframework.eventhandling.EventMessage<?>>> all(List<Object> into) {
        return Matchers.predicate(messages -> {
            messages.forEach(message -> into.add(message.getPayload()));
            return true;
        });
    }

    private static void refused(ResultValidator<Visit> result, Reason reason) {
        result.expectNoEvents().expectException(Matchers.predicate(thrown -> {
            assertThat(((Refusal) thrown).reason()).isEqualTo(reason);
            return true;
        }));
    }

    private static void refusedField(ResultValidator<Visit> result, String code) {
        result.expectNoEvents().expectException(Matchers.predicate(thrown -> {
            assertThat(((Refusal) thrown).violations())
                    .extracting(Refusal.Violation::code)
                    .contains(code);
            return true;
        }));
    }
}
