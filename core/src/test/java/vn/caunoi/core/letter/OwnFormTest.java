package vn.caunoi.core.letter;

import static vn.caunoi.core.petition.Cases.*;

import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

/** Editions of forms: published by administrators, from today at the earliest, each with a number of its own. */
class OwnFormTest {

    private final AggregateTestFixture<OwnForm> fixture = new AggregateTestFixture<>(OwnForm.class);

    @BeforeEach
    void today() {
        fixture.registerInjectableResource(CLOCK);
    }

    private static LetterForm form(int edition, LocalDate from) {
        LetterForm plain = LetterForms.shipped().edition("plain", 1).orElseThrow();
        return new LetterForm(
                plain.id(),
                edition,
                plain.name(),
                plain.english(),
                plain.law(),
                plain.confidence(),
                from,
                plain.kinds(),
                plain.sort(),
                plain.title(),
                plain.subject(),
                plain.addressee(),
                plain.recipients(),
                plain.body(),
                null,
                null,
                plain.fills(),
                null);
    }

    @Test
    void an_edition_follows_the_highest_that_is_known() {
        fixture.givenNoPriorActivity()
                .when(PublishForm.of(form(1, TODAY), ADMIN))
                .expectResultMessagePayload(2)
                .expectEvents(new FormPublished(form(2, TODAY)));
        fixture.given(new FormPublished(form(2, TODAY)))
                .when(PublishForm.of(form(1, TODAY), ADMIN))
                .expectResultMessagePayload(3);
    }

    @Test
    void what_was_in_force_stays_so_no_edition_begins_before_today() {
        refused(
                fixture.givenNoPriorActivity().when(PublishForm.of(form(1, TODAY.minusDays(1)), ADMIN)),
                Reason.INVALID_INPUT);
    }

    @Test
    void only_administrators_publish() {
        refused(fixture.givenNoPriorActivity().when(PublishForm.of(form(1, TODAY), HEAD)), Reason.NOT_ALLOWED);
    }

    private static void refused(ResultValidator<OwnForm> result, Reason reason) {
        result.expectNoEvents()
                .expectException(
                        Matchers.predicate(thrown -> thrown instanceof Refusal refusal && refusal.reason() == reason));
    }
}
