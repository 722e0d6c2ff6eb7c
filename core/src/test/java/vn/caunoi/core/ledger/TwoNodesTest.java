package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.caunoi.core.testing.TestDatabase;

/** Two nodes on one database: the segments of a driver are shared out, and nothing is handled twice or left out. */
class TwoNodesTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String DRIVER = "box-driver";

    private final TestDatabase database = TestDatabase.fresh();
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void both_work_and_what_one_leaves_the_other_takes_over() throws Exception {
        ConfigurableApplicationContext one = node();
        release(one, 2, 3);
        ConfigurableApplicationContext other = node();
        await(() -> segments(other) == 2 && segments(one) == 2);
        openBoxes(one, other, 60);
        assertEveryBoxWasLabelledOnce(60);

        other.close();
        await(() -> segments(one) == 4);
        openBoxes(one, one, 20);
        assertEveryBoxWasLabelledOnce(80);
    }

    /** Every box is put into by two people at once while the driver labels it. */
    private void openBoxes(ConfigurableApplicationContext one, ConfigurableApplicationContext other, int count)
            throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            List<Future<?>> done = new ArrayList<>();
            for (int n = 0; n < count; n++) {
                String box = UUID.randomUUID().toString();
                Commands here = one.getBean(Commands.class);
                Commands there = other.getBean(Commands.class);
                here.send(new Box.Open(box), "clerk");
                done.add(people.submit(() -> here.send(new Box.PutIn(box, "fork"), "clerk")));
                done.add(people.submit(() -> there.send(new Box.PutIn(box, "spoon"), "clerk")));
            }
            for (Future<?> each : done) {
                each.get();
            }
        }
        assertThat(one.getBean(Progress.class).awaitSettled(LONG)).isTrue();
    }

    private void assertEveryBoxWasLabelledOnce(int boxes) {
        assertThat(database.jdbc().sql("""
                        select count(*) from (
                          select stream from ledger.readable_event group by stream
                          having count(*) = 4 and count(*) filter (where by = 'system:box-driver') = 1) as labelled""").query(Integer.class).single()).isEqualTo(boxes);
        assertThat(database.jdbc()
                        .sql("select count(*) from views.driven")
                        .query(Integer.class)
                        .single())
                .isEqualTo(boxes);
        assertThat(database.jdbc()
                        .sql("select count(*) from views.box where things = 3")
                        .query(Integer.class)
                        .single())
                .isEqualTo(boxes);
    }

    private ConfigurableApplicationContext node() {
        SpringApplicationBuilder node = new SpringApplicationBuilder(LedgerTestConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties("caunoi.processors." + DRIVER + ".segments=4");
        database.register((name, value) -> node.properties(name + "=" + value.get()));
        ConfigurableApplicationContext started = node.run();
        nodes.add(started);
        await(() -> segments(started) > 0 || nodes.size() > 1);
        return started;
    }

    private static void release(ConfigurableApplicationContext node, int... segments) {
        await(() -> segments(node) == 4);
        for (int segment : segments) {
            driver(node).releaseSegment(segment, 20, java.util.concurrent.TimeUnit.SECONDS);
        }
    }

    private static long segments(ConfigurableApplicationContext node) {
        return driver(node).processingStatus().size();
    }

    private static StreamingEventProcessor driver(ConfigurableApplicationContext node) {
        return node.getBean(EventProcessingConfiguration.class)
                .eventProcessor(DRIVER, StreamingEventProcessor.class)
                .orElseThrow();
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long until = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(until);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
