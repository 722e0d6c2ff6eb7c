package vn.caunoi.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.testing.LostAnswers;

class TogetherTest extends ReadModelsTest {
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    @Autowired
    private EventProcessingConfiguration processing;

    @Autowired
    private LostAnswers network;

    @Test
    void all_read_models_and_their_positions_are_written_in_one_transaction() {
        untilTogether();
        Story story = story().received(Kind.COMPLAINT, "Đền bù", "An");
        settle();
        assertThat(transactionOf("views.case_file", story)).isEqualTo(transactionOf("views.oversight_case", story));
    }

    @Test
    void who_cannot_take_an_event_goes_alone_and_the_others_go_on_without_it() {
        Story story = story();
        jdbc.execute(
                "alter table views.oversight_case add constraint refuses check (id <> '" + story.id.value() + "')");
        try {
            story.received(Kind.COMPLAINT, "Thu hồi đất", "An");
            assertThat(leftAside().waiting()).isEqualTo(Map.of("oversight", 1L));
            story().received(Kind.COMPLAINT, "Đền bù", "Bình");
            leftAside();
        } finally {
            jdbc.execute("alter table views.oversight_case drop constraint refuses");
        }
        assertThat(transactionOf("views.case_file", story)).isNotEmpty();
        leftAside().retry("oversight");
        untilTogether();
    }

    @Test
    void who_was_set_back_takes_all_again_and_changes_nothing() {
        Story story = story().received(Kind.COMPLAINT, "Đền bù", "An");
        story.opened("a", Role.OFFICER, null, null).opened("b", Role.OFFICER, null, null);
        story.completed("a", "me");
        settle();
        String before = content();
        StreamingEventProcessor inbox = processing
                .eventProcessor("inbox", StreamingEventProcessor.class)
                .orElseThrow();
        inbox.shutDown();
        assertThat(inbox.isRunning()).isFalse();
        inbox.resetTokens();
        inbox.start();
        settle();
        assertThat(before).contains("Đền bù");
        assertThat(content()).isEqualTo(before);
        assertThat(jdbc.queryForObject(
                        "select sum(open) from views.task_count where unit = ?", Long.class, unit.value()))
                .isEqualTo(1);
        untilTogether();
    }

    @Test
    void a_batch_whose_commit_was_done_but_not_answered_is_not_taken_twice() {
        untilTogether();
        network.loseOneOf("read-models");
        Story story = story().received(Kind.COMPLAINT, "Đền bù", "An");
        story.opened("a", Role.OFFICER, null, null);
        settle();
        assertThat(network.wasLost()).isTrue();
        assertThat(jdbc.queryForObject(
                        "select sum(open) from views.task_count where unit = ?", Long.class, unit.value()))
                .isEqualTo(1);
        untilTogether();
    }

    private String content() {
        return String.join(
                " ",
                jdbc.queryForList(
                        "select t::text from views.task t where unit = ? order by subject desc nulls last",
                        String.class,
                        unit.value()));
    }

    private String transactionOf(String table, Story story) {
        return String.join(
                " ",
                jdbc.queryForList("select xmin::text from " + table + " where id = ?", String.class, story.id.value()));
    }

    private int positions() {
        return jdbc.queryForList("select distinct xmin::text from ledger.token", String.class)
                .size();
    }

    /** Until one transaction moves all of them. */
    private void untilTogether() {
        long until = System.nanoTime() + PATIENCE;
        do {
            assertThat(System.nanoTime()).isLessThan(until);
            story().received(Kind.COMPLAINT, "Đền bù", "Cúc");
            settle();
        } while (positions() > 1);
    }
}
