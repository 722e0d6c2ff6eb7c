package vn.caunoi.core.letter;

import static vn.caunoi.core.petition.Cases.*;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.letter.SigningPowerCommand.EndSigningPower;
import vn.caunoi.core.letter.SigningPowerCommand.GiveSigningPower;
import vn.caunoi.core.letter.SigningPowerEvent.SigningPowerEnded;
import vn.caunoi.core.letter.SigningPowerEvent.SigningPowerGiven;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Signature;
import vn.caunoi.core.petition.SigningPower;

class SignersTest {

    private static final LocalDate TODAY = DueDate.dayOf(NOW);
    private static final SigningPower POWER = power(Signature.As.DEPUTY, "PHÓ CHỦ TỊCH", null, null);

    private final AggregateTestFixture<Signers> fixture = new AggregateTestFixture<>(Signers.class);

    private static SigningPower power(Signature.As as, String title, String authority, LocalDate until) {
        return new SigningPower("p-1", WARD_A, OFFICER.id(), "Lê Thị Hoa", as, title, authority, TODAY, until);
    }

    @BeforeEach
    void clock() {
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static void refused(ResultValidator<?> result, Reason reason) {
        result.expectNoEvents()
                .expectException(
                        Matchers.predicate(thrown -> thrown instanceof Refusal refusal && refusal.reason() == reason));
    }

    @Test
    void the_head_says_who_signs_for_the_unit_once() {
        fixture.givenNoPriorActivity()
                .when(new GiveSigningPower(POWER, HEAD))
                .expectEvents(new SigningPowerGiven(WARD_A, POWER));
        fixture.given(new SigningPowerGiven(WARD_A, POWER))
                .when(new GiveSigningPower(POWER, HEAD))
                .expectNoEvents();
        for (Actor other : new Actor[] {CLERK, OFFICER, HEAD_OF_B}) {
            refused(fixture.givenNoPriorActivity().when(new GiveSigningPower(POWER, other)), Reason.NOT_ALLOWED);
        }
    }

    @Test
    void who_signs_for_the_head_has_a_title_a_delegate_a_document_and_no_power_ends_before_it_begins() {
        for (SigningPower wrong : new SigningPower[] {
            power(Signature.As.BY_ORDER, null, null, null),
            power(Signature.As.BY_AUTHORITY, "CHÁNH VĂN PHÒNG", null, null),
            power(Signature.As.ACTING, null, null, TODAY.minusDays(1))
        }) {
            refused(fixture.givenNoPriorActivity().when(new GiveSigningPower(wrong, HEAD)), Reason.INVALID_INPUT);
        }
    }

    @Test
    void a_power_ends_from_today_on_at_the_earliest() {
        SigningPowerGiven given = new SigningPowerGiven(WARD_A, POWER);
        SigningPowerEnded ended = new SigningPowerEnded(WARD_A, "p-1", TODAY);
        fixture.given(given)
                .when(new EndSigningPower(WARD_A, "p-1", TODAY, HEAD))
                .expectEvents(ended);
        fixture.given(given, ended)
                .when(new EndSigningPower(WARD_A, "p-1", TODAY, HEAD))
                .expectNoEvents();
        refused(
                fixture.given(given).when(new EndSigningPower(WARD_A, "p-1", TODAY.minusDays(1), HEAD)),
                Reason.INVALID_INPUT);
        refused(fixture.given(given).when(new EndSigningPower(WARD_A, "p-2", TODAY, HEAD)), Reason.NO_SUCH_SIGNER);
    }
}
