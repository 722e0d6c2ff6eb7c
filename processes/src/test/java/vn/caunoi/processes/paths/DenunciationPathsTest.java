package vn.caunoi.processes.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.caunoi.core.petition.Kind.DENUNCIATION;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.Complexity;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineExtended;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMet;
import vn.caunoi.core.petition.DeadlineEvent.DeadlinePaused;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineSet;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.ReopenGround;
import vn.caunoi.processes.rules.DmnRules;

/** Every way through the process of denunciations (law on denunciations; law.md §12, TC). */
class DenunciationPathsTest extends Paths {

    @Test
    void a_denunciation_is_concluded_handled_and_published_within_D26_D30_D31_D35_D36_D37() {
        var petition = concluded();
        petition.waitsFor("send-conclusion")
                .done("send-conclusion", "sent", with(petition, "sentOn", "denouncerToldOn", "recipients:Sở Nội vụ"))
                .waitsFor("handle-conclusion")
                .done("handle-conclusion", "handled", with(petition, "handledOn", "measures:Kỷ luật khiển trách"))
                .waitsFor("publish-conclusion")
                .done("publish-conclusion", "published", with(petition, "publishedOn", "way:NOTICE_BOARD"))
                .close()
                .isClosedAs(ClosingGround.SETTLED)
                .wentThrough("petition-intake", "denunciation")
                .endedAt("to-denunciation", "settled");
        assertThat(rules(petition)).containsExactly("D26", "D26", "D30", "D31", "D35", "D36", "D37");
        assertThat(petition.events(DeadlineMet.class)).hasSize(7).noneMatch(DeadlineMet::late);
    }

    @Test
    void what_is_brought_on_is_reviewed_by_the_superior_within_D38_and_left() {
        var petition = closed().bringOn(false).waitsFor("review-onward");
        assertThat(petition.task("review-onward").unit()).isEqualTo(new UnitId("P"));
        assertThat(rules(petition)).contains("D38");
        petition.review("no-change").isClosedAs(ClosingGround.SETTLED);
        assertThat(petition.events(DeadlineMet.class).toList().getLast().stage())
                .isEqualTo("onward_review");
    }

    @Test
    void what_is_brought_on_is_settled_anew_when_the_superior_says_so() {
        closed().bringOn(false).review("resettle").waitsFor("assign");
    }

    @Test
    void what_is_overdue_and_brought_on_is_reported_on_within_D39() {
        var petition = accepted().days(60).bringOn(true);
        assertThat(rules(petition)).contains("D39");
        petition.done("report-overdue", "overdue-reported", "reportedOn", petition.today(), "text", "Chờ giám định");
        assertThat(petition.open().keySet()).doesNotContain("report-overdue");
    }

    @Test
    void signs_of_a_crime_are_handed_to_prosecution() {
        var petition = concluded();
        petition.done("send-conclusion", "sent", with(petition, "sentOn", "denouncerToldOn", "recipients:Sở Nội vụ"))
                .done("handle-conclusion", "prosecute", with(petition, "handledOn", "to:Công an", "measures:Hồ sơ"))
                .waitsFor("publish-conclusion");
        assertThat(petition.names()).contains("petition.passed-to-prosecution");
    }

    @Test
    void several_places_give_the_check_ten_working_days_D27() {
        var petition = received()
                .done("check-denunciation", "several-places", "reason", "Hai xã")
                .waitsFor("check-denunciation");
        assertThat(petition.events(DeadlineSet.class).toList().getLast())
                .satisfies(set -> assertThat(set.rule()).isEqualTo("D27"))
                .satisfies(set -> assertThat(set.limit()).isEqualTo(Limit.workingDays(10)));
    }

    @Test
    void what_another_body_is_to_settle_is_transferred_and_the_denouncer_told_within_D28() {
        var petition = received().done("check-denunciation", "not-competent", "reason", "Thuộc tỉnh");
        petition.waitsFor("transfer-denunciation")
                .done("transfer-denunciation", "transfer", with(petition, "to:Tỉnh", "reason:Đ24", "denouncerToldOn"))
                .isClosedAs(ClosingGround.TRANSFERRED)
                .endedAt("to-denunciation", "transferred");
        assertThat(rules(petition)).contains("D28");
    }

    @Test
    void a_denunciation_is_refused_with_notice() {
        var petition = proposed();
        petition.done("decide-denunciation", "refuse", "ground", "NO_BASIS", "reason", "Không xác định được người")
                .waitsFor("deliver-refusal")
                .done("deliver-refusal", "delivered", "deliveredOn", petition.today())
                .isClosedAs(ClosingGround.NOT_ACCEPTED)
                .endedAt("to-denunciation", "refused");
    }

    @Test
    void the_head_returns_the_check_for_more() {
        proposed().done("decide-denunciation", "return", "reasons", "Làm rõ").waitsFor("check-denunciation");
    }

    @Test
    void without_a_name_and_without_evidence_it_is_not_processed() {
        anonymous()
                .done("check-anonymous", "store", "reason", "Không có chứng cứ")
                .isClosedAs(ClosingGround.STORED)
                .endedAt("to-denunciation", "stored");
    }

    @Test
    void without_a_name_but_with_evidence_it_is_used_for_an_inspection() {
        anonymous()
                .done("check-anonymous", "several-places", "reason", "Hai xã")
                .waitsFor("check-anonymous")
                .done("check-anonymous", "inspect", "to", "Thanh tra tỉnh", "reason", "Có ảnh chụp")
                .isClosedAs(ClosingGround.PASSED_TO_INSPECTION)
                .endedAt("to-denunciation", "inspected");
    }

    @Test
    void the_press_that_sent_it_on_is_answered_within_D29() {
        var petition = program().handIn(DENUNCIATION, Channel.FORWARDED, true).classifyAs(DENUNCIATION);
        assertThat(rules(petition)).contains("D29");
        petition.done("check-anonymous", "store", "reason", "Không có chứng cứ").waitsFor("reply-sender");
        petition.done("reply-sender", "replied", with(petition, "repliedOn", "reply:Đơn được lưu"))
                .isClosedAs(ClosingGround.STORED);
    }

    @Test
    void the_head_returns_the_report_and_gets_another() {
        var petition = reported();
        petition.done("conclude-denunciation", "return", "reasons", "Xác minh thêm")
                .waitsFor("verify-denunciation");
        report(verify(petition)).waitsFor("conclude-denunciation");
    }

    @ParameterizedTest
    @CsvSource({"COMPLEX, D32, 1", "SPECIALLY_COMPLEX, D33, 2"})
    void a_complex_one_is_extended_once_and_a_specially_complex_one_twice(
            Complexity complexity, String rule, int times) {
        var petition = accepted();
        var row = DmnRules.shipped()
                .ruleFor(RuleQuestion.of("DENUNCIATION", complexity.stage(), java.time.LocalDate.of(2026, 11, 18)));
        assertThat(row.id()).isEqualTo(rule);
        for (int time = 0; time < times; time++) {
            petition.prolong(complexity, row)
                    .waitsFor("assign", "notify-extension")
                    .done("notify-extension", "delivered", "deliveredOn", petition.today());
        }
        assertThat(petition.events(DeadlineExtended.class))
                .hasSize(times)
                .allSatisfy(extended -> assertThat(extended.by()).isEqualTo(Limit.calendarDays(30)));
        assertThatThrownBy(() -> petition.prolong(complexity, row))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.ALREADY_PROLONGED));
    }

    @Test
    void a_suspension_stops_the_limit_and_its_decision_is_sent_within_D34() {
        var petition = accepted().suspend().waitsFor("assign", "send-suspension");
        assertThat(petition.events(DeadlinePaused.class).map(DeadlinePaused::stage))
                .containsExactly("settle");
        assertThat(rules(petition)).endsWith("D34");
        petition.done("send-suspension", "sent", with(petition, "sentOn", "recipients:Hai bên"))
                .resume()
                .waitsFor("assign")
                .suspend()
                .waitsFor("assign", "send-suspension");
        assertThat(rules(petition)).endsWith("D34", "D34");
    }

    @Test
    void a_withdrawn_one_is_stopped_and_the_decision_sent_within_D34() {
        var petition = accepted().withdraw().waitsFor("assign", "decide-withdrawal");
        petition.done("decide-withdrawal", "terminated", with(petition, "decidedOn", "decisionNumber:9/QĐ"))
                .waitsFor("send-stop");
        assertThat(rules(petition)).endsWith("D34");
        petition.done("send-stop", "sent", with(petition, "sentOn", "recipients:Hai bên"))
                .isClosedAs(ClosingGround.WITHDRAWN)
                .endedAt("to-denunciation", "withdrawn");
    }

    @Test
    void at_signs_of_a_violation_a_withdrawn_one_goes_on() {
        accepted()
                .withdraw()
                .done("decide-withdrawal", "go-on", "ground", "SIGNS_OF_VIOLATION", "reason", "Có dấu hiệu")
                .waitsFor("assign")
                .assign()
                .waitsFor("verify-denunciation");
    }

    @Test
    void what_turns_out_to_be_a_complaint_goes_to_that_process() {
        received()
                .reclassifyAs(Kind.COMPLAINT)
                .waitsFor("decide-acceptance")
                .wentThrough("petition-intake", "denunciation", "complaint");
    }

    @Test
    void one_that_was_closed_by_mistake_goes_on_and_new_evidence_settles_it_anew() {
        closed().reopen(ReopenGround.CLOSED_BY_MISTAKE).waitsFor("send-conclusion");
        closed().reopen(ReopenGround.NEW_EVIDENCE).waitsFor("assign");
    }

    @Test
    void a_missed_limit_goes_to_the_head() {
        var petition = received().days(20);
        assertThat(petition.names()).contains("petition.deadline-missed", "petition.escalated");
    }

    private PetitionCase received() {
        return handIn(DENUNCIATION).classifyAs(DENUNCIATION).waitsFor("check-denunciation");
    }

    private PetitionCase anonymous() {
        return program()
                .handIn(DENUNCIATION, Channel.POST, true)
                .classifyAs(DENUNCIATION)
                .waitsFor("check-anonymous");
    }

    private PetitionCase proposed() {
        return received()
                .done("check-denunciation", "propose-acceptance", "summary", "Đủ điều kiện")
                .waitsFor("decide-denunciation");
    }

    private PetitionCase accepted() {
        var petition = proposed();
        petition.done("decide-denunciation", "accept", with(petition, "acceptedOn", "decisionNumber:5/QĐ"));
        return petition.waitsFor("notify-acceptance")
                .done(
                        "notify-acceptance",
                        "notified",
                        with(petition, "denouncerToldOn", "accusedToldOn", "told:Nội dung tố cáo"))
                .waitsFor("assign");
    }

    private PetitionCase reported() {
        return report(verify(accepted().assign())).waitsFor("conclude-denunciation");
    }

    private PetitionCase verify(PetitionCase petition) {
        return petition.done(
                "verify-denunciation",
                "verified",
                with(
                        petition,
                        "report:Biên bản",
                        "finding_1:Có nhận tiền",
                        "verdict_1:TRUE",
                        "finding_2:Không có",
                        "verdict_2:NOT_ENOUGH_GROUND"));
    }

    private PetitionCase report(PetitionCase petition) {
        return petition.done("report-verification", "submitted", "verdict", "PARTLY_TRUE", "text", "Báo cáo");
    }

    private PetitionCase concluded() {
        var petition = reported();
        return petition.done(
                "conclude-denunciation",
                "concluded",
                with(
                        petition,
                        "concludedOn",
                        "number:7/KL",
                        "verdict:PARTLY_TRUE",
                        "responsible:Ông B",
                        "measures:Khiển trách"));
    }

    private PetitionCase closed() {
        var petition = concluded();
        return petition.done("send-conclusion", "sent", with(petition, "sentOn", "denouncerToldOn", "recipients:Sở"))
                .done("handle-conclusion", "handled", with(petition, "handledOn", "measures:Khiển trách"))
                .done("publish-conclusion", "published", with(petition, "publishedOn", "way:WEBSITE"))
                .close();
    }

    /** A day that is not said is today. */
    private static Map<String, Object> with(PetitionCase petition, String... fields) {
        Map<String, Object> data = new HashMap<>();
        for (String field : fields) {
            String[] parts = field.split(":", 2);
            data.put(parts[0], parts.length == 1 ? petition.today() : Objects.requireNonNull(parts[1]));
        }
        return data;
    }

    private static List<String> rules(PetitionCase petition) {
        return petition.events(DeadlineSet.class).map(DeadlineSet::rule).toList();
    }
}
