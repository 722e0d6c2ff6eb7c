package vn.caunoi.processes.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.processes.engine.Diagram.desk;
import static vn.caunoi.processes.engine.Diagram.end;
import static vn.caunoi.processes.engine.Diagram.flow;
import static vn.caunoi.processes.engine.Diagram.process;
import static vn.caunoi.processes.engine.Diagram.start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.petition.CaseCommand;
import vn.caunoi.core.petition.Cases;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.testing.TestDatabase;

/** Drivers on several nodes over one database, and a driver that comes late. */
class SeveralDriversTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String INTAKE = "petition-intake";
    private static final String TWO_TASKS = start("s")
            + flow("s", "one")
            + desk("one")
            + flow("one", "two")
            + desk("two")
            + flow("two", "e")
            + end("e");

    private final TestDatabase database = TestDatabase.fresh();
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void what_was_recorded_before_the_drivers_first_start_is_driven_too() throws Exception {
        ConfigurableApplicationContext node = node();
        driver(node).shutDown();
        Town town = node.getBean(Town.class);
        town.jdbc.sql("delete from ledger.token where processor = 'driver'").update();
        PetitionId petition = new PetitionId(java.util.UUID.randomUUID().toString());
        town.sendOnly(town.handIn(petition));
        assertThat(town.names(petition)).doesNotContain("process.started");
        driver(node).start();
        await(() -> town.openKeys(petition).equals(List.of("one")));
    }

    @Test
    void two_share_the_work_lose_races_without_losing_anything_and_one_goes_on_alone() throws Exception {
        ConfigurableApplicationContext one = node();
        await(() -> segments(one) == 4);
        driver(one).releaseSegment(2, 20, TimeUnit.SECONDS);
        driver(one).releaseSegment(3, 20, TimeUnit.SECONDS);
        ConfigurableApplicationContext other = node();
        await(() -> segments(one) == 2 && segments(other) == 2);
        driveAll(one.getBean(Town.class), other.getBean(Town.class), one.getBean(Progress.class));
        assertThat(segments(one)).isEqualTo(2);

        other.close();
        await(() -> segments(one) == 4);
        driveAll(one.getBean(Town.class), one.getBean(Town.class), one.getBean(Progress.class));
    }

    /** Each case is worked on from two nodes at once, while the drivers move it. */
    private void driveAll(Town here, Town there, Progress progress) throws Exception {
        List<PetitionId> petitions = IntStream.range(0, 24)
                .mapToObj(n -> new PetitionId(java.util.UUID.randomUUID().toString()))
                .toList();
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            List<Future<?>> work = new ArrayList<>();
            for (PetitionId petition : petitions) {
                here.sendOnly(here.handIn(petition));
                work.add(people.submit(() -> complete(here, petition)));
                for (int n = 0; n < 5; n++) {
                    work.add(people.submit(() -> there.sendOnly(note(petition))));
                }
            }
            for (Future<?> each : work) {
                each.get();
            }
        }
        assertThat(progress.awaitSettled(LONG)).isTrue();
        for (PetitionId petition : petitions) {
            assertThat(here.names(petition))
                    .containsOnlyOnce("process.started", "process.ended")
                    .doesNotContain("incident.opened")
                    .filteredOn(name -> name.equals("task.opened") || name.equals("petition.note-added"))
                    .hasSize(2 + 5);
        }
        assertThat(here.count("engine.instance")).isZero();
    }

    private static void complete(Town town, PetitionId petition) {
        await(() -> town.openKeys(petition).equals(List.of("one")));
        town.sendOnly(town.delivery(petition, "one"));
        await(() -> town.openKeys(petition).equals(List.of("two")));
        town.sendOnly(town.delivery(petition, "two"));
    }

    private static Object note(PetitionId petition) {
        return new CaseCommand.AddNote(petition, "note", Cases.OFFICER);
    }

    private ConfigurableApplicationContext node() {
        SpringApplicationBuilder node = new SpringApplicationBuilder(DriverTestConfiguration.class, Town.class)
                .web(WebApplicationType.NONE)
                .properties("caunoi.sweeper.interval=PT0S", "caunoi.processors.driver.segments=4");
        database.register((name, value) -> node.properties(name + "=" + value.get()));
        ConfigurableApplicationContext started = node.run();
        nodes.add(started);
        started.getBean(TestModels.class).publish(INTAKE, process(INTAKE, TWO_TASKS));
        return started;
    }

    private static int segments(ConfigurableApplicationContext node) {
        return driver(node).processingStatus().size();
    }

    private static StreamingEventProcessor driver(ConfigurableApplicationContext node) {
        return node.getBean(EventProcessingConfiguration.class)
                .eventProcessor(Driver.GROUP, StreamingEventProcessor.class)
                .orElseThrow();
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(until);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
