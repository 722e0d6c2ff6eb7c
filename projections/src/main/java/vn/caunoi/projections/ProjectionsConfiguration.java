package vn.caunoi.projections;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import vn.caunoi.core.ledger.ProcessorSettings;

/** The read models and what follows the record for them. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ProjectionsConfiguration {

    @Bean
    ProcessorSettings inboxProcessor() {
        return ProcessorSettings.projection("inbox");
    }

    @Bean
    ProcessorSettings casefileProcessor() {
        return ProcessorSettings.projection("casefile");
    }

    @Bean
    ProcessorSettings oversightProcessor() {
        return ProcessorSettings.projection("oversight");
    }

    @Bean
    ProcessorSettings directoryProcessor() {
        return ProcessorSettings.projection("directory");
    }

    @Bean
    ProcessorSettings incidentsProcessor() {
        return ProcessorSettings.projection("incidents");
    }
}
