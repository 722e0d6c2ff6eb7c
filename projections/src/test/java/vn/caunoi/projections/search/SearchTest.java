package vn.caunoi.projections.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.CaseEvent.PetitionCorrected;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Correction;
import vn.caunoi.core.petition.DenunciationEvent.AccusedNamed;
import vn.caunoi.core.petition.Disputed;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.Point;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.CaseFiles.Entry;
import vn.caunoi.projections.casefile.CaseFiles.Filter;
import vn.caunoi.projections.casefile.CaseFiles.Sort;

/** By what a case is found, and by whom. */
class SearchTest extends ReadModelsTest {
    private static final String CONTENT = "Nước thải chảy ra mương, cá chết hàng loạt; gọi 0987 111 222 để biết thêm.";

    private final PersonId person = new PersonId(UUID.randomUUID().toString());

    @Autowired
    private CaseFiles files;

    @Test
    void a_case_is_found_by_name_phone_number_text_and_code_without_marks() {
        Story story = received(Kind.COMPLAINT, false);
        for (String typed : List.of(
                "nguyen thi quynh",
                "Quỳnh NGUYỄN",
                "nguy quy",
                "0912 345 678",
                "+84912345678",
                "001085012345",
                "nuoc thai ca chet",
                "0987111222",
                "15/QĐ-UBND",
                "o nhiem muong",
                story.code,
                story.code.substring(0, 5).toLowerCase(java.util.Locale.ROOT)))
            assertThat(find(typed, sight())).as(typed).containsExactly(story.code);
        assertThat(find("quynh lien", sight())).isEmpty();
        assertThat(find("0912345679", sight())).isEmpty();
    }

    @Test
    void words_that_happen_to_read_as_a_code_are_words_all_the_same() {
        Story story = received(Kind.COMPLAINT, false);
        assertThat(PetitionCode.isValid("biet loat chet")).isTrue();
        assertThat(find("biet loat chet", sight())).containsExactly(story.code);
    }

    @Test
    void a_name_is_looked_for_among_names_alone() {
        Story story = received(Kind.COMPLAINT, false);
        assertThat(names("nguyen quynh", sight())).containsExactly(story.code);
        assertThat(names("muong", sight())).isEmpty();
        assertThat(names("%", sight())).isEmpty();
    }

    @Test
    void who_stays_confidential_is_found_by_who_may_know_and_by_nobody_else() {
        Story story = received(Kind.COMPLAINT, true);
        Visibility blind = new Visibility(false, Set.of(unit), false);
        for (String typed : List.of("quynh", "0912345678", "001085012345", "ca chet")) {
            assertThat(find(typed, sight())).as(typed).containsExactly(story.code);
            assertThat(find(typed, blind)).as(typed).isEmpty();
        }
        assertThat(names("quynh", sight())).containsExactly(story.code);
        assertThat(names("quynh", blind)).isEmpty();
        assertThat(find("o nhiem", blind)).containsExactly(story.code);
    }

    @Test
    void a_denunciation_is_found_by_its_code_alone_from_the_moment_it_is_one() {
        Story declared = received(Kind.DENUNCIATION, false);
        Story found = received(null, false);
        assertThat(find("quynh", sight())).containsExactly(found.code);
        found.classified(Kind.DENUNCIATION);
        settle();
        assertThat(find("quynh", sight())).isEmpty();
        assertThat(find("0912345678", sight())).isEmpty();
        assertThat(find(declared.code, sight())).containsExactly(declared.code);
        declared.classified(Kind.COMPLAINT);
        settle();
        assertThat(find("quynh", sight())).containsExactly(declared.code);
    }

    @Test
    void who_it_is_about_finds_nothing_and_counts_nothing() {
        Story story = received(Kind.COMPLAINT, false);
        Actor accused = Actor.of("o-" + story.code, unit.value(), Role.OFFICER);
        story.tell(new AccusedNamed(story.id, List.of(accused.id())));
        settle();
        assertThat(find("quynh", Visibility.of(accused))).isEmpty();
        assertThat(files.countUpTo(asked("quynh", null), Visibility.of(accused), 10))
                .isZero();
        assertThat(files.countUpTo(asked("quynh", null), sight(), 10)).isEqualTo(1);
    }

    @Test
    void what_was_corrected_is_found_as_it_is_now() {
        Story story = received(Kind.COMPLAINT, false);
        Correction to =
                new Correction(null, story.text("Đèn đường hỏng"), null, null, null, null, null, null, null, null);
        story.tell(new PetitionCorrected(
                story.id,
                new Correction(null, null, null, null, null, null, null, null, null, null),
                to,
                story.text("Ghi nhầm")));
        settle();
        assertThat(find("ca chet", sight())).isEmpty();
        assertThat(find("den duong quynh", sight())).containsExactly(story.code);
    }

    @Test
    void who_was_erased_is_not_found_any_more_and_no_clear_text_was_ever_kept() {
        Story story = received(Kind.COMPLAINT, false);
        assertThat(kept(story)).matches("\\{-?\\d+(,-?\\d+)*}").doesNotContain("345678");
        story.tell(new PersonalDataErased(story.id, List.of(person), false, "Hết hạn", LocalDate.parse("2026-11-18")));
        settle();
        assertThat(find("quynh", sight())).isEmpty();
        assertThat(find("0912345678", sight())).isEmpty();
        assertThat(find("ca chet", sight())).containsExactly(story.code);
        story.tell(new PersonalDataErased(story.id, List.of(person), true, "Hết hạn", LocalDate.parse("2026-11-18")));
        settle();
        assertThat(find("ca chet", sight())).isEmpty();
        assertThat(find(story.code, sight())).containsExactly(story.code);
    }

    private String kept(Story story) {
        return jdbc.queryForObject(
                "select keys::text from views.found_by where petition = ?", String.class, story.id.value());
    }

    private List<String> find(String typed, Visibility to) {
        return codes(asked(typed, null), to);
    }

    private List<String> names(String name, Visibility to) {
        return codes(asked(null, name), to);
    }

    private List<String> codes(Filter filter, Visibility to) {
        return files.search(filter, to, Sort.NEWEST, null, 50).items().stream()
                .map(Entry::code)
                .toList();
    }

    private static Filter asked(@Nullable String q, @Nullable String name) {
        return new Filter(null, null, null, null, null, null, null, null, null, null, null, null, null, q, name);
    }

    private Visibility sight() {
        return Visibility.of(Set.of(unit));
    }

    private Story received(@Nullable Kind kind, boolean confidential) {
        Story story = story();
        story.tell(new PetitionReceived(
                story.id,
                story.code,
                "hash",
                kind,
                Channel.DESK,
                clock.instant(),
                story.text("Ô nhiễm mương"),
                story.text(CONTENT),
                "environment",
                unit,
                "village",
                false,
                confidential,
                new Disputed(null, "15/QĐ-UBND", null, null, null),
                null,
                List.of(new Point(1, story.text("demand"))),
                List.of(new Person(
                        person,
                        PersonRole.COMPLAINANT,
                        mine("Nguyễn Thị Quỳnh"),
                        mine("001085012345"),
                        mine("Thôn Đông"),
                        mine("0912.345.678"),
                        null)),
                null));
        settle();
        return story;
    }

    private Sealed mine(String clear) {
        return Sealed.of(KeyId.person(person.value()), clear);
    }
}
