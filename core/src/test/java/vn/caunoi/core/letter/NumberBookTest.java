package vn.caunoi.core.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.ledger.LedgerJson;
import vn.caunoi.core.ledger.StoredNames;
import vn.caunoi.core.letter.NumberBookCommand.*;
import vn.caunoi.core.letter.NumberBookEvent.*;
import vn.caunoi.core.petition.LetterId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.testing.ClearSealing;

/** Numbers of letters: by unit and year, one after the other, none twice (Decree 30/2020, annex I). */
class NumberBookTest {

    private static final NumberBookId BOOK = NumberBookId.of(WARD_A, 2026);
    private static final LetterId L = new LetterId("l-1");

    private static TestExecutor<NumberBook> given(Object... past) {
        var fixture = new AggregateTestFixture<>(NumberBook.class);
        return past.length == 0 ? fixture.givenNoPriorActivity() : fixture.given(past);
    }

    private static TakeNumber take() {
        return new TakeNumber(BOOK, WARD_A, 2026, ID, L);
    }

    private static NumberTaken taken(int serial) {
        return new NumberTaken(BOOK, WARD_A, 2026, serial, ID, L);
    }

    @Test
    void the_first_number_of_a_unit_and_year_is_1_and_each_further_one_follows() {
        given().when(take()).expectResultMessagePayload(1).expectEvents(taken(1));
        given(taken(1), taken(2)).when(take()).expectResultMessagePayload(3).expectEvents(taken(3));
    }

    @Test
    void a_book_goes_on_from_the_register_that_was_kept_before() {
        var go = new ContinueBook(BOOK, WARD_A, 2026, 118, HEAD);
        given().when(go).expectEvents(new BookContinued(BOOK, WARD_A, 2026, 118));
        given(new BookContinued(BOOK, WARD_A, 2026, 118)).when(take()).expectResultMessagePayload(118);
        given(new BookContinued(BOOK, WARD_A, 2026, 118)).when(go).expectNoEvents();
    }

    @Test
    void a_number_that_was_given_out_is_never_given_again() {
        refused(given(taken(1), taken(2)).when(new ContinueBook(BOOK, WARD_A, 2026, 2, HEAD)), Reason.NUMBERS_TAKEN);
    }

    @Test
    void only_the_head_of_the_unit_or_an_administrator_says_where_a_book_goes_on() {
        refused(given().when(new ContinueBook(BOOK, WARD_A, 2026, 9, CLERK)), Reason.NOT_ALLOWED);
        refused(given().when(new ContinueBook(BOOK, WARD_A, 2026, 9, HEAD_OF_B)), Reason.NOT_ALLOWED);
    }

    @Test
    void a_book_read_from_its_snapshot_goes_on_where_it_was() {
        LedgerJson json = LedgerJson.of(StoredNames.scan("vn.caunoi.core.letter"), new ClearSealing());
        NumberBook book = new NumberBook();
        book.evolve(taken(41));
        NumberBook read = json.deserialize(json.serialize(book, String.class));
        assertThat(read.next).isEqualTo(42);
        assertThat(read.id).isEqualTo(BOOK);
    }

    private static void refused(ResultValidator<NumberBook> result, Reason reason) {
        result.expectNoEvents()
                .expectException(
                        Matchers.predicate(thrown -> thrown instanceof Refusal refusal && refusal.reason() == reason));
    }
}
