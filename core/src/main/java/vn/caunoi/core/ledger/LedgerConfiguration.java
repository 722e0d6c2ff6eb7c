package vn.caunoi.core.ledger;

import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import vn.caunoi.core.vault.VaultConfiguration;

/**
 * Axon on PostgreSQL, in one transaction. Everything that Axon would choose by itself on this version of Spring Boot,
 * and choose wrongly, is declared here: above all the transaction manager.
 */
@Configuration(proxyBeanMethods = false)
@Import({VaultConfiguration.class, StorageConfiguration.class, FollowingConfiguration.class})
@PropertySource("classpath:vn/caunoi/core/ledger/ledger.properties")
public class LedgerConfiguration {

    @Bean
    Migrations migrations(DataSource database) {
        return Migrations.run(database);
    }

    @Bean
    LedgerTransactions transactionManager(DataSource database) {
        return new LedgerTransactions(database);
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    /**
     * Not wrapped for units of work: the transaction always binds the connection, and the wrapper would roll all of it
     * back when only a nested unit of work fails.
     */
    @Bean
    ConnectionProvider connectionProvider(DataSource database) {
        return new SpringDataSourceConnectionProvider(database);
    }

    @Bean
    StreamLocks streamLocks(JdbcTemplate jdbc, ReadyAggregates ready) {
        return new StreamLocks(jdbc, ready);
    }

    @Bean
    Commands commands(CommandBus bus) {
        return new Commands(bus);
    }

    @Bean
    AtOnce atOnce(Commands commands, TransactionManager transactions) {
        return new AtOnce(commands, transactions);
    }

    @Bean
    ConfigurerModule lockBeforeLoading(StreamLocks locks, ReadyAggregates ready) {
        LockBeforeLoading lock = new LockBeforeLoading(locks, ready);
        return configurer -> configurer.onInitialize(
                config -> config.onStart(() -> config.commandBus().registerHandlerInterceptor(lock)));
    }

    @Bean
    ConfigurerModule targetsOfCommands() {
        return configurer -> configurer.registerComponent(CommandTargetResolver.class, config -> new CommandTarget());
    }

    @Bean
    ConfigurerModule oneTransaction() {
        return configurer -> configurer.onInitialize(OneTransaction::mustHold);
    }

    @Bean
    DuplicateCommandHandlerResolver duplicateCommandHandlerResolver() {
        return DuplicateCommandHandlerResolution.rejectDuplicates();
    }

    @Bean
    CorrelationDataProvider whoActed() {
        return new SimpleCorrelationDataProvider(Commands.BY);
    }

    @Bean
    CorrelationDataProvider messageOrigin() {
        return new MessageOriginProvider();
    }
}
