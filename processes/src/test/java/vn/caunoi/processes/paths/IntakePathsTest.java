package vn.caunoi.processes.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Kind.*;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineSet;
import vn.caunoi.core.petition.IntakeEvent.PetitionAssigned;
import vn.caunoi.core.petition.IntakeEvent.SupplementLimited;
import vn.caunoi.core.petition.Kind;

class IntakePathsTest extends Paths {

    @Test
    void a_petition_that_was_handed_in_waits_for_classification_within_its_limit() {
        var petition =
                handIn(FEEDBACK).waitsFor("classify").wasLimitedBy("process").wentThrough("petition-intake");
        assertThat(petition.task("classify")).satisfies(task -> {
            assertThat(task.group()).isEqualTo(Role.OFFICER);
            assertThat(task.name()).isEqualTo("Phân loại đơn");
            assertThat(task.assignee()).isNull();
            assertThat(task.due())
                    .isEqualTo(petition.events(DeadlineSet.class)
                            .findFirst()
                            .orElseThrow()
                            .due());
        });
    }

    @Test
    void a_complaint_goes_to_the_process_of_complaints() {
        complaint()
                .waitsFor("decide-acceptance")
                .wentThrough("petition-intake", "complaint")
                .endedAt("to-complaint")
                .wasLimitedBy("process", "accept_1");
    }

    @Test
    void a_denunciation_goes_to_the_process_of_denunciations() {
        handIn(DENUNCIATION)
                .classifyAs(DENUNCIATION)
                .waitsFor("check-denunciation")
                .wentThrough("petition-intake", "denunciation")
                .endedAt("to-denunciation")
                .wasLimitedBy("process", "initial");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"PROPOSAL", "FEEDBACK"})
    void proposals_and_feedback_go_to_a_process_of_their_own(Kind kind) {
        handIn(kind)
                .classifyAs(kind)
                .waitsFor("assign-answer")
                .wentThrough("petition-intake", "feedback")
                .endedAt("to-feedback")
                .wasLimitedBy("process", "transfer");
    }

    @Test
    void what_belongs_to_another_unit_by_the_routing_table_goes_there_once_it_is_classified() {
        routed("school", "R");
        var petition = program().about("Trường học").handIn(FEEDBACK);
        assertThat(petition.task("classify").unit()).isEqualTo(new UnitId("A"));
        petition.classifyAs(FEEDBACK).waitsFor("assign-answer");
        assertThat(petition.events(PetitionAssigned.class)).singleElement().satisfies(given -> {
            assertThat(given.unit()).isEqualTo(new UnitId("R"));
            assertThat(given.route()).startsWith("to-R routing#");
        });
        assertThat(petition.task("assign-answer").unit()).isEqualTo(new UnitId("R"));
        assertThat(handIn(FEEDBACK).classifyAs(FEEDBACK).events(PetitionAssigned.class))
                .isEmpty();
    }

    @Test
    void a_petition_is_guided_to_the_competent_body() {
        handIn(null)
                .guideAt("classify")
                .waitsFor("deliver-notice")
                .deliverNotice()
                .isClosedAs(ClosingGround.GUIDED)
                .endedAt("guided");
    }

    @Test
    void a_petition_is_transferred_to_the_competent_body() {
        handIn(null)
                .transferAt("classify")
                .deliverNotice()
                .isClosedAs(ClosingGround.TRANSFERRED)
                .endedAt("transferred");
    }

    @Test
    void a_petition_is_given_back_to_who_sent_it_on() {
        handIn(null)
                .done("classify", "return", "to", "Báo Lao Động", "reason", "Không thuộc thẩm quyền")
                .waitsFor("deliver-notice")
                .deliverNotice()
                .isClosedAs(ClosingGround.RETURNED)
                .endedAt("returned");
    }

    @Test
    void a_petition_is_stored() {
        handIn(null)
                .done("classify", "store", "reason", "Đơn trùng")
                .isClosedAs(ClosingGround.STORED)
                .endedAt("stored");
    }

    @Test
    void what_was_missing_came_and_it_is_classified_again() {
        handIn(null)
                .askForMoreAt("classify")
                .waitsFor("await-supplement")
                .supplementCame()
                .waitsFor("classify")
                .classifyAs(FEEDBACK)
                .waitsFor("assign-answer");
    }

    @Test
    void what_was_missing_did_not_come_and_it_is_stored() {
        handIn(null)
                .askForMoreAt("classify")
                .nothingCame()
                .isClosedAs(ClosingGround.STORED)
                .endedAt("not-supplemented");
    }

    @Test
    void what_was_missing_did_not_come_in_time_and_an_officer_stores_it() {
        handIn(null)
                .askForMoreAt("classify")
                .days(40)
                .waitsFor("unsupplemented")
                .done("unsupplemented", "not-received", "reason", "Không bổ sung")
                .isClosedAs(ClosingGround.STORED)
                .endedAt("not-supplemented");
    }

    @Test
    void what_came_after_all_is_classified() {
        var petition = handIn(null).askForMoreAt("classify").days(40);
        petition.done("unsupplemented", "received", "receivedOn", petition.today(), "what", "Bản sao")
                .waitsFor("classify")
                .classifyAs(FEEDBACK)
                .waitsFor("assign-answer");
    }

    @Test
    void the_petitioner_is_reminded_of_what_is_to_be_added_and_nothing_is_overdue_by_it() {
        var petition = handIn(null).askForMoreAt("classify");
        var until = petition.events(SupplementLimited.class)
                .findFirst()
                .orElseThrow()
                .time()
                .until();
        petition.days((int) Duration.between(petition.now(), until).toDays());
        assertThat(petition.names()).contains("petition.supplement-limited", "petition.supplement-reminded");
        assertThat(petition.names()).doesNotContain("petition.deadline-missed", "petition.escalated");
        petition.waitsFor("await-supplement").supplementCame().waitsFor("classify");
    }

    @Test
    void who_was_guided_by_mistake_is_transferred_after_a_step_back() {
        handIn(null)
                .guideAt("classify")
                .sendBackTo("classify")
                .waitsFor("classify")
                .transferAt("classify")
                .deliverNotice()
                .isClosedAs(ClosingGround.TRANSFERRED);
    }

    @Test
    void a_case_taken_over_keeps_the_day_it_was_planned_to_end() {
        var petition = program()
                .takeOver(LocalDate.of(2027, 12, 1))
                .waitsFor("classify")
                .wasLimitedBy("process");
        assertThat(petition.events(DeadlineSet.class).map(DeadlineSet::rule)).containsExactly("imported");
        assertThat(petition.task("classify").due()).isEqualTo("2027-12-01T16:59:59Z");
    }
}
