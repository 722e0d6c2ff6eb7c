package vn.caunoi.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.DeadLetters;
import vn.caunoi.core.ledger.LedgerConfiguration;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.testing.LostAnswers;
import vn.caunoi.core.testing.MovableClock;
import vn.caunoi.core.testing.TestDatabase;

/** Events go into the ledger and come out of the read models, by the real processors, on a real database. */
@SpringBootTest(classes = ReadModelsTest.Parts.class)
public abstract class ReadModelsTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final AtomicInteger UNITS = new AtomicInteger();

    @Autowired
    protected EventStore events;

    @Autowired
    protected PlatformTransactionManager transactions;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected JdbcTemplate jdbc;

    @Autowired
    private vn.caunoi.core.ledger.Progress progress;

    @Autowired
    private DeadLetters deadLetters;

    /** A unit of its own for each test, so that tests do not see each other's cases. */
    protected final UnitId unit = new UnitId("U" + UNITS.incrementAndGet());

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @TestComponent
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({LedgerConfiguration.class, ProjectionsConfiguration.class})
    static class Parts {
        @Bean
        MovableClock clock() {
            return MovableClock.at("2026-11-18T09:00:00+07:00");
        }

        @Bean
        static LostAnswers lostAnswers() {
            return new LostAnswers();
        }
    }

    protected Story story() {
        PetitionId id = new PetitionId(UUID.randomUUID().toString());
        return new Story(id, unit, new Ledger(events, transactions), clock);
    }

    /** Waits until the read models have handled all that was recorded, and nothing was left aside. */
    protected void settle() {
        assertThat(progress.awaitSettled(Duration.ofSeconds(20))).isTrue();
        assertThat(deadLetters.waiting()).isEmpty();
    }

    /** Waits as well, though something may be left aside. */
    protected DeadLetters leftAside() {
        assertThat(progress.awaitSettled(Duration.ofSeconds(60))).isTrue();
        return deadLetters;
    }
}
