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
        return ProcessorSettings.collecting("inbox");
    }

    @Bean
    ProcessorSettings casefileProcessor() {
        return ProcessorSettings.collecting("casefile");
    }

    @Bean
    ProcessorSettings oversightProcessor() {
        return ProcessorSettings.collecting("oversight");
    }

    @Bean
    ProcessorSettings directoryProcessor() {
        return ProcessorSettings.collecting("directory");
    }

    @Bean
    ProcessorSettings incidentsProcessor() {
        return ProcessorSettings.collecting("incidents");
    }
}
