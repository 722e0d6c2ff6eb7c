package vn.caunoi.ops.server;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
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

    /** Axon asks for six percentiles of every message of every processor, dearer to keep than most messages to handle. */
    @Bean
    MeterFilter noPercentilesInTheProgram() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig asked) {
                return DistributionStatisticConfig.builder()
                        .percentiles()
                        .build()
                        .merge(asked);
            }
        };
    }

    @Bean
    GlobalMetricRegistry axonMeters(MeterRegistry registry) {
        return new GlobalMetricRegistry(registry);
    }

    @Bean
    MetricsConfigurerModule axonMetersModule(GlobalMetricRegistry meters) {
        return new MetricsConfigurerModule(meters);
    }
}
