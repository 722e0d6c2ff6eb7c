package vn.caunoi.projections.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.letter.NumberBookEvent.BookContinued;
import vn.caunoi.core.letter.NumberBookId;
import vn.caunoi.core.petition.DenunciationEvent.AccusedNamed;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.LetterEvent.*;
import vn.caunoi.core.petition.LetterId;
import vn.caunoi.core.petition.LetterState;
import vn.caunoi.core.petition.SendingWay;
import vn.caunoi.core.petition.Signature;
import vn.caunoi.projections.Ledger;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Rebuild;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.Visibility;

class LettersTest extends ReadModelsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

    @Autowired
    private Letters letters;

    @Autowired
    private NumberBooks books;

    @Autowired
    private Rebuild rebuild;

    private Story drafted(LetterId letter, int draft, @Nullable LetterId replaces) {
        return drafted(story().received(Kind.COMPLAINT, "Đền bù", "An"), letter, draft, replaces);
    }

    private Story drafted(Story of, LetterId letter, int draft, @Nullable LetterId replaces) {
        return of.tell(new LetterDrafted(
                of.id,
                letter,
                unit,
                "plain",
                1,
                draft,
                null,
                null,
                replaces,
                of.text("Trích yếu"),
                of.text("Ông An"),
                of.text("Nội dung " + draft),
                of.text("- Như trên;")));
    }

    private void numbered(Story of, LetterId letter, int serial) {
        var signature = new Signature(Signature.As.HEAD, null, "CHỦ TỊCH", null, "Bình", null);
        of.tell(new LetterSubmitted(of.id, letter, 1));
        of.tell(new LetterSigned(of.id, letter, 1, signature, new OfficerId("head1"), null));
        of.tell(new LetterNumbered(of.id, letter, 2026, serial, serial + "/UBND", DAY, "file", "hash"));
    }

    private LetterId letter() {
        return new LetterId(java.util.UUID.randomUUID().toString());
    }

    private List<LetterId> waiting(LetterState state, Visibility sight) {
        return letters.waiting(state, sight, null, 200).items().stream()
                .map(Letters.Entry::id)
                .toList();
    }

    private Visibility own() {
        return Visibility.of(Set.of(unit));
    }

    @Test
    void a_letter_waits_where_it_stands_and_only_for_those_who_see_the_case() {
        LetterId one = letter();
        Story of = drafted(one, 1, null);
        of.tell(new LetterSubmitted(of.id, one, 1));
        settle();
        assertThat(waiting(LetterState.SUBMITTED, own())).containsExactly(one);
        assertThat(waiting(LetterState.DRAFT, own())).isEmpty();
        assertThat(waiting(LetterState.SUBMITTED, Visibility.of(Set.of(new UnitId("elsewhere")))))
                .isEmpty();
        assertThat(letters.count(LetterState.SUBMITTED, own())).isEqualTo(1);
    }

    @Test
    void it_does_not_wait_for_whom_the_petition_is_about() {
        LetterId one = letter();
        Story of = drafted(one, 1, null);
        of.tell(new AccusedNamed(of.id, List.of(new OfficerId("accused1"))));
        settle();
        Actor accused = Actor.of("accused1", unit.value(), Role.HEAD);
        assertThat(waiting(LetterState.DRAFT, Visibility.of(accused))).isEmpty();
        assertThat(waiting(LetterState.DRAFT, own())).containsExactly(one);
    }

    @Test
    void a_letter_is_told_whole_from_the_record_and_as_of_any_moment() {
        LetterId one = letter();
        // recorded time never goes back, and another test may have been at a later day of this database
        clock.advance(Duration.ofDays(60));
        Story of = drafted(one, 1, null).wait(Duration.ofMinutes(1));
        numbered(of, one, 1);
        settle();
        var before = letters.of(of.id).getFirst().steps().getFirst().at();
        of.tell(new LetterSent(of.id, one, DAY, SendingWay.POST, of.text("RR 1")));
        of.tell(new LetterDelivered(of.id, one, DAY, null, of.text("Ông An"), null, null, null));
        settle();
        Letter whole = letters.of(of.id).getFirst();
        assertThat(whole.state()).isEqualTo(LetterState.DELIVERED);
        assertThat(whole.number()).isEqualTo("1/UBND");
        assertThat(whole.trace()).isEqualTo("RR 1");
        assertThat(whole.receiver()).isEqualTo("Ông An");
        assertThat(whole.text().body()).isEqualTo("Nội dung 1");
        assertThat(whole.steps()).hasSize(6);
        assertThat(letters.asOf(of.id, before).getFirst().state()).isEqualTo(LetterState.DRAFT);
    }

    @Test
    void the_book_shows_every_number_but_not_the_case_of_others() {
        LetterId first = letter();
        LetterId second = letter();
        numbered(drafted(first, 1, null), first, 1);
        Story moved = drafted(second, 1, null);
        numbered(moved, second, 2);
        settle();
        assertThat(letters.book(unit, 2026, own(), 0, 10))
                .extracting(Letters.Numbered::serial)
                .containsExactly(1, 2);
        assertThat(letters.book(unit, 2026, own(), 1, 10))
                .extracting(Letters.Numbered::letter)
                .containsExactly(second);
        assertThat(letters.book(unit, 2026, Visibility.of(Set.of()), 0, 10)).allSatisfy(row -> {
            assertThat(row.petition()).isNull();
            assertThat(row.code()).isNull();
        });
    }

    @Test
    void numbers_that_no_letter_has_are_a_gap_with_the_cases_beside_it_and_who_let_the_book_go_on() {
        Story first = story().received(Kind.COMPLAINT, "Đền bù", "An");
        Story second = story().received(Kind.COMPLAINT, "Đền bù", "Bình");
        Ledger ledger = new Ledger(events, transactions);
        NumberBookId book = NumberBookId.of(unit, 2026);
        ledger.record("NumberBook", book.value(), 0, new BookContinued(book, unit, 2026, 5), "head1");
        for (int serial : List.of(5, 6)) {
            LetterId letter = letter();
            numbered(drafted(first, letter, 1, null), letter, serial);
        }
        settle();
        assertThat(books.gaps(own())).as("a register kept elsewhere").isEmpty();
        ledger.record("NumberBook", book.value(), 1, new BookContinued(book, unit, 2026, 10), "head1");
        LetterId late = letter();
        numbered(drafted(second, late, 1, null), late, 10);
        settle();
        List<NumberBooks.Gap> gaps = books.gaps(own());
        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(List.of(gap.year(), gap.from(), gap.to())).containsExactly(2026, 7, 9);
            assertThat(gap.before()).isEqualTo(new NumberBooks.Beside(first.id, first.code));
            assertThat(gap.after()).isEqualTo(new NumberBooks.Beside(second.id, second.code));
            assertThat(gap.by()).isEqualTo("head1");
        });
        assertThat(books.gaps(Visibility.of(Set.of(new UnitId("elsewhere"))))).isEmpty();
        rebuild.start("number_books", progress -> {});
        assertThat(books.gaps(own())).isEqualTo(gaps);
    }

    @Test
    void letters_are_found_again_after_a_rebuild() {
        LetterId one = letter();
        LetterId other = letter();
        Story of = drafted(one, 1, null);
        numbered(of, one, 1);
        drafted(of, other, 1, one);
        numbered(of, other, 2);
        of.tell(new LetterReplaced(of.id, one, other));
        settle();
        var before = letters.book(unit, 2026, own(), 0, 10);
        rebuild.start("letters", progress -> {});
        assertThat(letters.book(unit, 2026, own(), 0, 10)).isEqualTo(before);
        assertThat(before.getFirst().state()).isEqualTo(LetterState.REPLACED);
    }

    @Test
    void what_waits_is_walked_in_its_order_however_many_letters_there_are() {
        jdbc.update("""
                insert into views.letter select 'x' || n, 'p' || n, 'U' || n % 50, 'plain',
                    case when n % 40 = 0 then 'SUBMITTED' else 'DELIVERED' end, now() - n * interval '1 minute',
                    2026, n, n || '/UBND', null, null, null, 1 from generate_series(1, 20000) n""");
        jdbc.execute("analyze views.letter");
        String plan = String.join(
                "\n",
                jdbc.queryForList(
                        "explain select * from views.letter l where l.state = 'SUBMITTED' order by l.since, l.id limit 51",
                        String.class));
        assertThat(plan).contains("letter_by_state");
        String book = String.join(
                "\n",
                jdbc.queryForList(
                        "explain select * from views.letter l where l.unit = 'U1' and l.year = 2026 and l.serial > 0"
                                + " order by l.serial limit 500",
                        String.class));
        assertThat(book).contains("letter_in_book");
        jdbc.update("delete from views.letter where id like 'x%'");
    }
}
