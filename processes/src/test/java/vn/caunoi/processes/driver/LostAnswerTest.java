package vn.caunoi.processes.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.processes.engine.Diagram.desk;
import static vn.caunoi.processes.engine.Diagram.end;
import static vn.caunoi.processes.engine.Diagram.flow;
import static vn.caunoi.processes.engine.Diagram.process;
import static vn.caunoi.processes.engine.Diagram.start;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.testing.LostAnswers;
import vn.caunoi.core.testing.TestDatabase;

@SpringBootTest(
        classes = {DriverTestConfiguration.class, Town.class, LostAnswerTest.Network.class},
        properties = "caunoi.sweeper.interval=PT0S",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class LostAnswerTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String INTAKE = "petition-intake";
    private static final String A_TASK = start("s") + flow("s", "one") + desk("one") + flow("one", "e") + end("e");

    @TestConfiguration
    static class Network {
        @Bean
        static LostAnswers lostAnswers() {
            return new LostAnswers();
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
    private LostAnswers network;

    @Test
    void a_batch_whose_commit_was_done_but_not_answered_is_not_driven_twice() {
        models.publish(INTAKE, process(INTAKE, A_TASK));
        town.handsIn();
        town.settled();
        network.loseOneOf("follower[driver]");
        PetitionId petition = town.handsIn();
        town.settled();
        assertThat(network.wasLost()).isTrue();
        town.completes(petition, "one");
        assertThat(town.names(petition))
                .containsOnlyOnce("process.started", "task.opened", "task.completed", "process.ended")
                .doesNotContain("incident.opened");
    }
}
