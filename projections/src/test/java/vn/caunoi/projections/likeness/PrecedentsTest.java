package vn.caunoi.projections.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.DenunciationEvent.AccusedNamed;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.Point;
import vn.caunoi.core.petition.ReopenGround;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.likeness.Precedents.Precedent;

/** Which closed cases are shown to who works on something like them, and that who petitioned plays no part. */
class PrecedentsTest extends ReadModelsTest {

    private static final String LETTER = "Phường thu hồi thửa đất số 12 của gia đình tôi tại thôn Đông mà không bồi"
            + " thường phần công trình đã xây trên đất từ năm 1993, tôi đề nghị xem xét lại phương án bồi thường.";
    private static final String OTHER = "Quán ăn đầu ngõ mở nhạc rất to đến một giờ sáng, cả tổ dân phố mất ngủ.";

    @Autowired
    private Precedents precedents;

    @Autowired
    private CaseFiles files;

    @Test
    void the_same_category_place_and_words_are_found_the_likest_first_and_only_closed_ones() {
        Story words = closed(Kind.COMPLAINT, LETTER, "housing", "Thôn Tây");
        Story category = closed(Kind.COMPLAINT, OTHER, "land", "Thôn Tây");
        Story both = closed(Kind.COMPLAINT, OTHER, "land", "THON DONG");
        closed(Kind.COMPLAINT, OTHER, "housing", "Thôn Đông");
        received(Kind.COMPLAINT, LETTER, "land", "Thôn Đông");
        CaseFile open = file(received(Kind.COMPLAINT, LETTER, "land", "Thôn Đông"));
        List<Precedent> found = precedents.like(open, mine(), 10);
        assertThat(found).extracting(Precedent::id).containsExactly(words.id, both.id, category.id);
        assertThat(found.get(0).text()).isGreaterThan(65);
        assertThat(found.get(1).samePlace()).isTrue();
        assertThat(found.get(2).sameCategory()).isTrue();
        assertThat(found.get(2).samePlace()).isFalse();
        assertThat(precedents.like(open, mine(), 1)).hasSize(1);
    }

    @Test
    void the_same_petitioner_is_no_likeness() {
        closed(Kind.COMPLAINT, OTHER, "housing", "Thôn Tây");
        assertThat(precedents.like(file(received(Kind.COMPLAINT, LETTER, "land", "Thôn Đông")), mine(), 10))
                .isEmpty();
    }

    @Test
    void another_kind_a_denunciation_and_what_was_reopened_are_not_found() {
        closed(Kind.FEEDBACK, LETTER, "land", "Thôn Đông");
        closed(Kind.DENUNCIATION, LETTER, "land", "Thôn Đông");
        Story reopened = closed(Kind.COMPLAINT, LETTER, "land", "Thôn Đông");
        CaseFile open = file(received(Kind.COMPLAINT, LETTER, "land", "Thôn Đông"));
        assertThat(precedents.like(open, mine(), 10)).extracting(Precedent::id).containsExactly(reopened.id);
        reopened.tell(new PetitionReopened(
                reopened.id, ReopenGround.CLOSED_BY_MISTAKE, Set.of(), reopened.text("Đóng nhầm")));
        settle();
        assertThat(precedents.like(open, mine(), 10)).isEmpty();
        closed(Kind.COMPLAINT, LETTER, "land", "Thôn Đông");
        CaseFile denunciation = file(received(Kind.DENUNCIATION, LETTER, "land", "Thôn Đông"));
        assertThat(precedents.like(denunciation, mine(), 10)).isEmpty();
    }

    @Test
    void nobody_finds_what_they_may_not_see_and_whom_a_case_is_about_does_not_find_it() {
        Story earlier = closed(Kind.COMPLAINT, LETTER, "land", "Thôn Đông");
        CaseFile open = file(received(Kind.COMPLAINT, LETTER, "land", "Thôn Đông"));
        assertThat(precedents.like(open, Visibility.of(Set.of(new UnitId("elsewhere"))), 10))
                .isEmpty();
        assertThat(precedents.like(open, Visibility.everything(), 10)).hasSize(1);
        Actor accused = Actor.of("about-" + unit, unit.value(), Role.OFFICER);
        earlier.tell(new AccusedNamed(earlier.id, List.of(accused.id())));
        settle();
        assertThat(precedents.like(open, Visibility.of(accused), 10)).isEmpty();
        assertThat(precedents.like(open, mine(), 10)).hasSize(1);
    }

    private CaseFile file(Story story) {
        return files.byId(story.id, Visibility.everything()).orElseThrow();
    }

    private Visibility mine() {
        return Visibility.of(Set.of(unit));
    }

    private Story closed(Kind kind, String content, String category, String place) {
        Story story = received(kind, content, category, place).closed(ClosingGround.SETTLED, true);
        settle();
        return story;
    }

    private Story received(@Nullable Kind kind, String content, String category, String place) {
        Story story = story();
        PersonId person = new PersonId(story.id.value());
        story.tell(new PetitionReceived(
                story.id,
                story.code,
                "hash",
                kind,
                Channel.DESK,
                clock.instant(),
                story.text("Đơn"),
                story.text(content),
                category,
                unit,
                place,
                false,
                false,
                null,
                null,
                List.of(new Point(1, story.text("demand"))),
                List.of(new Person(
                        person,
                        PersonRole.COMPLAINANT,
                        Sealed.of(KeyId.person(person.value()), "Nguyễn Văn An"),
                        Sealed.of(KeyId.person(person.value()), "001085000111"),
                        Sealed.of(KeyId.person(person.value()), "Thôn Đông"),
                        Sealed.of(KeyId.person(person.value()), "0912000111"),
                        null)),
                null));
        settle();
        return story;
    }
}
