package vn.caunoi.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.projections.Rebuild.Way;

class RollBackTest extends ReadModelsTest {
    /** Nobody else goes by it: whoever is erased here is erased in all cases of the database. */
    private static final String NAME = "An " + UUID.randomUUID();

    @Autowired
    private Rebuild rebuild;

    @Test
    void who_goes_back_finds_the_former_tables_caught_up_and_can_return() {
        Story story = aCase();
        jdbc.update("update views.task set subject = 'former' where petition = ?", story.id.value());
        rebuild.run("inbox", Way.COMPARED, progress -> {});
        Story later = aCase();
        assertThat(subject(story)).isEqualTo("Kênh mương");
        long tasks = tasks();

        assertThat(rebuild.rollBack("inbox", progress -> {}).replaced()).isTrue();
        assertThat(subject(story)).isEqualTo("former");
        assertThat(subject(later)).isEqualTo("Kênh mương");
        assertThat(tasks()).isEqualTo(tasks);
        Story latest = aCase();
        assertThat(subject(latest)).isEqualTo("Kênh mương");

        rebuild.rollBack("inbox", progress -> {});
        assertThat(subject(story)).isEqualTo("Kênh mương");
        assertThat(rebuild.run("inbox", Way.TRIAL, progress -> {}).differences())
                .contains(List.of());
    }

    @Test
    void one_former_version_is_kept_and_told_until_the_next_rebuild_or_until_it_is_forgotten() {
        aCase();
        Rebuild.Outcome outcome = rebuild.run("oversight", Way.AT_ONCE, progress -> {});
        Rebuild.Kept first = kept("oversight");
        assertThat(first.bytes()).isPositive().isEqualTo(outcome.keptBytes());
        aCase();
        rebuild.run("oversight", Way.AT_ONCE, progress -> {});
        assertThat(kept("oversight").position()).isGreaterThan(first.position());
        assertThat(rebuild.forget("oversight")).isPresent();
        assertThat(rebuild.forget("oversight")).isEmpty();
        assertThatThrownBy(() -> rebuild.rollBack("oversight", progress -> {}))
                .hasMessage("nothing is kept of oversight");
    }

    @Test
    void tables_of_before_an_upgrade_do_not_come_back() {
        aCase();
        rebuild.run("incidents", Way.AT_ONCE, progress -> {});
        jdbc.execute("alter table kept_incidents.incident add column of_before text");
        assertThatThrownBy(() -> rebuild.rollBack("incidents", progress -> {}))
                .hasMessageContaining("was made before an upgrade");
        rebuild.forget("incidents");
    }

    @Test
    void an_erasure_leaves_nothing_in_what_is_kept() {
        Story story = aCase();
        story.closed(ClosingGround.SETTLED, true);
        settle();
        rebuild.run("casefile", Way.AT_ONCE, progress -> {});
        assertThat(kept("casefile").bytes()).isPositive();
        PersonId person = new PersonId(UUID.nameUUIDFromBytes(NAME.getBytes()).toString());
        story.tell(new PersonalDataErased(
                story.id, List.of(person), true, "Hết thời hạn lưu", LocalDate.parse("2026-11-18")));
        settle();
        assertThat(rebuild.kept()).isEmpty();
    }

    @Test
    void what_was_erased_while_the_tables_changed_places_is_not_kept() {
        Story story = aCase();
        story.closed(ClosingGround.SETTLED, true);
        settle();
        KeptTables tables = new KeptTables(jdbc);
        long before = jdbc.queryForObject("select max(position) from ledger.event", Long.class);
        PersonId person = new PersonId(UUID.nameUUIDFromBytes(NAME.getBytes()).toString());
        story.tell(new PersonalDataErased(
                story.id, List.of(person), true, "Hết thời hạn lưu", LocalDate.parse("2026-11-18")));
        jdbc.execute("create schema leaving_inbox");
        tables.keep("inbox", "leaving_inbox", before);
        assertThat(rebuild.kept()).isEmpty();
        settle();
    }

    private Story aCase() {
        Story story = story().received(Kind.COMPLAINT, "Kênh mương", NAME)
                .classified(Kind.COMPLAINT)
                .opened("verify", Role.OFFICER, null, clock.instant());
        settle();
        return story;
    }

    private Rebuild.Kept kept(String name) {
        return rebuild.kept().stream()
                .filter(kept -> kept.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String subject(Story story) {
        return String.valueOf(jdbc.queryForObject(
                "select subject from views.task where petition = ?", String.class, story.id.value()));
    }

    private long tasks() {
        Long open = jdbc.queryForObject("select sum(open) from views.task_count", Long.class);
        return open == null ? 0 : open;
    }
}
