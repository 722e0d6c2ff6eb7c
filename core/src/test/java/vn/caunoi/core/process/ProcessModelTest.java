package vn.caunoi.core.process;

import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.process.ProcessCommand.PublishProcess;
import vn.caunoi.core.process.ProcessEvent.ProcessPublished;

class ProcessModelTest {

    private final FixtureConfiguration<ProcessModel> process = new AggregateTestFixture<>(ProcessModel.class);

    @Test
    void the_first_model_of_a_process_is_version_1() {
        process.givenNoPriorActivity()
                .when(publish("a"))
                .expectEvents(published(1, "a"))
                .expectResultMessagePayload(1);
    }

    @Test
    void a_changed_model_is_the_next_version() {
        process.given(published(1, "a"))
                .when(publish("b"))
                .expectEvents(published(2, "b"))
                .expectResultMessagePayload(2);
    }

    @Test
    void a_model_equal_to_the_newest_changes_nothing() {
        process.given(published(1, "a"), published(2, "b"))
                .when(publish("b"))
                .expectNoEvents()
                .expectResultMessagePayload(2);
    }

    @Test
    void an_older_model_can_be_published_again() {
        process.given(published(1, "a"), published(2, "b")).when(publish("a")).expectEvents(published(3, "a"));
    }

    private static PublishProcess publish(String hash) {
        return new PublishProcess(
                "complaint", "Khiếu nại", hash, "<xml/>", Set.of("petition.withdrawn"), "Luật mới", "designer2");
    }

    private static ProcessPublished published(int version, String hash) {
        return new ProcessPublished(
                "complaint",
                version,
                "Khiếu nại",
                hash,
                "<xml/>",
                Set.of("petition.withdrawn"),
                "Luật mới",
                "designer2");
    }
}
