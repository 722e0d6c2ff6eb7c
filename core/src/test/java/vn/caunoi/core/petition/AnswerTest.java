package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.AnswerEvent.*;
import vn.caunoi.core.petition.CaseCommand.*;
import vn.caunoi.core.petition.CaseEvent.*;
import vn.caunoi.core.petition.DeadlineEvent.*;
import vn.caunoi.core.petition.IntakeEvent.*;
import vn.caunoi.core.petition.TaskEvent.*;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;

/** Proposals and feedback are taken on, answered, published without who asked, and answered anew when it did not suit. */
class AnswerTest {

    private static final LocalDate LATE = LocalDate.of(2026, 11, 10);
    private static final DeadlineSet LIMIT = set("answer", Basis.RECEIVED, RECEIVED_ON, 5);
    private static final DeadlineMissed MISSED = new DeadlineMissed(ID, "answer", LIMIT.due());
    private static final PetitionEvent[] CLASSIFIED = {received(Kind.FEEDBACK), classified(Kind.FEEDBACK)};
    private static final PetitionEvent[] TAKEN_ON = then(CLASSIFIED, accepted(), assigned());
    private static final PetitionEvent[] DRAFTED =
            then(TAKEN_ON, new AnswerDrafted(ID, 1, text("Đã sửa"), OFFICER.id()));
    private static final PetitionEvent[] APPROVED = then(DRAFTED, new AnswerApproved(ID, 1, HEAD.id()));
    private static final PetitionEvent[] ANSWERED = then(APPROVED, new AnswerSent(ID, TODAY, "15/UBND"));

    @Test
    void it_is_taken_on_by_being_given_to_an_officer() {
        given(then(CLASSIFIED, open("assign-answer", Role.HEAD)))
                .when(complete("assign-answer", "assigned", HEAD, "officer", "officer1"))
                .expectEvents(
                        claimed("assign-answer", HEAD),
                        new PetitionAccepted(ID, TODAY, false, false, null),
                        assigned(),
                        completed("assign-answer", "assigned", HEAD, data("officer", "officer1")));
    }

    @Test
    void it_is_taken_on_once_though_another_officer_answers_it() {
        expect(
                given(then(TAKEN_ON, open("assign-answer", Role.HEAD)))
                        .when(complete("assign-answer", "assigned", HEAD, "officer", "officer2")),
                TaskClaimed.class,
                PetitionAssigned.class,
                TaskCompleted.class);
    }

    @Test
    void another_unit_takes_it_on_never_the_same() {
        given(then(CLASSIFIED, open("assign-answer", Role.HEAD)))
                .when(complete("assign-answer", "to-unit", HEAD, "unit", "B", "reason", "Địa bàn B"))
                .expectEvents(
                        claimed("assign-answer", HEAD),
                        new PetitionAssigned(ID, WARD_B, null, text("Địa bàn B")),
                        new TaskReassigned(ID, new TaskId("assign-answer"), WARD_B, null, HEAD.id(), null),
                        completed("assign-answer", "to-unit", HEAD, data("unit", "B", "reason", "Địa bàn B")));
        expectRefusal(
                given(then(CLASSIFIED, open("assign-answer", Role.HEAD)))
                        .when(complete("assign-answer", "to-unit", HEAD, "unit", "A", "reason", "Không rõ")),
                Reason.INVALID_INPUT);
    }

    @Test
    void a_complaint_is_not_settled_by_an_answer() {
        expectRefusal(
                given(received(), classified(), open("assign-answer", Role.HEAD))
                        .when(complete("assign-answer", "assigned", HEAD, "officer", "officer1")),
                Reason.NOT_FOR_THIS_KIND);
    }

    @Test
    void what_was_taken_on_may_still_be_passed_on_until_it_is_answered() {
        var transfer = complete("assign-answer", "transfer", HEAD, "to", "Sở Xây dựng", "reason", "Thuộc Sở");
        expect(
                given(then(TAKEN_ON, open("assign-answer", Role.HEAD))).when(transfer),
                TaskClaimed.class,
                PetitionTransferred.class,
                TaskCompleted.class);
        expectRefusal(given(then(ANSWERED, open("assign-answer", Role.HEAD))).when(transfer), Reason.ALREADY_ANSWERED);
    }

    @Test
    void the_head_approves_what_was_drafted_or_returns_it() {
        var approve = complete("approve-answer", "approve", HEAD);
        given(then(DRAFTED, open("approve-answer", Role.HEAD)))
                .when(approve)
                .expectEvents(
                        claimed("approve-answer", HEAD),
                        new AnswerApproved(ID, 1, HEAD.id()),
                        completed("approve-answer", "approve", HEAD, data()));
        expectRefusal(given(then(TAKEN_ON, open("approve-answer", Role.HEAD))).when(approve), Reason.NOT_DRAFTED_YET);
        given(then(DRAFTED, open("approve-answer", Role.HEAD)))
                .when(complete("approve-answer", "return", HEAD, "reasons", "Nêu rõ ngày"))
                .expectEvents(
                        claimed("approve-answer", HEAD),
                        new AnswerReturned(ID, 1, text("Nêu rõ ngày"), HEAD.id()),
                        completed("approve-answer", "return", HEAD, data("reasons", "Nêu rõ ngày")));
        expectRefusal(
                given(then(DRAFTED, open("approve-answer", Role.OFFICER)))
                        .when(complete("approve-answer", "approve", OFFICER)),
                Reason.NOT_ALLOWED);
    }

    @Test
    void only_an_approved_answer_is_sent_and_meets_its_limit_on_the_day_it_was_sent() {
        var send = complete("send-answer", "sent", CLERK, "sentOn", TODAY.toString());
        expectRefusal(given(then(DRAFTED, open("send-answer", Role.CLERK))).when(send), Reason.NOT_APPROVED_YET);
        given(then(APPROVED, LIMIT, open("send-answer", Role.CLERK)))
                .when(send)
                .expectEvents(
                        claimed("send-answer", CLERK),
                        new AnswerSent(ID, TODAY, null),
                        met("answer", LegalMoment.on(TODAY, NOW), true),
                        completed("send-answer", "sent", CLERK, data("sentOn", TODAY.toString())));
    }

    @Test
    void question_and_answer_are_published() {
        given(then(ANSWERED, open("publish-answer", Role.OFFICER)))
                .when(publish("Đèn hỏng", "Đã thay đèn"))
                .expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Theo đơn của bà Nguyễn Thị Lan",
                "Bà NGUYEN  THI LAN ở thôn 3",
                "Gọi 0912.345.678 để biết thêm",
                "Số căn cước 000123456789",
                "Gửi về Số 5 đường Trần Phú"
            })
    void nothing_that_names_or_reaches_who_asked_is_published(String answer) {
        PetitionEvent[] known = ANSWERED.clone();
        known[0] = receivedFrom(lan());
        expectRefusal(
                given(then(known, open("publish-answer", Role.OFFICER))).when(publish("Đèn hỏng", answer)),
                Reason.INVALID_INPUT);
        expectRefusal(
                given(then(known, open("publish-answer", Role.OFFICER))).when(publish(answer, "Đã thay")),
                Reason.INVALID_INPUT);
    }

    @Test
    void an_answer_is_published_outside_of_its_task_too_also_of_a_closed_case_and_once() {
        PetitionEvent[] closed = then(ANSWERED, closed(ClosingGround.ANSWERED));
        closed[0] = receivedFrom(lan());
        var anew = new PublishAnswer(ID, TODAY, "WEBSITE", null, "Đèn hỏng", "Đã thay đèn", OFFICER);
        var published = new AnswerPublished(ID, TODAY, "WEBSITE", null, text("Đèn hỏng"), text("Đã thay đèn"));
        given(closed).when(anew).expectEvents(published);
        expectRefusal(given(then(closed, published)).when(anew), Reason.ANSWER_ALREADY_PUBLISHED);
        expectRefusal(given(APPROVED).when(anew), Reason.NOT_ANSWERED_YET);
        expectRefusal(
                given(closed).when(new PublishAnswer(ID, TODAY.plusDays(1), "WEBSITE", null, "a", "b", OFFICER)),
                Reason.IN_THE_FUTURE);
        expectRefusal(
                given(closed)
                        .when(new PublishAnswer(ID, TODAY, "WEBSITE", null, "Bà Nguyễn Thị Lan hỏi", "b", OFFICER)),
                Reason.INVALID_INPUT);
        expectRefusal(
                given(closed).when(new PublishAnswer(ID, TODAY, "WEBSITE", null, "a", "b", CLERK)), Reason.NOT_ALLOWED);
    }

    @Test
    void the_head_takes_a_published_answer_back_and_it_may_be_published_anew() {
        var published = new AnswerPublished(ID, TODAY, "WEBSITE", null, text("Đèn hỏng"), text("Đã thay đèn"));
        var back = new UnpublishAnswer(ID, "Nêu nhầm địa điểm", HEAD);
        var unpublished = new AnswerUnpublished(ID, text("Nêu nhầm địa điểm"), HEAD.id());
        given(then(ANSWERED, published)).when(back).expectEvents(unpublished);
        expectRefusal(given(ANSWERED).when(back), Reason.ANSWER_NOT_PUBLISHED);
        expectRefusal(
                given(then(ANSWERED, published)).when(new UnpublishAnswer(ID, "Nhầm", OFFICER)), Reason.NOT_ALLOWED);
        given(then(ANSWERED, published, unpublished))
                .when(new PublishAnswer(ID, TODAY, "WEBSITE", null, "Đèn hỏng", "Đã thay đèn", OFFICER))
                .expectEvents(published);
    }

    @Test
    void d43_news_is_owed_after_the_limit_that_passed_then_after_the_last_news() {
        DeadlineRule d43 =
                new DeadlineRule("D43", "deadlines-1", "progress", Limit.workingDays(7), true, "QĐ 574", "S", null);
        var order = new DeadlineCommand.SetDeadline(ID, "progress", Basis.OVERDUE, d43);
        LocalDate passed = DueDate.dayOf(LIMIT.due());
        given(then(TAKEN_ON, LIMIT)).when(order).expectNoEvents();
        given(then(TAKEN_ON, LIMIT, MISSED)).when(order).expectEvents(set(d43, Basis.OVERDUE, passed));
        assertThat(set(d43, Basis.OVERDUE, LocalDate.of(2026, 11, 17)).due()).isEqualTo(due(2026, 11, 27));
        var told = new ProgressReported(ID, text("Đang chờ vật tư"), TODAY, OFFICER.id());
        given(then(TAKEN_ON, LIMIT, MISSED, told)).when(order).expectEvents(set(d43, Basis.OVERDUE, TODAY));
        var owed = set("progress", Basis.OVERDUE, passed, 3);
        var silent = new DeadlineMissed(ID, "progress", owed.due());
        given(then(TAKEN_ON, LIMIT, MISSED, owed, silent))
                .when(order)
                .expectEvents(set(d43, Basis.OVERDUE, DueDate.dayOf(owed.due())));
        given(then(ANSWERED, LIMIT, MISSED)).when(order).expectNoEvents();
    }

    @Test
    void news_meets_its_limit() {
        var owed = set("progress", Basis.OVERDUE, LATE, 20);
        var news = complete(
                "report-progress", "reported", OFFICER, "progress", "Chờ vật tư", "expectedOn", TODAY.toString());
        given(then(TAKEN_ON, LIMIT, MISSED, owed, open("report-progress", Role.OFFICER)))
                .when(news)
                .expectEvents(
                        claimed("report-progress", OFFICER),
                        new ProgressReported(ID, text("Chờ vật tư"), TODAY, OFFICER.id()),
                        met("progress", NOW, false),
                        completed("report-progress", "reported", OFFICER, news.data()));
    }

    @Test
    void the_citizen_returns_an_answer_once_and_the_limit_runs_anew() {
        var undone = EnumSet.of(Milestone.DRAFTED, Milestone.APPROVED, Milestone.ANSWERED);
        var unsuitable = new AnswerUnsuitable(ID, true, undone, text("Chưa đúng"));
        var past = then(APPROVED, LIMIT, new AnswerSent(ID, TODAY, null), met("answer", NOW, false));
        given(past).when(new ReturnAnswer(ID, "Chưa đúng", null)).expectEvents(unsuitable, again(LIMIT));
        expectRefusal(
                given(then(past, unsuitable)).when(new ReturnAnswer(ID, "Chưa đúng", null)), Reason.NOT_ANSWERED_YET);
    }

    @Test
    void an_answer_returned_after_the_closing_opens_the_case() {
        expect(
                given(then(ANSWERED, closed(ClosingGround.ANSWERED))).when(new ReturnAnswer(ID, "Chưa đủ", HEAD)),
                PetitionReopened.class,
                AnswerUnsuitable.class);
        expect(
                given(then(ANSWERED, closed(ClosingGround.ANSWERED)))
                        .when(new Reopen(ID, ReopenGround.ANSWER_UNSUITABLE, "Chưa đủ", HEAD)),
                PetitionReopened.class,
                AnswerUnsuitable.class);
    }

    @Test
    void who_has_rated_does_not_return_but_the_head_may() {
        var rated = then(ANSWERED, closed(ClosingGround.ANSWERED), new PetitionRated(ID, 2, null));
        expectRefusal(given(rated).when(new ReturnAnswer(ID, "Chưa đủ", null)), Reason.ALREADY_RATED);
        expectRefusal(given(rated).when(new ReturnAnswer(ID, "Chưa đủ", CLERK)), Reason.ALREADY_RATED);
        given(rated).when(new ReturnAnswer(ID, "Chưa đủ", HEAD)).expectSuccessfulHandlerExecution();
    }

    @Test
    void an_answer_is_returned_with_a_reason_by_those_whom_it_concerns() {
        expectRefusal(given(ANSWERED).when(new ReturnAnswer(ID, " ", HEAD)), Reason.INVALID_INPUT);
        expectRefusal(given(ANSWERED).when(new ReturnAnswer(ID, "Không hay", OFFICER)), Reason.NOT_ALLOWED);
        expectRefusal(given(ANSWERED).when(new ReturnAnswer(ID, "Không hay", HEAD_OF_B)), Reason.NOT_ALLOWED);
        expectRefusal(given(APPROVED).when(new ReturnAnswer(ID, "Sớm quá", HEAD)), Reason.NOT_ANSWERED_YET);
    }

    @Test
    void a_process_that_came_to_its_end_does_not_close_what_was_returned_meanwhile() {
        var undone = EnumSet.of(Milestone.DRAFTED, Milestone.APPROVED, Milestone.ANSWERED);
        given(then(ANSWERED, new AnswerUnsuitable(ID, true, undone, text("Chưa đúng"))))
                .when(new Report.CloseCase(ID, ClosingGround.ANSWERED))
                .expectNoEvents();
    }

    @Test
    void a_process_that_drafts_no_answer_here_may_end_as_answered() {
        expect(
                given(received()).when(new Report.CloseCase(ID, ClosingGround.ANSWERED)),
                CaseEvent.PetitionClosed.class);
    }

    private static DeadlineSet again(DeadlineSet limit) {
        var counted = DueDate.count(CALENDAR, TODAY, limit.limit(), limit.roll());
        return new DeadlineSet(
                ID,
                limit.stage(),
                limit.basis(),
                TODAY,
                limit.limit(),
                limit.roll(),
                counted.due(),
                limit.rule(),
                limit.version(),
                CALENDAR.version(),
                limit.source(),
                counted.explanation());
    }

    private static TaskCommand.CompleteTask publish(String question, String answer) {
        return complete(
                "publish-answer",
                "published",
                OFFICER,
                "question",
                question,
                "publicAnswer",
                answer,
                "way",
                "WEBSITE",
                "publishedOn",
                TODAY.toString());
    }

    private static TaskOpened open(String form, Role group) {
        return new TaskOpened(ID, new TaskId(form), "feedback", form, 1, form, form(form), WARD_A, group, null, null);
    }

    private static Person lan() {
        KeyId key = KeyId.person(LAN.value());
        return new Person(
                LAN,
                PersonRole.COMPLAINANT,
                Sealed.of(key, "Nguyễn Thị Lan"),
                Sealed.of(key, "000123456789"),
                Sealed.of(key, "Số 5 đường Trần Phú"),
                Sealed.of(key, "0912 345 678"),
                null);
    }

    private static PetitionReceived receivedFrom(Person person) {
        PetitionReceived r = received(Kind.FEEDBACK);
        return new PetitionReceived(
                ID,
                r.code(),
                r.pinHash(),
                r.kind(),
                r.channel(),
                r.occurred(),
                r.subject(),
                r.content(),
                r.category(),
                r.unit(),
                r.place(),
                false,
                false,
                r.about(),
                r.against(),
                r.points(),
                List.of(person),
                null);
    }
}
