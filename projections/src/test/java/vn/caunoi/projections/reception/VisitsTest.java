package vn.caunoi.projections.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.reception.Told;
import vn.caunoi.core.reception.VisitEvent.*;
import vn.caunoi.projections.Ledger;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Rebuild;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.VisitStory;
import vn.caunoi.projections.likeness.Repeats;
import vn.caunoi.projections.reception.Visits.Due;
import vn.caunoi.projections.reception.Visits.Ending;
import vn.caunoi.projections.reception.Visits.Entry;
import vn.caunoi.projections.reception.Visits.Filter;

class VisitsTest extends ReadModelsTest {

    @Autowired
    private Visits visits;

    @Autowired
    private VisitDues dues;

    @Autowired
    private Repeats repeats;

    @Autowired
    private Rebuild rebuild;

    @Test
    void visits_are_numbered_in_the_order_of_entry_and_listed_the_last_first() {
        for (int n = 0; n < 5; n++) visit("An " + n, 1);
        settle();
        List<Entry> all = new ArrayList<>();
        @Nullable String next = null;
        do {
            Page<Entry> page = visits.search(all(null), mine(), next, 2);
            all.addAll(page.items());
            next = page.next();
        } while (next != null);
        assertThat(all).extracting(Entry::no).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(visits.find(all.get(1).id(), mine()).orElseThrow().no()).isEqualTo(4);
        assertThat(visits.whole(all(null), mine())).extracting(Entry::no).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(visits.count(all("an 3"), mine())).isEqualTo(1);
        assertThat(visits.search(all("duong lang"), mine(), null, 50).items()).hasSize(5);
    }

    @Test
    void a_number_stays_the_same_whatever_is_looked_for() {
        visit("Bình", 1);
        VisitStory crowd = visit("Cường", 7);
        settle();
        Filter crowds = new Filter(2026, null, null, null, null, null, null, true, null, null, null);
        assertThat(visits.search(crowds, mine(), null, 10).items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.no()).isEqualTo(2))
                .satisfies(entry -> assertThat(entry.id()).isEqualTo(crowd.id));
    }

    @Test
    void another_unit_sees_nothing() {
        VisitStory story = visit("An", 1).resultDue(clock.instant());
        settle();
        Visibility other = Visibility.of(Set.of(new UnitId("elsewhere")));
        assertThat(visits.find(story.id, other)).isEmpty();
        assertThat(visits.search(all(null), other, null, 10).items()).isEmpty();
        assertThat(dues.owed(null, other, null, 10).items()).isEmpty();
        assertThat(dues.load(other).open()).isZero();
    }

    /** No event says so, and other tests compare what a rebuild makes of the record. */
    @AfterEach
    void nobodyIsAccused() {
        jdbc.update("delete from views.accused where petition = 'about'");
    }

    @Test
    void a_visit_that_became_a_petition_about_somebody_is_not_there_for_them() {
        VisitStory story = visit("An", 1).resultDue(clock.instant());
        story.tell(new VisitBecamePetition(story.id, new PetitionId("about"), "CODE"));
        VisitStory later = visit("Bình", 1);
        settle();
        jdbc.update("insert into views.accused (officer, petition) values ('officer2', 'about')");

        Visibility accused = reader("officer2");
        assertThat(visits.find(story.id, accused)).isEmpty();
        assertThat(visits.ofPetition(new PetitionId("about"), accused)).isEmpty();
        assertThat(dues.owed(null, accused, null, 10).items()).isEmpty();
        assertThat(dues.load(accused).open()).isZero();
        assertThat(visits.whole(all(null), accused))
                .singleElement()
                .satisfies(entry -> assertThat(entry.id()).isEqualTo(later.id))
                .satisfies(entry -> assertThat(entry.no()).isEqualTo(2));
        assertThat(visits.count(all(null), accused)).isEqualTo(1);

        Visibility colleague = reader("officer1");
        assertThat(visits.find(story.id, colleague)).isPresent();
        assertThat(dues.owed(null, colleague, null, 10).items()).hasSize(1);
        assertThat(visits.whole(all(null), colleague)).hasSize(2);
    }

    @Test
    void of_a_denunciation_no_name_and_no_word_is_kept() {
        VisitStory story = new VisitStory(new Ledger(events, transactions))
                .recorded(unit, Kind.DENUNCIATION, "Người Tố Cáo", 1, clock);
        story.tell(new VisitAnswered(story.id, story.text("Lời đáp kín")));
        settle();
        Entry entry = visits.find(story.id, mine()).orElseThrow();
        assertThat(entry.sealed()).isTrue();
        assertThat(entry.ending()).isEqualTo(Ending.ANSWERED);
        assertThat(jdbc.queryForObject(
                        "select v::text from views.visit v where visit = ?", String.class, story.id.value()))
                .doesNotContain("Tố Cáo", "Đường", "Sổ đỏ", "kín");
    }

    @Test
    void what_is_owed_stays_on_the_list_until_it_is_done_and_the_most_pressing_is_first() {
        Instant now = clock.instant();
        VisitStory story = visit("An", 1).resultDue(now.plus(Duration.ofDays(14)));
        story.tell(new CallBackPromised(story.id, now.minusSeconds(60)));
        story.tell(new AnswerPromised(story.id, new OfficerId("head1"), now.plus(Duration.ofDays(2)), story.text("x")));
        settle();
        assertThat(dues.owed(null, mine(), null, 10).items())
                .extracting(Visits.Owed::what)
                .containsExactly(Due.CALL_BACK, Due.ANSWER, Due.RESULT);
        assertThat(dues.load(mine())).isEqualTo(new VisitDues.Load(3, 1));
        Page<Visits.Owed> first = dues.owed(null, mine(), null, 2);
        assertThat(dues.owed(null, mine(), first.next(), 2).items())
                .extracting(Visits.Owed::what)
                .containsExactly(Due.RESULT);
        story.tell(new CalledBack(story.id, false, story.text("bận")));
        settle();
        assertThat(dues.load(mine()).open()).isEqualTo(3);
        story.tell(new CalledBack(story.id, true, story.text("gặp")));
        story.tell(new VisitBecamePetition(story.id, new PetitionId("p"), "CODE"));
        settle();
        assertThat(dues.owed(null, mine(), null, 10).items())
                .extracting(Visits.Owed::what)
                .containsExactly(Due.RESULT);
        story.tell(new ResultTold(story.id, Told.ACCEPTED, story.text("gọi điện"), true));
        story.tell(new PapersReturned(story.id, Set.of(1)));
        settle();
        assertThat(dues.load(mine()).open()).isZero();
        Entry entry = visits.find(story.id, mine()).orElseThrow();
        assertThat(entry.papers()).singleElement().satisfies(paper -> assertThat(paper.returned())
                .isTrue());
        assertThat(entry.remarks()).hasSize(2);
        assertThat(visits.ofPetition(new PetitionId("p"), mine())).contains(story.id);
    }

    @Test
    void a_call_that_reached_nobody_is_owed_at_its_new_time_until_it_is_given_up() {
        Instant now = clock.instant();
        VisitStory story = visit("An", 1);
        story.tell(new CallBackPromised(story.id, now.minusSeconds(60)));
        story.tell(new CallBackTaken(story.id, new OfficerId("officer1")));
        story.tell(new CalledBack(story.id, false, story.text("bận")));
        story.tell(new CallBackPutOff(story.id, now.plusSeconds(3600)));
        settle();
        assertThat(dues.owed(Due.CALL_BACK, mine(), null, 10).items())
                .singleElement()
                .satisfies(owed -> {
                    assertThat(owed.due()).isEqualTo(now.plusSeconds(3600));
                    assertThat(owed.tries()).isEqualTo(1);
                    assertThat(owed.by()).isEqualTo(new OfficerId("officer1"));
                    assertThat(owed.overdue()).isFalse();
                });
        story.tell(new CallBackGivenUp(story.id, story.text("Số không liên lạc được")));
        settle();
        assertThat(dues.load(mine()).open()).isZero();
        assertThat(visits.find(story.id, mine()).orElseThrow().givenUp()).isNotNull();
    }

    @Test
    void a_correction_tells_the_visit_anew_and_a_denunciation_takes_its_words_along() {
        VisitStory story = visit("Nguyễn Văn Sai", 1).resultDue(clock.instant());
        story.tell(new Remarked(story.id, story.text("Lời ghi chú")));
        settle();
        long no = visits.find(story.id, mine()).orElseThrow().no();
        story.corrected(null, "Nguyễn Văn Đúng", 6, clock);
        settle();
        Entry right = visits.find(story.id, mine()).orElseThrow();
        assertThat(right.visitors().getFirst().fullName()).isEqualTo("Nguyễn Văn Đúng");
        assertThat(right.crowd()).isTrue();
        assertThat(right.no()).isEqualTo(no);
        assertThat(right.remarks()).hasSize(1);
        assertThat(visits.count(all("sai"), mine())).isZero();
        assertThat(dues.load(mine()).open()).isEqualTo(1);
        story.corrected(Kind.DENUNCIATION, "Nguyễn Văn Đúng", 1, clock);
        settle();
        assertThat(row(story)).doesNotContain("Văn", "Đường", "Sổ đỏ", "ghi chú");
        story.corrected(Kind.FEEDBACK, "Nguyễn Văn Đúng", 1, clock);
        settle();
        assertThat(row(story)).contains("Nguyễn Văn Đúng", "Lời ghi chú");
        String live = row(story);
        rebuild.startAll(progress -> {});
        settle();
        assertThat(row(story)).isEqualTo(live);
    }

    @Test
    void who_was_erased_is_in_no_row_and_a_rebuild_brings_nothing_back() {
        VisitStory story = new VisitStory(new Ledger(events, transactions))
                .known(unit, "Lò Thị Quên", "012345678901", "Con đường vào bản hỏng từ lâu", clock);
        story.tell(new VisitAnswered(story.id, story.text("Lời đáp cho bà Quên")));
        settle();
        assertThat(row(story)).contains("Quên");
        rebuild.start("reception", progress -> {});
        assertThat(keptTables()).isEqualTo(1);
        story.erased();
        settle();
        assertThat(keptTables())
                .as("tables of before a rebuild still know who was erased")
                .isZero();
        assertThat(row(story))
                .doesNotContain("Quên", "quen", "012345678901", "đường")
                .contains("[erased]");
        assertThat(keys(story)).isEmpty();
        String live = row(story);
        rebuild.startAll(progress -> {});
        settle();
        assertThat(row(story)).isEqualTo(live);
        assertThat(keys(story)).isEmpty();
    }

    @Test
    void earlier_visits_of_one_person_are_found_and_those_about_one_thing_count_as_one_matter() {
        String number = "0" + System.nanoTime();
        String road = "Con đường vào bản hỏng từ lâu, mưa xuống là không đi được";
        VisitStory first = known("Lò Thị Đường", number, road);
        VisitStory other = known("Lò Thị Đường", number, "Đèn chiếu sáng ở chợ tắt đã ba tuần nay");
        VisitStory again = known("Lo Thi Duong", number, road + ", xin xem lại");
        VisitStory stranger = known("Người Khác", number + "9", road);
        settle();
        assertThat(repeats.before(again.id, mine(), 10))
                .extracting(Repeats.Earlier::id)
                .containsExactly(first.id, other.id);
        assertThat(repeats.before(again.id, mine(), 10).getFirst().text()).isGreaterThan(30);
        assertThat(repeats.before(first.id, mine(), 10)).isEmpty();
        assertThat(repeats.before(stranger.id, mine(), 10)).isEmpty();
        assertThat(repeats.before(again.id, Visibility.of(Set.of(new UnitId("elsewhere"))), 10))
                .isEmpty();
        assertThat(keys(again)).matches("([IPNDT][0-9a-f]{14} ?)+").doesNotContain(number);
        again.tell(new VisitJoined(again.id, first.id));
        settle();
        assertThat(visits.figures(all(null), mine())).isEqualTo(new Visits.Figures(4, 4, 3));
        assertThat(visits.matter(first.id, mine())).extracting(Entry::id).containsExactly(first.id, again.id);
        again.tell(new VisitParted(again.id, first.id));
        other.corrected(Kind.DENUNCIATION, "Lò Thị Đường", 1, clock);
        settle();
        assertThat(visits.figures(all(null), mine()).matters()).isEqualTo(4);
        assertThat(repeats.before(again.id, mine(), 10))
                .extracting(Repeats.Earlier::id)
                .containsExactly(first.id);
    }

    private VisitStory known(String name, String number, String statement) {
        clock.advance(Duration.ofSeconds(1));
        return new VisitStory(new Ledger(events, transactions)).known(unit, name, number, statement, clock);
    }

    private int keptTables() {
        return jdbc.queryForObject(
                "select count(*)::int from pg_namespace where nspname = 'kept_reception'", Integer.class);
    }

    private String row(VisitStory story) {
        return jdbc.queryForObject("select v::text from views.visit v where visit = ?", String.class, story.id.value());
    }

    private String keys(VisitStory story) {
        return jdbc.queryForObject(
                "select keys from views.visit_likeness where visit = ?", String.class, story.id.value());
    }

    private VisitStory visit(String name, int people) {
        clock.advance(Duration.ofSeconds(1));
        return new VisitStory(new Ledger(events, transactions)).recorded(unit, null, name, people, clock);
    }

    private Visibility mine() {
        return Visibility.of(Set.of(unit));
    }

    private Visibility reader(String officer) {
        return Visibility.of(Actor.of(officer, unit.value(), Role.OFFICER));
    }

    private static Filter all(@Nullable String text) {
        return new Filter(2026, null, null, null, null, null, null, null, null, null, text);
    }
}
