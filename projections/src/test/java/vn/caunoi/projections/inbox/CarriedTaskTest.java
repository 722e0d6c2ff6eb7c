package vn.caunoi.projections.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.TaskEvent.TaskCarriedOver;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.inbox.Inbox.Entry;
import vn.caunoi.projections.inbox.Inbox.Filter;

/** An open task that belongs to another step, because its process follows another version. */
class CarriedTaskTest extends ReadModelsTest {

    @Autowired
    private Inbox inbox;

    @Test
    void it_stays_with_its_holder_and_is_shown_as_the_new_step_with_the_new_form() {
        String me = "me-" + unit;
        Story story = opened().claimed("a", me);
        settle();
        carry(story, Role.OFFICER, me);
        settle();
        assertThat(inbox.tasks(Filter.mine(officer(me)), null, 10).items())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.task()).isEqualTo(story.task("a"));
                    assertThat(entry.key()).isEqualTo("b");
                    assertThat(entry.name()).isEqualTo("Task b");
                    assertThat(entry.due()).isNotNull();
                    assertThat(entry.stage()).isEqualTo(Stage.RESOLUTION);
                });
        assertThat(inbox.task(story.task("a")).orElseThrow().form().id()).isEqualTo("b");
        story.completed("a", me);
        settle();
        assertThat(inbox.task(story.task("a")).orElseThrow()).satisfies(done -> {
            assertThat(done.state()).isEqualTo(Inbox.State.DONE);
            assertThat(done.form().id()).isEqualTo("b");
        });
    }

    @Test
    void at_a_step_of_another_group_it_is_in_the_list_and_the_badge_of_that_group() {
        Story story = opened().claimed("a", "me-" + unit);
        settle();
        carry(story, Role.HEAD, null);
        settle();
        Actor head = Actor.of("head-" + unit, unit.value(), Role.HEAD);
        assertThat(inbox.tasks(Filter.mine(officer("me-" + unit)), null, 10).items())
                .isEmpty();
        assertThat(inbox.tasks(Filter.unit(head), null, 10).items())
                .extracting(Entry::code)
                .isEqualTo(List.of(story.code));
        assertThat(inbox.counts(head).unclaimed()).isEqualTo(1);
        assertThat(inbox.counts(officer("me-" + unit)).mine()).isZero();
    }

    @Test
    void opened_and_carried_over_in_one_batch_it_is_the_new_step_at_once() {
        Story story = opened();
        carry(story, Role.OFFICER, null);
        settle();
        assertThat(inbox.tasks(Filter.unit(officer("o")), null, 10).items())
                .extracting(Entry::key)
                .containsExactly("b");
    }

    private Story opened() {
        return story().received(Kind.COMPLAINT, "Đất đai", "Nguyễn Văn An")
                .opened("a", Role.OFFICER, null, clock.instant().plus(Duration.ofDays(2)));
    }

    private static void carry(Story story, Role group, @Nullable String to) {
        story.tell(new TaskCarriedOver(
                story.id,
                story.task("a"),
                "b",
                1,
                "Task b",
                new Form("b", Stage.RESOLUTION, List.of()),
                group,
                to == null ? null : new OfficerId(to),
                null));
    }

    private Actor officer(String name) {
        return Actor.of(name, unit.value(), Role.OFFICER);
    }
}
