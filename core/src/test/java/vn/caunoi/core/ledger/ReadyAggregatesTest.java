package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.common.caching.Cache;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.testing.TestDatabase;

@SpringBootTest(classes = LedgerTestConfiguration.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class ReadyAggregatesTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @Autowired
    private Commands commands;

    @Autowired
    private Progress progress;

    @Autowired
    private Cache ready;

    @Autowired
    private PlatformTransactionManager transactions;

    private final String box = UUID.randomUUID().toString();

    @Test
    void what_a_command_leaves_is_ready_for_the_next_one() {
        open();
        int before = putIn();
        assertThat(ready.containsKey(box)).isTrue();
        assertThat(putIn()).isEqualTo(before + 1);
    }

    @Test
    void what_another_node_appended_is_never_overlooked() {
        open();
        int before = putIn();
        try (ConfigurableApplicationContext other = otherNode()) {
            int there = Objects.requireNonNull(
                    other.getBean(Commands.class).<Integer>send(new Box.PutIn(box, "spoon"), "clerk"));
            assertThat(there).isEqualTo(before + 1);
            assertThat(putIn()).isEqualTo(before + 2);
        }
    }

    @Test
    void what_a_refused_command_made_of_it_is_gone() {
        open();
        int before = putIn();
        assertThatThrownBy(() -> commands.send(new Box.Shake(box), "clerk")).isInstanceOf(Box.TooFragile.class);
        assertThat(putIn()).isEqualTo(before + 1);
    }

    @Test
    void what_was_rolled_back_with_the_callers_transaction_is_gone() {
        open();
        int before = putIn();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            putIn();
            status.setRollbackOnly();
        });
        assertThat(putIn()).isEqualTo(before + 1);
    }

    private void open() {
        commands.send(new Box.Open(box), "clerk");
        assertThat(progress.awaitSettled(box, Duration.ofSeconds(20))).isTrue();
    }

    private int putIn() {
        return Objects.requireNonNull(commands.<Integer>send(new Box.PutIn(box, "fork"), "clerk"));
    }

    private static ConfigurableApplicationContext otherNode() {
        SpringApplicationBuilder node =
                new SpringApplicationBuilder(LedgerTestConfiguration.class).web(WebApplicationType.NONE);
        DATABASE.register((name, value) -> node.properties(name + "=" + value.get()));
        return node.run();
    }
}
