package vn.caunoi.processes.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.ledger.Migrations;
import vn.caunoi.processes.engine.state.InstanceSessions;
import vn.caunoi.processes.engine.state.Instances;

/**
 * The process engine inside this program: on the shared data source and transactions, in schema {@code engine}, without
 * history, job executor, identities, decisions or metrics, and closed to code.
 */
@Configuration(proxyBeanMethods = false)
public class EngineConfiguration {

    @Bean
    Instances instances(DataSource database, Migrations migrated, PlatformTransactionManager transactions) {
        return Instances.carriedOver(new JdbcTemplate(database), new TransactionTemplate(transactions));
    }

    @Bean(destroyMethod = "close")
    ProcessEngine processEngine(
            DataSource database, PlatformTransactionManager transactions, Migrations migrated, Instances instances) {
        SpringProcessEngineConfiguration settings = settings(database, transactions);
        settings.setCustomSessionFactories(new ArrayList<>(List.of(new InstanceSessions(instances, settings))));
        CallersTransaction.use(settings, transactions);
        return settings.buildProcessEngine();
    }

    /** All but where it keeps what runs. */
    static SpringProcessEngineConfiguration settings(DataSource database, PlatformTransactionManager transactions) {
        SpringProcessEngineConfiguration settings = new SpringProcessEngineConfiguration();
        settings.setDataSource(database);
        settings.setTransactionManager(transactions);
        settings.setDatabaseType("postgres");
        settings.setDatabaseSchema("engine");
        settings.setDatabaseTablePrefix("engine.");
        settings.setDatabaseSchemaUpdate("false");
        // the default generator opens a second connection inside the transaction
        settings.setIdGenerator(new StrongUuidGenerator());
        quieten(settings);
        close(settings);
        Migration.allow(TaskWait.class);
        return settings;
    }

    @Bean
    Engine engine(ProcessEngine engine, Instances instances) {
        return new Engine(engine, instances);
    }

    private static void quieten(SpringProcessEngineConfiguration settings) {
        settings.setHistory("none");
        settings.setDbHistoryUsed(false);
        settings.setDbIdentityUsed(false);
        settings.setAuthorizationEnabled(false);
        settings.setTenantCheckEnabled(false);
        settings.setJobExecutorActivate(false);
        settings.setHintJobExecutor(false);
        settings.setMetricsEnabled(false);
        settings.setTaskMetricsEnabled(false);
        settings.setCmmnEnabled(false);
        settings.setDmnEnabled(false);
        settings.setEnforceHistoryTimeToLive(false);
        settings.setHistoryCleanupEnabled(false);
        // a failure is an incident with a cause; the engine's own log would repeat it with a trace
        settings.setEnableCmdExceptionLogging(false);
        nameNothingInTheLog(settings);
    }

    /** The engine would note step and process for its log at each of its own small operations. */
    private static void nameNothingInTheLog(SpringProcessEngineConfiguration settings) {
        settings.setLoggingContextActivityId("");
        settings.setLoggingContextActivityName("");
        settings.setLoggingContextApplicationName("");
        settings.setLoggingContextBusinessKey("");
        settings.setLoggingContextProcessDefinitionId("");
        settings.setLoggingContextProcessDefinitionKey("");
        settings.setLoggingContextProcessInstanceId("");
        settings.setLoggingContextTenantId("");
        settings.setLoggingContextEngineName("");
    }

    private static void close(SpringProcessEngineConfiguration settings) {
        // null would show every bean of the program to expressions
        settings.setBeans(Map.of());
        settings.setBpmnParseFactory(AdmittedParse::new);
        settings.setArtifactFactory(new Refusing.Classes());
        settings.setScriptEngineResolver(new Refusing.Scripts());
        settings.setExpressionManager(new FactExpressions());
        settings.setDmnElProvider(text -> {
            throw new RefusedDiagram("The engine evaluates no decisions");
        });
        settings.setJavaSerializationFormatEnabled(false);
        settings.setEnableExpressionsInAdhocQueries(false);
        settings.setEnableExpressionsInStoredQueries(false);
        settings.setBusinessCalendarManager(new EventTimeCalendar());
        settings.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new DiagramReader())));
    }
}
