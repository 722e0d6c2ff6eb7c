package vn.caunoi.api.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import vn.caunoi.api.citizen.OnlineSigning.Rule;
import vn.caunoi.api.security.TestWaysIn;
import vn.caunoi.api.security.Vouched;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.projections.casefile.Part;

class OnlineSigningTest {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-18T03:00:00Z"), BusinessClock.ZONE);
    private static final Vouched AN = new Vouched("NGUYỄN VĂN AN", "001085012345");

    private static OnlineSigning signing(Rule rule, String since, String provider) {
        MockEnvironment settings = new MockEnvironment()
                .withProperty("caunoi.online.provider", provider)
                .withProperty("spring.security.oauth2.client.registration.vneid.client-id", "caunoi")
                .withProperty("spring.security.oauth2.client.registration.vneid.client-name", "VNeID");
        return new OnlineSigning(rule, since, "QĐ 12/2026", TestWaysIn.of(settings), TODAY);
    }

    @Test
    void an_account_speaks_for_who_it_is_of_and_for_nobody_else() {
        OnlineSigning rule = signing(Rule.VERIFIED_ACCOUNT, "", "vneid");
        assertThat(rule.standing(AN, "Nguyễn  Văn An", null).counts()).isTrue();
        assertThat(rule.standing(AN, "Nguyễn Văn An", "001085012345").counts()).isTrue();
        assertThat(rule.standing(AN, "Nguyễn Văn An", "001085099999").counts()).isFalse();
        assertThat(rule.standing(AN, "Trần Thị Bình", null).counts()).isFalse();
        assertThat(rule.standing(null, "Nguyễn Văn An", null).counts()).isFalse();
        assertThat(rule.standing(AN, "Nguyễn Văn An", null).provider()).isEqualTo("VNeID");
    }

    @Test
    void the_rule_begins_on_its_day_and_before_it_everybody_is_invited() {
        assertThat(signing(Rule.NOT_NEEDED, "2026-11-18", "")
                        .standing(null, "x", null)
                        .counts())
                .isTrue();
        OnlineSigning later = signing(Rule.VERIFIED_ACCOUNT, "2026-11-19", "vneid");
        assertThat(later.standing(AN, "Nguyễn Văn An", null).counts()).isFalse();
        assertThat(later.standing(AN, "Nguyễn Văn An", null).rule()).isEqualTo(Rule.INVITED);
        assertThat(later.provider()).isNull();
        assertThat(signing(Rule.INVITED, "", "vneid")
                        .standing(AN, "Nguyễn Văn An", null)
                        .counts())
                .isFalse();
    }

    @Test
    void what_was_handed_in_before_stands_as_it_was_recorded() {
        OnlineSigning now = signing(Rule.NOT_NEEDED, "", "");
        assertThat(now.recorded(null).counts()).isFalse();
        assertThat(now.recorded(new Part.Signed("VNeID", null, TODAY.instant())).provider())
                .isEqualTo("VNeID");
    }

    @Test
    void settings_that_contradict_each_other_are_told_at_the_start() {
        assertThatIllegalStateException().isThrownBy(() -> signing(Rule.VERIFIED_ACCOUNT, "", ""));
        assertThatIllegalStateException().isThrownBy(() -> signing(Rule.VERIFIED_ACCOUNT, "", "elsewhere"));
        assertThatIllegalStateException().isThrownBy(() -> signing(Rule.INVITED, "18/11/2026", ""));
    }
}
