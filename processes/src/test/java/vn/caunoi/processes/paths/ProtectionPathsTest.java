package vn.caunoi.processes.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMet;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineSet;
import vn.caunoi.core.petition.FlowEvent.ProcessEnded;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.ProtectionEnd;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

/** Protection runs beside the settling, whatever becomes of that (law.md §12, TC). */
class ProtectionPathsTest extends Paths {

    @Test
    void it_is_decided_on_within_D40_beside_the_settling() {
        var petition = asked();
        assertThat(petition.events(DeadlineSet.class).toList().getLast())
                .satisfies(set -> assertThat(set.rule()).isEqualTo("D40"))
                .satisfies(set -> assertThat(set.limit()).isEqualTo(Limit.workingDays(5)));
        grant(petition).waitsFor("check-denunciation", "end-protection");
        assertThat(petition.events(DeadlineMet.class).map(DeadlineMet::stage)).contains("protection");
    }

    @ParameterizedTest
    @EnumSource(ProtectionEnd.class)
    void it_ends_on_one_of_three_grounds_and_may_be_asked_for_again(ProtectionEnd ground) {
        var petition = grant(asked());
        petition.done("end-protection", "ended", "ground", ground.name(), "endedOn", petition.today(), "reason", "r")
                .waitsFor("check-denunciation")
                .askForProtection()
                .waitsFor("check-denunciation", "decide-protection");
    }

    @Test
    void a_denied_one_leaves_the_settling_as_it_was() {
        var petition = asked();
        petition.done("decide-protection", "deny", "decidedOn", petition.today(), "reason", "Không có nguy cơ")
                .waitsFor("check-denunciation");
        assertThat(petition.events(ProcessEnded.class).map(ProcessEnded::end)).contains("denied");
    }

    @Test
    void it_outlasts_the_case_and_may_be_asked_for_after_it() {
        var petition = grant(asked());
        petition.done("check-denunciation", "not-competent", "reason", "Thuộc tỉnh")
                .done(
                        "transfer-denunciation",
                        "transfer",
                        "to",
                        "Tỉnh",
                        "reason",
                        "Đ24",
                        "denouncerToldOn",
                        petition.today())
                .waitsFor("end-protection")
                .done(
                        "end-protection",
                        "ended",
                        "ground",
                        "NO_LONGER_NEEDED",
                        "endedOn",
                        petition.today(),
                        "reason",
                        "r")
                .waitsFor()
                .askForProtection()
                .waitsFor("decide-protection");
    }

    @Test
    void a_case_sent_back_or_of_another_kind_keeps_its_protection() {
        var petition = grant(asked());
        petition.done("check-denunciation", "propose-acceptance", "summary", "Đủ điều kiện")
                .sendBackTo("check-denunciation")
                .waitsFor("check-denunciation", "end-protection")
                .reclassifyAs(Kind.COMPLAINT)
                .waitsFor("decide-acceptance", "end-protection");
    }

    @Test
    void it_is_not_asked_for_twice_at_a_time() {
        var petition = asked();
        assertThatThrownBy(petition::askForProtection)
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.PROTECTION_UNDER_WAY));
    }

    private PetitionCase asked() {
        return handIn(Kind.DENUNCIATION)
                .classifyAs(Kind.DENUNCIATION)
                .askForProtection()
                .waitsFor("check-denunciation", "decide-protection");
    }

    private static PetitionCase grant(PetitionCase petition) {
        return petition.done(
                "decide-protection",
                "grant",
                "number",
                "3/QĐ",
                "decidedOn",
                petition.today(),
                "measures",
                "Giữ bí mật nơi ở");
    }
}
