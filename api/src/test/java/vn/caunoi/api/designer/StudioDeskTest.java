package vn.caunoi.api.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.caunoi.api.security.AdminAccounts;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.processes.studio.Examples;
import vn.caunoi.processes.studio.Explanation;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.ModelCheck;
import vn.caunoi.projections.directory.Directory;

/** Two designers on one draft do not overwrite each other. */
class StudioDeskTest extends RunningApi {

    @Autowired
    private StudioDesk desk;

    @Autowired
    private ModelDrafts drafts;

    @Autowired
    private Library library;

    @Autowired
    private ModelCheck check;

    @Autowired
    private Packages packages;

    @Autowired
    private Parts parts;

    @Autowired
    private Explanation explanation;

    @Autowired
    private Directory directory;

    @Autowired
    private Clock clock;

    @Autowired
    private CurrentActor current;

    @Autowired
    private AdminAccounts accounts;

    @Autowired
    private Progress progress;

    @BeforeEach
    void signIn() {
        drawsAs("designer1");
    }

    private static void drawsAs(String account) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(account, null, List.of()));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void who_saves_over_a_revision_they_did_not_see_is_told_and_nothing_is_lost() {
        String xml = Examples.xml("minimal").orElseThrow();
        String id = desk.begin("example:minimal", null, "Hai người vẽ");
        assertThat(desk.save(id, 1, bytes(xml.replace("Trả lời", "Giải đáp")))).isInstanceOf(StudioDesk.Saved.class);
        assertThat(desk.save(id, 1, bytes(xml.replace("Trả lời", "Hồi âm"))))
                .isInstanceOfSatisfying(StudioDesk.Overtaken.class, late -> {
                    assertThat(late.is().revision()).isEqualTo(2);
                    assertThat(late.is().xml()).contains("Giải đáp");
                });
        assertThat(desk.find(id).xml()).contains("Giải đáp").doesNotContain("Hồi âm");
    }

    @Test
    void where_two_are_wanted_nobody_publishes_alone() {
        StudioDesk two =
                new StudioDesk(drafts, library, check, packages, parts, explanation, directory, current, clock, true);
        String id = two.begin("example:mediation-first", null, "Hai người duyệt");
        assertThat(two.publish(id, new ModelDraft.Seen(1, 0), new Wish("Thử hòa giải")))
                .isInstanceOf(StudioDesk.Proposed.class);
        assertThat(library.newest("mediation-first")).isEmpty();
        assertThatThrownBy(() ->
                        two.approve(id, new ModelDraft.Seen(1, 0), two.find(id).proposal()))
                .isInstanceOf(Refusal.class);
        accounts.create(
                new AdminAccounts.Appointment("designer-two", "Lê Hai", new UnitId("P"), Set.of(Role.DESIGNER)), null);
        progress.awaitSettled(Duration.ofSeconds(30));
        drawsAs("designer-two");
        assertThatThrownBy(() ->
                        two.approve(id, new ModelDraft.Seen(2, 0), two.find(id).proposal()))
                .isInstanceOf(Refusal.class);
        assertThat(two.approve(id, new ModelDraft.Seen(1, 0), two.find(id).proposal()))
                .isEqualTo(new StudioDesk.Published("mediation-first", 1));
        assertThat(two.find(id).proposedBy()).isNull();
    }

    @Test
    void what_is_proposed_otherwise_is_not_approved_by_who_saw_it_before() {
        StudioDesk two =
                new StudioDesk(drafts, library, check, packages, parts, explanation, directory, current, clock, true);
        String id = two.begin("example:minimal", null, "Đổi điều kiện");
        ModelDraft.Seen seen = new ModelDraft.Seen(1, 0);
        two.publish(id, seen, new Wish("Thử"));
        String before = two.find(id).proposal();
        assertThatThrownBy(() -> two.publish(id, seen, new Wish("Áp dụng ngay")))
                .isInstanceOf(Refusal.class);
        two.decline(id, seen, before);
        two.publish(id, seen, new Wish("Áp dụng ngay"));
        assertThat(two.find(id).proposal()).isNotEqualTo(before);
        assertThatThrownBy(() -> two.decline(id, seen, before)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> two.approve(id, seen, before)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_change_of_the_drawing_ends_the_proposal() {
        StudioDesk two =
                new StudioDesk(drafts, library, check, packages, parts, explanation, directory, current, clock, true);
        String id = two.begin("example:minimal", null, "Đổi ý");
        two.publish(id, new ModelDraft.Seen(1, 0), new Wish("Thử"));
        two.save(id, 1, bytes(Examples.xml("minimal").orElseThrow()));
        assertThat(two.find(id).proposedBy()).isNull();
        assertThatThrownBy(() ->
                        two.approve(id, new ModelDraft.Seen(2, 0), two.find(id).proposal()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_part_beside_the_drawing_is_saved_only_over_what_its_designer_saw() {
        String id = desk.begin("example:minimal", null, "Kèm bảng");
        assertThat(desk.parts(id)).isEmpty();
        assertThat(desk.savePart(id, "deadlines.dmn", 0, bytes("<một/>"))).isTrue();
        assertThat(desk.savePart(id, "deadlines.dmn", 0, bytes("<hai/>"))).isFalse();
        assertThat(desk.savePart(id, "letters.json", 0, bytes("<ba/>"))).isTrue();
        assertThat(desk.savePart(id, "deadlines.dmn", 1, bytes("<bốn/>"))).isTrue();
        assertThat(desk.parts(id)).extracting(DraftPart::content).containsExactly("<bốn/>", "<ba/>");
        assertThat(desk.removePart(id, "deadlines.dmn", 1)).isFalse();
        assertThat(desk.removePart(id, "deadlines.dmn", 3)).isTrue();
        assertThat(desk.part(id, "deadlines.dmn")).isEmpty();
        assertThat(desk.savePart(id, "deadlines.dmn", 3, bytes("<năm/>"))).isFalse();
        assertThat(desk.find(id))
                .extracting(ModelDraft::revision, ModelDraft::partsRevision)
                .containsExactly(1, 4);
    }

    @Test
    void a_change_of_a_part_ends_the_proposal() {
        StudioDesk two =
                new StudioDesk(drafts, library, check, packages, parts, explanation, directory, current, clock, true);
        String id = two.begin("example:minimal", null, "Đổi bảng");
        two.publish(id, new ModelDraft.Seen(1, 0), new Wish("Thử"));
        two.savePart(id, "deadlines.dmn", 0, bytes("<một/>"));
        assertThat(two.find(id).proposedBy()).isNull();
    }

    @Test
    void rolling_back_is_a_proposal_where_two_are_wanted() {
        String xml = Examples.xml("minimal").orElseThrow().replace("short-answer", "back-by-two");
        for (String name : List.of("Trả lời", "Hồi âm")) {
            String id = desk.begin("", bytes(xml.replace("Trả lời", name)), name);
            desk.publish(id, new ModelDraft.Seen(1, 0), new Wish("Thử"));
        }
        StudioDesk two =
                new StudioDesk(drafts, library, check, packages, parts, explanation, directory, current, clock, true);
        assertThat(two.publishAgain("back-by-two", 1, new Wish("Quay lại")))
                .isInstanceOfSatisfying(StudioDesk.Proposed.class, waits -> {
                    ModelDraft proposed = two.find(waits.draft());
                    assertThat(proposed.proposedNote()).isEqualTo("Quay lại");
                    assertThat(proposed.xml())
                            .isEqualTo(library.xml("back-by-two", 1).orElseThrow());
                    assertThatThrownBy(() -> two.approve(waits.draft(), proposed.seen(), proposed.proposal()))
                            .isInstanceOf(Refusal.class);
                });
        assertThat(library.newest("back-by-two").orElseThrow().version()).isEqualTo(2);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
