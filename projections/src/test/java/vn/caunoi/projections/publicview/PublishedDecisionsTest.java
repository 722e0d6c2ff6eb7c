package vn.caunoi.projections.publicview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.CaseEvent.DecisionMadePublic;
import vn.caunoi.core.petition.CaseEvent.DecisionRedacted;
import vn.caunoi.core.petition.CaseEvent.DecisionTakenDown;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.Conclusion;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.ReopenGround;
import vn.caunoi.core.petition.RoundEvent.ResolutionIssued;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Rebuild;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.publicview.PublishedDecisions.Decision;

/** Decisions for everybody, with words blacked out, as long as they stand. */
class PublishedDecisionsTest extends ReadModelsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-18");
    private static final OfficerId ONE = new OfficerId("officer1");
    private static final OfficerId OTHER = new OfficerId("head1");

    @Autowired
    private PublishedDecisions decisions;

    @Autowired
    private Rebuild rebuild;

    @Test
    void only_what_was_looked_at_by_another_is_there_and_without_what_was_blacked_out() {
        Story waiting = issued();
        waiting.tell(redacted(waiting, "Trả đất cho █████"));
        Story story = published("Trả đất cho █████", DAY);
        settle();
        Decision one = found("tra dat").getFirst();
        assertThat(found(null)).containsExactly(one);
        assertThat(one.number()).isEqualTo("45/QĐ-UBND");
        assertThat(one.text()).isEqualTo("Trả đất cho █████");
        assertThat(one.toString()).doesNotContain(story.id.value(), story.code, "Trần Thị Bình");
        assertThat(found("tran thi binh")).isEmpty();
        assertThat(decisions.find(one.id())).contains(one);
        assertThat(decisions.units()).contains(unit);
    }

    @Test
    void what_is_taken_down_undone_or_erased_is_gone_and_a_rebuild_gives_the_same() {
        Story down = published("Giữ nguyên quyết định", DAY);
        Story undone = published("Giữ nguyên quyết định", DAY);
        Story erased = published("Giữ nguyên quyết định", DAY);
        published("Hủy quyết định", DAY);
        down.tell(new DecisionTakenDown(down.id, down.text("Còn tên"), OTHER));
        undone.tell(new PetitionReopened(
                undone.id, ReopenGround.CLOSED_BY_MISTAKE, Set.of(Milestone.ISSUED), undone.text("r")));
        erased.tell(new PersonalDataErased(erased.id, List.of(), true, "Hết hạn", DAY));
        settle();
        List<Decision> before = found(null);
        assertThat(before).extracting(Decision::text).containsExactly("Hủy quyết định");
        rebuild.start(PublishedDecisions.GROUP, progress -> {});
        settle();
        assertThat(found(null)).isEqualTo(before);
    }

    @Test
    void the_last_published_stand_first_page_by_page() {
        for (int i = 0; i < 5; i++) published("Quyết định " + i, DAY.minusDays(i / 2));
        settle();
        Page<Decision> first = decisions.search(unit, null, null, 3);
        Page<Decision> second = decisions.search(unit, null, first.next(), 3);
        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2);
        assertThat(second.next()).isNull();
    }

    private List<Decision> found(@Nullable String q) {
        return decisions.search(unit, q, null, 50).items();
    }

    private Story issued() {
        Story story = story().received(Kind.COMPLAINT, "s", "Trần Thị Bình").classified(Kind.COMPLAINT);
        return story.tell(new ResolutionIssued(story.id, "45/QĐ-UBND", DAY.minusDays(9), Conclusion.RIGHT));
    }

    private static DecisionRedacted redacted(Story story, String text) {
        return new DecisionRedacted(story.id, story.text(text), story.text("Trần Thị Bình"), ONE);
    }

    private Story published(String text, LocalDate on) {
        Story story = issued();
        story.tell(redacted(story, text));
        return story.tell(new DecisionMadePublic(story.id, on, story.text(text), ONE, OTHER));
    }
}
