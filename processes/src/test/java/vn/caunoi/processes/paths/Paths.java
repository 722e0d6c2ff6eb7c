package vn.caunoi.processes.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.LedgerConfiguration;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.routing.RoutingCommand.SetRoutingRow;
import vn.caunoi.core.routing.RoutingRow;
import vn.caunoi.core.routing.RoutingRowsInForce;
import vn.caunoi.core.testing.MovableClock;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.processes.driver.DriverConfiguration;
import vn.caunoi.processes.engine.EngineConfiguration;
import vn.caunoi.processes.rules.RulesConfiguration;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.StudioConfiguration;
import vn.caunoi.processes.sweeper.Sweeper;
import vn.caunoi.processes.sweeper.SweeperConfiguration;

/** One context and one database for all tests of paths; the clock only goes forward. */
@SpringBootTest(
        classes = Paths.Program.class,
        properties = "caunoi.sweeper.interval=PT0S",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class Paths {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        LedgerConfiguration.class,
        RulesConfiguration.class,
        EngineConfiguration.class,
        DriverConfiguration.class,
        SweeperConfiguration.class,
        StudioConfiguration.class
    })
    @ComponentScan({
        "vn.caunoi.core.petition",
        "vn.caunoi.core.process",
        "vn.caunoi.core.routing",
        "vn.caunoi.core.directory"
    })
    static class Program {

        @Bean
        MovableClock clock() {
            return MovableClock.at("2026-11-18T09:00:00+07:00");
        }
    }

    @Autowired
    private Commands commands;

    @Autowired
    private Progress progress;

    @Autowired
    private Streams streams;

    @Autowired
    private Sweeper sweeper;

    @Autowired
    private Library library;

    @Autowired
    private RoutingRowsInForce routing;

    @Autowired
    private MovableClock clock;

    /** A petition handed in a moment ago. */
    PetitionCase handIn(Kind declared) {
        return program().handIn(declared);
    }

    /** A complaint, classified as one. */
    PetitionCase complaint() {
        return handIn(Kind.COMPLAINT).classifyAs(Kind.COMPLAINT);
    }

    /** A ward, and what belongs to it. */
    void routed(String category, String ward) {
        Actor admin = Actor.of("admin1", "P", Role.ADMIN);
        UnitId unit = new UnitId(ward);
        commands.send(new EstablishUnit(unit, null, "Phường " + ward), "test");
        var row = new RoutingRow("to-" + ward, null, category, List.of(), null, unit, null, null, "Quy chế");
        commands.send(new SetRoutingRow(row, admin), "test");
        assertThat(progress.awaitSettled(Duration.ofSeconds(30))).isTrue();
        routing.forget();
    }

    /** A unit below another. */
    void established(String id, @Nullable String above) {
        UnitId parent = above == null ? null : new UnitId(above);
        commands.send(new EstablishUnit(new UnitId(id), parent, "Đơn vị " + id), "test");
        assertThat(progress.awaitSettled(Duration.ofSeconds(30))).isTrue();
    }

    PetitionCase program() {
        return new PetitionCase(commands, progress, streams, sweeper, library, clock);
    }
}
