package vn.caunoi.projections.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.CaseEvent.PetitionCorrected;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.Correction;
import vn.caunoi.core.petition.DenunciationEvent.AccusedNamed;
import vn.caunoi.core.petition.Disputed;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Point;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.likeness.Likenesses.Alike;

/** Which petitions may be the same, and that nobody learns of one they may not see. */
class LikenessesTest extends ReadModelsTest {

    private static final String LETTER = "Phường thu hồi thửa đất số 12 của gia đình tôi tại thôn Đông mà không bồi"
            + " thường phần công trình đã xây trên đất từ năm 1993, tôi đề nghị xem xét lại phương án bồi thường.";

    private final String number = "0010" + Math.abs(UUID.randomUUID().hashCode());
    private final PersonId person = new PersonId(UUID.randomUUID().toString());

    @Autowired
    private Likenesses likenesses;

    @Autowired
    private HandedInAnew anew;

    @Autowired
    private CaseFiles files;

    @Test
    void the_same_person_is_found_by_number_phone_or_name_with_address_however_they_are_written() {
        Story earlier = received(Kind.COMPLAINT, LETTER, false);
        assertThat(find(new Told.Someone("Người khác", spaced(number), null, null)))
                .singleElement()
                .satisfies(alike -> {
                    assertThat(alike.id()).isEqualTo(earlier.id);
                    assertThat(alike.code()).isEqualTo(earlier.code);
                    assertThat(alike.because()).containsExactly(Likeness.ID_NUMBER);
                });
        assertThat(find(new Told.Someone(null, null, null, "+84 " + phone().substring(1))))
                .singleElement()
                .extracting(Alike::because)
                .isEqualTo(Set.of(Likeness.PHONE));
        assertThat(find(new Told.Someone("NGUYEN VAN AN", null, "So nha " + number + ", thon Dong", null)))
                .singleElement()
                .extracting(Alike::because)
                .isEqualTo(Set.of(Likeness.NAME));
        assertThat(find(new Told.Someone("Nguyễn Văn An", null, null, null)))
                .as("many have one name")
                .isEmpty();
    }

    @Test
    void a_similar_text_and_a_decision_of_one_number_are_found_with_and_without_marks() {
        received(Kind.COMPLAINT, LETTER, false);
        String plain = LETTER.replace("Phường", "Phuong").replace("thửa đất số 12", "thua dat so 12");
        Alike found = like(new Told(List.of(), number.toLowerCase(java.util.Locale.ROOT) + "/qđ-ubnd", null, plain))
                .getFirst();
        assertThat(found.because()).contains(Likeness.DECISION, Likeness.TEXT);
        assertThat(found.text()).isBetween(30, 100);
        assertThat(like(new Told(List.of(), null, null, "Đèn đường ngõ 5 hỏng đã ba tuần, rất nguy hiểm.")))
                .isEmpty();
    }

    @Test
    void the_likest_stands_first() {
        Story text = received(Kind.FEEDBACK, LETTER, true);
        Story same = received(Kind.COMPLAINT, LETTER, false);
        CaseFile file = files.byId(same.id, Visibility.everything()).orElseThrow();
        assertThat(likenesses.like(file, mine(), 10)).extracting(Alike::id).containsExactly(text.id);
        assertThat(like(new Told(List.of(new Told.Someone(null, number, null, null)), null, null, LETTER)))
                .extracting(Alike::id)
                .containsExactly(same.id, text.id);
    }

    @Test
    void the_same_unit_complained_of_or_issuer_at_the_same_place_is_a_hint_and_stands_last() {
        Story against = received(Kind.COMPLAINT, "Chuyện khác hẳn với bức thư dài kia, về tiếng ồn ban đêm", true);
        Told same = new Told(
                List.of(), null, "Chu tich phuong " + number, "UY BAN PHUONG " + number, "Village", null, null);
        assertThat(like(same)).singleElement().satisfies(alike -> {
            assertThat(alike.id()).isEqualTo(against.id);
            assertThat(alike.because()).containsExactlyInAnyOrder(Likeness.AGAINST, Likeness.ISSUER);
        });
        assertThat(like(new Told(List.of(), null, null, "Ủy ban phường " + number, "elsewhere", null, null)))
                .isEmpty();
        assertThat(like(new Told(List.of(), null, null, "Ủy ban phường " + number, null, null, null)))
                .isEmpty();
        Story text = received(Kind.COMPLAINT, LETTER, true);
        assertThat(like(new Told(List.of(), null, null, "Ủy ban phường " + number, "village", "Thu hồi đất", LETTER)))
                .extracting(Alike::id)
                .containsExactly(text.id, against.id);
        Story denounced = received(Kind.DENUNCIATION, LETTER, false);
        assertThat(keys(denounced)).isEmpty();
    }

    @Test
    void nobody_finds_what_they_may_not_see() {
        Story earlier = received(Kind.COMPLAINT, LETTER, false);
        Told told = new Told(List.of(new Told.Someone(null, number, null, null)), null, null, LETTER);
        assertThat(likenesses.like(told, Visibility.of(Set.of(new UnitId("elsewhere"))), 10))
                .isEmpty();
        earlier.tell(new AccusedNamed(
                earlier.id, List.of(Actor.of("o-" + number, unit.value()).id())));
        settle();
        Actor accused = Actor.of("o-" + number, unit.value(), Role.OFFICER);
        assertThat(likenesses.like(told, Visibility.of(accused), 10)).isEmpty();
        assertThat(likenesses.like(told, mine(), 10)).hasSize(1);
    }

    @Test
    void a_denunciation_is_never_found_nor_compared_from_the_moment_it_is_one() {
        Told told = new Told(List.of(new Told.Someone(null, number, null, null)), number, null, LETTER);
        Story declared = received(Kind.DENUNCIATION, LETTER, false);
        assertThat(like(told)).isEmpty();
        assertThat(keys(declared)).isEmpty();
        Story classified = received(null, LETTER, false);
        assertThat(like(told)).hasSize(1);
        classified.classified(Kind.DENUNCIATION);
        settle();
        assertThat(like(told)).isEmpty();
        assertThat(keys(classified)).isEmpty();
        CaseFile file = files.byId(classified.id, Visibility.everything()).orElseThrow();
        received(Kind.COMPLAINT, LETTER, false);
        assertThat(likenesses.like(file, mine(), 10)).isEmpty();
        classified.reclassified(Kind.DENUNCIATION, Kind.FEEDBACK);
        settle();
        assertThat(keys(classified)).isNotEmpty();
    }

    @Test
    void who_wants_to_stay_confidential_is_not_found_by_who_they_are() {
        received(Kind.COMPLAINT, LETTER, true);
        assertThat(find(new Told.Someone("Nguyễn Văn An", number, null, phone())))
                .isEmpty();
        assertThat(like(new Told(List.of(), null, null, LETTER))).hasSize(1);
    }

    @Test
    void what_was_corrected_is_found_as_it_is_now() {
        Story story = received(Kind.COMPLAINT, LETTER, false);
        Correction to = new Correction(
                null,
                story.text("Đèn đường ngõ 5 hỏng đã ba tuần, rất nguy hiểm."),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        story.tell(new PetitionCorrected(story.id, none(), to, story.text("Ghi nhầm")));
        settle();
        assertThat(like(new Told(List.of(), null, null, LETTER))).isEmpty();
        assertThat(find(new Told.Someone(null, number, null, null))).hasSize(1);
    }

    @Test
    void who_was_erased_is_not_found_any_more() {
        Story story = received(Kind.COMPLAINT, LETTER, false);
        story.tell(new PersonalDataErased(
                story.id, List.of(person), false, "Hết hạn", java.time.LocalDate.parse("2026-11-18")));
        settle();
        assertThat(find(new Told.Someone("Nguyễn Văn An", number, null, phone())))
                .isEmpty();
        assertThat(like(new Told(List.of(), null, null, LETTER))).hasSize(1);
        story.tell(new PersonalDataErased(
                story.id, List.of(person), true, "Hết hạn", java.time.LocalDate.parse("2026-11-18")));
        settle();
        assertThat(like(new Told(List.of(), null, null, LETTER))).isEmpty();
    }

    @Test
    void what_was_closed_and_soon_after_handed_in_by_the_same_about_the_same_makes_a_pair() {
        Story closed = received(Kind.COMPLAINT, LETTER, false);
        closed.closed(ClosingGround.SETTLED, true).wait(Duration.ofDays(3));
        Story again = received(Kind.COMPLAINT, LETTER, false);
        assertThat(anew.with(again.id, mine()))
                .extracting(HandedInAnew.Pair::other)
                .containsExactly(closed.id);
        assertThat(anew.with(closed.id, mine())).singleElement().satisfies(pair -> {
            assertThat(pair.other()).isEqualTo(again.id);
            assertThat(pair.code()).isEqualTo(again.code);
            assertThat(pair.received()).isEqualTo(clock.instant());
        });
        assertThat(anew.with(again.id, Visibility.of(Set.of(new UnitId("elsewhere")))))
                .isEmpty();
        again.closed(ClosingGround.SETTLED, true).wait(HandedInAnew.SOON.plusDays(1));
        Story late = received(Kind.COMPLAINT, LETTER, false);
        assertThat(anew.with(late.id, mine())).as("too long after").isEmpty();
    }

    @Test
    void what_is_open_confidential_or_a_denunciation_makes_none() {
        Story open = received(Kind.COMPLAINT, LETTER, false);
        Story hidden = received(Kind.COMPLAINT, LETTER, true);
        assertThat(anew.with(open.id, mine())).as("not closed").isEmpty();
        open.closed(ClosingGround.SETTLED, true);
        settle();
        assertThat(anew.with(hidden.id, mine())).as("confidential").isEmpty();
        Story denounced = received(Kind.DENUNCIATION, LETTER, false);
        assertThat(anew.with(denounced.id, mine())).isEmpty();
    }

    @Test
    void no_clear_text_is_kept() {
        Story story = received(Kind.COMPLAINT, LETTER, false);
        assertThat(keys(story)).matches("([IPNDAST][0-9a-f]{14} ?)+").doesNotContain(number);
    }

    private String keys(Story story) {
        return jdbc.queryForObject(
                "select keys from views.likeness where petition = ?", String.class, story.id.value());
    }

    private List<Alike> find(Told.Someone someone) {
        return like(new Told(List.of(someone), null, null, null));
    }

    private List<Alike> like(Told told) {
        return likenesses.like(told, mine(), 10);
    }

    private Visibility mine() {
        return Visibility.of(Set.of(unit));
    }

    private String phone() {
        return "09" + number.substring(number.length() - 8);
    }

    private static String spaced(String number) {
        return number.substring(0, 3) + " " + number.substring(3);
    }

    private static Correction none() {
        return new Correction(null, null, null, null, null, null, null, null, null, null);
    }

    private Story received(@Nullable Kind kind, String content, boolean confidential) {
        Story story = story();
        PetitionId id = story.id;
        story.tell(new PetitionReceived(
                id,
                story.code,
                "hash",
                kind,
                Channel.DESK,
                clock.instant(),
                story.text("Thu hồi đất"),
                story.text(content),
                "land",
                unit,
                "village",
                false,
                confidential,
                new Disputed(null, number + "/QĐ-UBND", null, story.text("Chủ tịch phường " + number), null),
                story.text("Ủy ban phường " + number),
                List.of(new Point(1, story.text("demand"))),
                List.of(new Person(
                        person,
                        PersonRole.COMPLAINANT,
                        mine("Nguyễn Văn An"),
                        mine(number),
                        mine("Số nhà " + number + ", thôn Đông"),
                        mine(phone()),
                        null)),
                null));
        settle();
        return story;
    }

    private Sealed mine(String clear) {
        return Sealed.of(KeyId.person(person.value()), clear);
    }
}
