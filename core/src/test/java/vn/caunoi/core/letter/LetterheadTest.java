package vn.caunoi.core.letter;

import static vn.caunoi.core.petition.Cases.*;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

class LetterheadTest {

    private static final Heading HEADING =
            new Heading("TỈNH P", "ỦY BAN NHÂN DÂN PHƯỜNG A", "UBND", "Phường A", null, "CHỦ TỊCH");

    private final AggregateTestFixture<Letterhead> fixture = new AggregateTestFixture<>(Letterhead.class);

    @Test
    void the_head_of_the_unit_says_how_its_letters_are_headed() {
        fixture.givenNoPriorActivity()
                .when(SetHeading.of(WARD_A, HEADING, HEAD))
                .expectEvents(new HeadingSet(WARD_A, HEADING));
        fixture.given(new HeadingSet(WARD_A, HEADING))
                .when(SetHeading.of(WARD_A, HEADING, HEAD))
                .expectNoEvents();
    }

    @Test
    void nobody_else_does() {
        for (Actor other : new Actor[] {CLERK, HEAD_OF_B, Actor.of("x", "A", Role.OFFICER)}) {
            fixture.givenNoPriorActivity()
                    .when(SetHeading.of(WARD_A, HEADING, other))
                    .expectNoEvents()
                    .expectException(Matchers.predicate(
                            thrown -> thrown instanceof Refusal refusal && refusal.reason() == Reason.NOT_ALLOWED));
        }
    }
}
