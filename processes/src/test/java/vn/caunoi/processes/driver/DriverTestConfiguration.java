package vn.caunoi.processes.driver;

import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.LedgerConfiguration;
import vn.caunoi.core.routing.Route;
import vn.caunoi.core.routing.Routing;
import vn.caunoi.core.testing.MovableClock;
import vn.caunoi.processes.engine.EngineConfiguration;
import vn.caunoi.processes.rules.RulesConfiguration;
import vn.caunoi.processes.sweeper.SweeperConfiguration;

@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({"vn.caunoi.core.petition", "vn.caunoi.core.directory"})
@Import({
    LedgerConfiguration.class,
    RulesConfiguration.class,
    EngineConfiguration.class,
    DriverConfiguration.class,
    SweeperConfiguration.class
})
class DriverTestConfiguration {

    @Bean
    MovableClock clock() {
        return MovableClock.at("2026-11-18T10:00:00+07:00");
    }

    /** What is about land in hamlet 3 belongs to ward B. */
    @Bean
    @Primary
    Routing routingOfTheTown() {
        return asked -> Objects.equals(asked.category(), "land") && Objects.equals(asked.place(), "thôn 3")
                ? Optional.of(new Route("R1", "routing@1", new UnitId("B"), "local", "X"))
                : Optional.empty();
    }

    @Bean
    TestModels models() {
        return new TestModels();
    }
}
