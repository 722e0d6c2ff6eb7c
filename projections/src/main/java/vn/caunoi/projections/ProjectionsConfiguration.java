package vn.caunoi.projections;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.core.ledger.ProcessorSettings;
import vn.caunoi.core.ledger.following.BatchReader;
import vn.caunoi.core.ledger.following.BatchReaders;

/** The read models and what follows the record for them. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ProjectionsConfiguration {

    @Bean
    BatchReaders readModels(List<ReadModel> models, JdbcTemplate jdbc) {
        return new BatchReaders(models.stream()
                .<BatchReader>map(model -> new Together(model, jdbc))
                .toList());
    }

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
    ProcessorSettings likenessProcessor() {
        return ProcessorSettings.collecting("likeness");
    }

    @Bean
    ProcessorSettings repeatsProcessor() {
        return ProcessorSettings.collecting("repeats");
    }

    @Bean
    ProcessorSettings searchProcessor() {
        return ProcessorSettings.collecting("search");
    }

    @Bean
    ProcessorSettings publishedAnswersProcessor() {
        return ProcessorSettings.collecting("published_answers");
    }

    @Bean
    ProcessorSettings publishedDecisionsProcessor() {
        return ProcessorSettings.collecting("published_decisions");
    }

    @Bean
    ProcessorSettings directoryProcessor() {
        return ProcessorSettings.collecting("directory");
    }

    @Bean
    ProcessorSettings reorganisationsProcessor() {
        return ProcessorSettings.collecting("reorganisations");
    }

    @Bean
    ProcessorSettings messagesProcessor() {
        return ProcessorSettings.collecting("messages");
    }

    @Bean
    ProcessorSettings lettersProcessor() {
        return ProcessorSettings.collecting("letters");
    }

    @Bean
    ProcessorSettings letterFormsProcessor() {
        return ProcessorSettings.collecting("letter_forms");
    }

    @Bean
    ProcessorSettings numberBooksProcessor() {
        return ProcessorSettings.collecting("number_books");
    }

    @Bean
    ProcessorSettings consultsProcessor() {
        return ProcessorSettings.collecting("consults");
    }

    @Bean
    ProcessorSettings directionsProcessor() {
        return ProcessorSettings.collecting("directions");
    }

    @Bean
    ProcessorSettings decisionProcessor() {
        return ProcessorSettings.collecting("decision");
    }

    @Bean
    ProcessorSettings nationalProcessor() {
        return ProcessorSettings.collecting("national");
    }

    @Bean
    ProcessorSettings incidentsProcessor() {
        return ProcessorSettings.collecting("incidents");
    }

    @Bean
    ProcessorSettings receptionProcessor() {
        return ProcessorSettings.collecting("reception");
    }

    @Bean
    ProcessorSettings rotaProcessor() {
        return ProcessorSettings.collecting("rota");
    }

    @Bean
    ProcessorSettings conferencesProcessor() {
        return ProcessorSettings.collecting("conferences");
    }

    @Bean
    ProcessorSettings runningDeadlinesProcessor() {
        return ProcessorSettings.collecting("running_deadlines");
    }

    @Bean
    ProcessorSettings timeChangesProcessor() {
        return ProcessorSettings.collecting("time_changes");
    }

    @Bean
    ProcessorSettings dossiersProcessor() {
        return ProcessorSettings.collecting("dossiers");
    }

    @Bean
    ProcessorSettings reportFactsProcessor() {
        return ProcessorSettings.collecting("report_facts");
    }

    @Bean
    ProcessorSettings reportSubmissionsProcessor() {
        return ProcessorSettings.collecting("report_submissions");
    }

    @Bean
    ProcessorSettings changesProcessor() {
        return ProcessorSettings.collecting("changes");
    }

    @Bean
    ProcessorSettings passagesProcessor() {
        return ProcessorSettings.collecting("passages");
    }
}
