package vn.caunoi.core.ledger;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.caunoi.core.testing.MovableClock;

/** The ledger with a box, a driver that seals full boxes' labels, and a list of boxes. */
@TestComponent
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({LedgerConfiguration.class, Box.class, BoxDriver.class, BoxList.class})
class LedgerTestConfiguration {

    @Bean
    MovableClock clock() {
        return MovableClock.at("2026-11-18T09:00:00.123456789+07:00");
    }

    @Bean
    ProcessorSettings driver() {
        return ProcessorSettings.driver("box-driver");
    }

    @Bean
    ProcessorSettings list() {
        return ProcessorSettings.projection("box-list");
    }
}
