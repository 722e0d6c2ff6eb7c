package vn.caunoi.processes.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.AnswerEvent.*;
import vn.caunoi.core.petition.Basis;
import vn.caunoi.core.petition.CaseEvent.PetitionEscalated;
import vn.caunoi.core.petition.CaseEvent.PetitionRated;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.DeadlineEvent.*;
import vn.caunoi.core.petition.FlowEvent.NoticeRequested;
import vn.caunoi.core.petition.IntakeEvent.PetitionAssigned;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.ReopenGround;
import vn.caunoi.core.petition.TaskEvent.TaskCancelled;
import vn.caunoi.processes.studio.Publishing;

/** Proposals and feedback (law.md §12, KiN/PA), on every way through the diagram. */
class FeedbackPathsTest extends Paths {

    @Autowired
    private Publishing publishing;

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"PROPOSAL", "FEEDBACK"})
    void it_is_taken_on_answered_published_and_rated(Kind kind) {
        var petition = handIn(kind)
                .classifyAs(kind)
                .waitsFor("assign-answer")
                .takeOn()
                .waitsFor("draft-answer")
                .draftAnswer()
                .waitsFor("approve-answer")
                .approveAnswer()
                .waitsFor("send-answer")
                .sendAnswer()
                .waitsFor("publish-answer")
                .publishAnswer()
                .isClosedAs(ClosingGround.ANSWERED)
                .endedAt("to-feedback", "answered")
                .rate(5);
        assertThat(petition.events(AnswerPublished.class)).hasSize(1);
        assertThat(petition.events(PetitionRated.class)).hasSize(1);
        assertThat(petition.events(DeadlineMet.class).map(DeadlineMet::stage))
                .containsExactly("process", "transfer", "answer");
    }

    @Test
    void an_answer_that_concerns_nobody_else_is_not_published() {
        answered().keepAnswer().isClosedAs(ClosingGround.ANSWERED).endedAt("to-feedback", "answered");
    }

    @Test
    void the_draft_is_for_the_officer_it_was_given_to() {
        assertThat(feedback().takeOn().task("draft-answer").assignee()).isEqualTo(PetitionCase.OFFICER.id());
    }

    @Test
    void the_head_returns_a_draft_and_it_is_written_anew() {
        var petition = feedback()
                .takeOn()
                .draftAnswer()
                .returnDraftOfAnswer()
                .waitsFor("draft-answer")
                .draftAnswer()
                .approveAnswer()
                .waitsFor("send-answer");
        assertThat(petition.events(AnswerDrafted.class).map(AnswerDrafted::draft))
                .containsExactly(1, 2);
    }

    @Test
    void an_officer_whom_it_does_not_concern_hands_it_back() {
        feedback().takeOn().handBack().waitsFor("assign-answer").takeOn().waitsFor("draft-answer");
    }

    @Test
    void another_unit_takes_it_on() {
        var petition = feedback().passTo("B").waitsFor("assign-answer");
        assertThat(petition.task("assign-answer").unit()).isEqualTo(new UnitId("B"));
        petition.takeOn().waitsFor("draft-answer");
        assertThat(petition.events(PetitionAssigned.class).map(PetitionAssigned::unit))
                .containsExactly(new UnitId("B"), new UnitId("B"));
    }

    @Test
    void what_another_body_must_answer_is_transferred_and_tracked() {
        feedback()
                .transferAt("assign-answer")
                .waitsFor("deliver-notice")
                .deliverNotice()
                .waitsFor("track-transfer")
                .knowAnswerOfOthers()
                .isClosedAs(ClosingGround.TRANSFERRED)
                .endedAt("to-feedback", "transferred");
    }

    @Test
    void what_shows_only_at_work_to_belong_elsewhere_is_transferred_then() {
        feedback()
                .takeOn()
                .handBack()
                .transferAt("assign-answer")
                .deliverNotice()
                .done("track-transfer", "no-answer", "reason", "Không có hồi âm")
                .isClosedAs(ClosingGround.TRANSFERRED);
    }

    @Test
    void d44_a_petition_form_is_answered_within_the_local_limit_from_the_day_it_is_taken_on() {
        var petition = feedback().days(3).takeOn();
        assertThat(petition.rulesOf("answer")).containsExactly("D44");
        assertThat(answerLimit(petition)).satisfies(limit -> {
            assertThat(limit.basis()).isEqualTo(Basis.ACCEPTED);
            assertThat(limit.from()).hasToString(petition.today());
            assertThat(limit.source()).isEqualTo("local regulation");
            assertThat(limit.explanation()).isNotEmpty();
        });
    }

    @Test
    void d42_the_portal_is_answered_within_20_days_from_receipt() {
        var petition = fromPortal();
        String received = petition.today();
        assertThat(petition.rulesOf("answer")).containsExactly("D42");
        petition.days(2).takeOn();
        assertThat(petition.rulesOf("answer")).containsExactly("D42");
        assertThat(answerLimit(petition)).satisfies(limit -> {
            assertThat(limit.basis()).isEqualTo(Basis.RECEIVED);
            assertThat(limit.from()).hasToString(received);
            assertThat(limit.limit()).isEqualTo(Limit.calendarDays(20));
        });
    }

    @Test
    void d41_what_is_about_a_rule_of_administration_is_passed_on_within_5_working_days() {
        var petition =
                program().about("administrative-rule").handIn(Kind.FEEDBACK).classifyAs(Kind.FEEDBACK);
        assertThat(petition.rulesOf("transfer")).containsExactly("D41");
        petition.transferAt("assign-answer");
        assertThat(petition.events(DeadlineMet.class).map(DeadlineMet::stage)).containsExactly("process", "transfer");
    }

    @Test
    void d01_all_else_is_passed_on_within_the_time_for_processing() {
        assertThat(feedback().rulesOf("transfer")).containsExactly("D01a");
    }

    @Test
    void d43_while_the_portals_answer_is_late_the_citizen_hears_every_7_working_days_how_it_stands() {
        var petition = fromPortal().takeOn().days(25).waitsFor("draft-answer", "report-progress");
        assertThat(petition.events(PetitionEscalated.class).map(PetitionEscalated::stage))
                .contains("answer");
        assertThat(petition.rulesOf("progress")).containsExactly("D43");
        assertThat(progressLimits(petition).getFirst().from())
                .isEqualTo(DueDate.dayOf(answerLimit(petition).due()));
        petition.reportProgress().waitsFor("draft-answer", "report-progress");
        assertThat(notices(petition)).contains("progress");
        assertThat(progressLimits(petition)).hasSize(2);
        assertThat(progressLimits(petition).getLast().from()).hasToString(petition.today());
        assertThat(petition.events(ProgressReported.class)).hasSize(1);
    }

    @Test
    void the_citizen_is_told_that_it_is_late_though_nobody_wrote_a_word() {
        var petition = fromPortal().takeOn().days(24);
        Instant first = progressLimits(petition).getFirst().due();
        petition.days(14).waitsFor("draft-answer", "report-progress");
        assertThat(notices(petition)).contains("answer-late");
        assertThat(progressLimits(petition)).hasSize(2);
        assertThat(progressLimits(petition).getLast().from()).isEqualTo(DueDate.dayOf(first));
        petition.days(14);
        assertThat(progressLimits(petition)).hasSize(3);
    }

    @Test
    void no_news_is_owed_once_the_answer_was_sent() {
        var petition = feedback()
                .takeOn()
                .days(30)
                .draftAnswer()
                .approveAnswer()
                .waitsFor("send-answer", "report-progress")
                .sendAnswer()
                .waitsFor("publish-answer");
        assertThat(petition.events(TaskCancelled.class)).hasSize(1);
        assertThat(petition.events(DeadlineMet.class).map(DeadlineMet::stage)).contains("answer", "progress");
        petition.keepAnswer().isClosedAs(ClosingGround.ANSWERED);
    }

    @Test
    void no_news_is_owed_once_it_was_transferred() {
        fromPortal()
                .days(30)
                .waitsFor("assign-answer", "report-progress")
                .transferAt("assign-answer")
                .waitsFor("deliver-notice");
    }

    @Test
    void an_answer_the_citizen_returns_before_it_is_published_is_given_anew() {
        var petition = answered().returnAnswer().waitsFor("draft-answer");
        assertThat(petition.events(AnswerUnsuitable.class))
                .singleElement()
                .satisfies(returned -> assertThat(returned.byCitizen()).isTrue());
        assertThat(petition.rulesOf("answer")).containsExactly("D44", "D44");
        petition.draftAnswer()
                .approveAnswer()
                .sendAnswer()
                .publishAnswer()
                .isClosedAs(ClosingGround.ANSWERED)
                .wentThrough("petition-intake", "feedback");
    }

    @Test
    void an_answer_returned_after_the_closing_opens_the_case_again() {
        answered()
                .keepAnswer()
                .returnAnswerAsHead()
                .waitsFor("draft-answer")
                .draftAnswer()
                .approveAnswer()
                .sendAnswer()
                .keepAnswer()
                .isClosedAs(ClosingGround.ANSWERED)
                .wentThrough("petition-intake", "feedback", "feedback")
                .endedAt("to-feedback", "answered", "answered");
    }

    @Test
    void what_was_closed_by_mistake_is_answered_again() {
        answered().keepAnswer().reopen(ReopenGround.CLOSED_BY_MISTAKE).waitsFor("draft-answer");
    }

    @Test
    void what_was_transferred_by_mistake_is_decided_again() {
        var petition = feedback()
                .transferAt("assign-answer")
                .deliverNotice()
                .knowAnswerOfOthers()
                .reopen(ReopenGround.CLOSED_BY_MISTAKE)
                .waitsFor("assign-answer");
        petition.takeOn().waitsFor("draft-answer");
    }

    @Test
    void it_is_withdrawn_at_any_step() {
        feedback().withdraw().isClosedAs(ClosingGround.WITHDRAWN).endedAt("to-feedback", "withdrawn");
        fromPortal().takeOn().days(30).withdraw().isClosedAs(ClosingGround.WITHDRAWN);
    }

    @Test
    void what_turns_out_to_be_a_complaint_leaves_nothing_behind() {
        feedback()
                .takeOn()
                .draftAnswer()
                .reclassifyAs(Kind.COMPLAINT)
                .waitsFor("decide-acceptance")
                .endedAt("to-feedback", "reclassified");
    }

    @Test
    void the_head_sends_an_answer_back_to_an_earlier_step() {
        feedback()
                .takeOn()
                .draftAnswer()
                .approveAnswer()
                .sendBackTo("draft-answer")
                .waitsFor("draft-answer")
                .draftAnswer()
                .waitsFor("approve-answer");
    }

    @Test
    void a_case_that_runs_on_the_former_intake_is_answered_there_and_may_be_returned() throws IOException {
        publish("/before/petition-intake.bpmn");
        var before = handIn(Kind.FEEDBACK);
        publish("/models/petition-intake.bpmn");
        before.classifyAs(Kind.FEEDBACK)
                .waitsFor("answer")
                .answer()
                .isClosedAs(ClosingGround.ANSWERED)
                .wentThrough("petition-intake")
                .returnAnswer()
                .waitsFor("assign-answer")
                .wentThrough("petition-intake", "feedback")
                .takeOn()
                .waitsFor("draft-answer");
    }

    private PetitionCase feedback() {
        return handIn(Kind.FEEDBACK).classifyAs(Kind.FEEDBACK);
    }

    private PetitionCase fromPortal() {
        return program().through(Channel.PORTAL).handIn(Kind.FEEDBACK).classifyAs(Kind.FEEDBACK);
    }

    private PetitionCase answered() {
        return feedback().takeOn().draftAnswer().approveAnswer().sendAnswer();
    }

    private static DeadlineSet answerLimit(PetitionCase petition) {
        return petition.events(DeadlineSet.class)
                .filter(set -> set.stage().equals("answer"))
                .reduce((before, now) -> now)
                .orElseThrow();
    }

    private static List<DeadlineSet> progressLimits(PetitionCase petition) {
        return petition.events(DeadlineSet.class)
                .filter(set -> set.stage().equals("progress"))
                .toList();
    }

    private static List<String> notices(PetitionCase petition) {
        return petition.events(NoticeRequested.class)
                .filter(notice -> notice.to().equals("petitioner"))
                .map(NoticeRequested::template)
                .toList();
    }

    private void publish(String model) throws IOException {
        try (InputStream in = FeedbackPathsTest.class.getResourceAsStream(model)) {
            assertThat(publishing.publish(Objects.requireNonNull(in).readAllBytes(), "designer1"))
                    .isInstanceOf(Publishing.Published.class);
        }
    }
}
