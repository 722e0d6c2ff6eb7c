package vn.caunoi.ops.server;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.micrometer.GlobalMetricRegistry;
import org.axonframework.micrometer.MetricsConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Meters of commands, events and processors. Declared here because Axon's own auto-configuration orders itself after
 * class names that this version of Spring Boot does not have, and then stays silent.
 */
@Configuration(proxyBeanMethods = false)
class Measuring {

    @Bean
    GlobalMetricRegistry axonMeters(MeterRegistry registry) {
        return new AxonMeters(registry);
    }

    @Bean
    MetricsConfigurerModule axonMetersModule(GlobalMetricRegistry meters) {
        return new MetricsConfigurerModule(meters);
    }
}
