package vn.caunoi.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.CaseEvent.NoteAdded;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;

class ErasureTest extends ReadModelsTest {
    private final String mark = "x" + UUID.randomUUID().toString().substring(0, 8);
    private final String name = "Lò Văn Quỳnh " + mark;
    private final String matter = "Ruộng bậc thang " + mark;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private List<ReadModel> models;

    @Test
    void what_was_shown_of_an_erased_person_is_in_no_read_model_and_a_rebuild_brings_nothing_back() {
        Story story = closedCase(Kind.COMPLAINT);
        assertThat(hits()).isPositive();
        Instant before = clock.instant();
        story.wait(Duration.ofHours(1)).tell(erased(story, true));
        settle();
        assertThat(hits()).isZero();
        CaseFile file = files.byId(story.id, Visibility.everything()).orElseThrow();
        assertThat(file.subject()).isEqualTo(Sealed.ERASED);
        assertThat(file.petitioners().getFirst().isErased()).isTrue();
        assertThat(file.notes().getFirst().text()).isEqualTo(Sealed.ERASED);
        CaseFile then = files.asOf(story.id, before, Visibility.everything()).orElseThrow();
        assertThat(then.subject()).isEqualTo(Sealed.ERASED);
        assertThat(then.petitioners().getFirst().fullName()).isEqualTo(Sealed.ERASED);
        Map<String, List<String>> rows = content();
        rebuild.startAll(progress -> {});
        settle();
        assertThat(content()).isEqualTo(rows);
    }

    @Test
    void of_several_only_the_one_is_erased_while_the_matter_stays() {
        Story story = closedCase(Kind.COMPLAINT);
        story.tell(erased(story, false));
        settle();
        CaseFile file = files.byId(story.id, Visibility.everything()).orElseThrow();
        assertThat(file.petitioners().getFirst().fullName()).isEqualTo(Sealed.ERASED);
        assertThat(file.subject()).isEqualTo(matter);
        Map<String, List<String>> rows = content();
        rebuild.startAll(progress -> {});
        assertThat(content()).isEqualTo(rows);
    }

    @Test
    void an_erased_denunciation_still_shows_nothing_of_its_matter() {
        Story story = closedCase(Kind.DENUNCIATION);
        story.tell(erased(story, true));
        settle();
        CaseFile file = files.byId(story.id, Visibility.everything()).orElseThrow();
        assertThat(file.subject()).isNull();
        assertThat(file.petitioners()).isEmpty();
        assertThat(hits()).isZero();
    }

    private Story closedCase(Kind kind) {
        Story story = story().received(kind, matter, name);
        story.opened("verify", Role.OFFICER, "o", null).completed("verify", "o");
        story.tell(new NoteAdded(story.id, story.text("Đã gọi cho " + name)));
        story.closed(ClosingGround.SETTLED, true);
        settle();
        return story;
    }

    private PersonalDataErased erased(Story story, boolean all) {
        PersonId person = new PersonId(UUID.nameUUIDFromBytes(name.getBytes()).toString());
        return new PersonalDataErased(
                story.id, List.of(person), all, "Hết thời hạn lưu", LocalDate.parse("2026-11-18"));
    }

    private long hits() {
        return content().values().stream()
                .flatMap(List::stream)
                .filter(row -> row.contains(mark))
                .count();
    }

    private Map<String, List<String>> content() {
        return models.stream()
                .flatMap(model -> model.tables().stream())
                .collect(Collectors.toMap(
                        table -> table,
                        table -> jdbc.queryForList(
                                "select t::text from views." + table + " t order by 1", String.class)));
    }
}
