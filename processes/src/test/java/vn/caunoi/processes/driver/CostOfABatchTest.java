package vn.caunoi.processes.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.processes.engine.Diagram.action;
import static vn.caunoi.processes.engine.Diagram.desk;
import static vn.caunoi.processes.engine.Diagram.end;
import static vn.caunoi.processes.engine.Diagram.flow;
import static vn.caunoi.processes.engine.Diagram.process;
import static vn.caunoi.processes.engine.Diagram.start;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.caunoi.core.petition.CaseCommand;
import vn.caunoi.core.petition.Cases;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.testing.TestDatabase;

@SpringBootTest(
        classes = {DriverTestConfiguration.class, Town.class, CostOfABatchTest.Counting.class},
        properties = "caunoi.sweeper.interval=PT0S",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class CostOfABatchTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String INTAKE = "petition-intake";

    private static final String A_DEADLINE_AND_TWO_TASKS = start("s")
            + flow("s", "d")
            + action("d", "set-deadline", "stage", "process", "basis", "RECEIVED")
            + flow("d", "one")
            + desk("one")
            + flow("one", "two")
            + desk("two")
            + flow("two", "e")
            + end("e");

    @TestConfiguration
    static class Counting {
        @Bean
        static Statements statements() {
            return new Statements();
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @Autowired
    private Town town;

    @Autowired
    private TestModels models;

    @Autowired
    private Statements statements;

    @Autowired
    private EventProcessingConfiguration processing;

    @BeforeEach
    void plainIntake() {
        models.publish(INTAKE, process(INTAKE, A_DEADLINE_AND_TWO_TASKS));
        town.handsIn();
    }

    /** Three or four batches: events that come while it starts make batches of their own. */
    private static final int A_FEW_BATCHES = 60;

    @Test
    void many_petitions_received_cost_the_driver_a_few_statements() {
        assertThat(startingAll(received(20))).hasSizeLessThan(A_FEW_BATCHES);
    }

    @Test
    void many_tasks_completed_cost_the_driver_a_few_statements() {
        List<PetitionId> petitions = received(20);
        startingAll(petitions);
        List<String> asked = completingAll(petitions);
        assertThat(asked).hasSizeLessThan(A_FEW_BATCHES);
        assertThat(asked)
                .filteredOn(sql -> sql.startsWith("insert into ledger.event"))
                .hasSizeLessThan(5);
    }

    @Test
    void what_moves_nothing_costs_a_position() {
        List<PetitionId> petitions = received(1);
        startingAll(petitions);
        List<String> asked = whileItStood(() ->
                petitions.forEach(petition -> town.sendOnly(new CaseCommand.AddNote(petition, "note", Cases.OFFICER))));
        assertThat(asked)
                .doesNotContain("setSavepoint")
                .noneMatch(sql -> sql.contains("pg_advisory_xact_lock") || sql.contains("engine."));
    }

    private static List<PetitionId> received(int petitions) {
        return Stream.generate(() -> new PetitionId(UUID.randomUUID().toString()))
                .limit(petitions)
                .toList();
    }

    private List<String> startingAll(List<PetitionId> petitions) {
        List<String> asked = whileItStood(() -> petitions.forEach(petition -> town.sendOnly(town.handIn(petition))));
        assertThat(petitions)
                .allSatisfy(petition -> assertThat(town.openKeys(petition)).containsExactly("one"));
        return asked;
    }

    private List<String> completingAll(List<PetitionId> petitions) {
        List<String> asked =
                whileItStood(() -> petitions.forEach(petition -> town.sendOnly(town.delivery(petition, "one"))));
        assertThat(petitions)
                .allSatisfy(petition -> assertThat(town.openKeys(petition)).containsExactly("two"));
        return asked;
    }

    /** What the driver asks for the one batch in which it follows all that happened meanwhile. */
    private List<String> whileItStood(Runnable happens) {
        StreamingEventProcessor driver = processing
                .eventProcessor(Driver.GROUP, StreamingEventProcessor.class)
                .orElseThrow();
        driver.shutDown();
        happens.run();
        statements.forget();
        driver.start();
        town.settled();
        return statements.ofTheDriver();
    }
}
