package vn.caunoi.core.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;
import vn.caunoi.core.vault.Vault;
import vn.caunoi.core.vault.VaultConfiguration;

/**
 * Axon on PostgreSQL, in one transaction. Everything that Axon would choose by itself on this version of Spring Boot,
 * and choose wrongly, is declared here: above all the transaction manager.
 */
@Configuration(proxyBeanMethods = false)
@Import({VaultConfiguration.class, LedgerConfiguration.Storage.class, LedgerConfiguration.Following.class})
@PropertySource("classpath:vn/caunoi/core/ledger/ledger.properties")
public class LedgerConfiguration {

    @Bean
    Migrations migrations(DataSource database) {
        return Migrations.run(database);
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
    StreamLocks streamLocks(JdbcClient jdbc) {
        return new StreamLocks(jdbc);
    }

    @Bean
    Commands commands(CommandBus bus) {
        return new Commands(bus);
    }

    @Bean
    ConfigurerModule lockBeforeLoading(StreamLocks locks) {
        return configurer -> configurer.onInitialize(config ->
                config.onStart(() -> config.commandBus().registerHandlerInterceptor(new LockBeforeLoading(locks))));
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

    /** What is written, and how. */
    @Configuration(proxyBeanMethods = false)
    static class Storage {

        @Bean
        StoredNames storedNames(@Value("${caunoi.ledger.base-package:vn.caunoi}") String basePackage) {
            return StoredNames.scan(basePackage);
        }

        /**
         * For Axon's own things, positions above all. The position of a replay names classes; without a validator of
         * our own Jackson 3 would write it and refuse to read it.
         */
        @Bean
        @Primary
        Serializer serializer() {
            PolymorphicTypeValidator axonOnly = BasicPolymorphicTypeValidator.builder()
                    .allowIfSubType("org.axonframework.")
                    .build();
            return Jackson3Serializer.builder()
                    .lenientDeserialization()
                    .jsonMapperBuilderCustomizer(json -> json.polymorphicTypeValidator(axonOnly))
                    .build();
        }

        @Bean
        @Qualifier("eventSerializer") LedgerJson eventSerializer(StoredNames names, Vault vault) {
            return LedgerJson.of(names, vault);
        }

        @Bean
        PersistenceExceptionResolver lostRaces() {
            return new LostRace();
        }

        @Bean
        EventStorageEngine eventStorageEngine(
                ConnectionProvider connections,
                TransactionManager transactions,
                LedgerJson json,
                PersistenceExceptionResolver lostRaces,
                org.axonframework.config.Configuration axon) {
            JdbcEventStorageEngine.Builder builder = JdbcEventStorageEngine.builder()
                    .schema(EventTable.EVENTS)
                    .dataType(String.class)
                    .connectionProvider(connections)
                    .transactionManager(transactions)
                    .eventSerializer(json)
                    .snapshotSerializer(json)
                    .snapshotFilter(snapshot -> isCurrent(json, snapshot))
                    .upcasterChain(axon.upcasterChain())
                    .persistenceExceptionResolver(lostRaces);
            return new PostgresStorage(builder, transactions);
        }

        private static boolean isCurrent(LedgerJson json, DomainEventData<?> snapshot) {
            var type = snapshot.getPayload().getType();
            return type.equals(json.typeForClass(json.classForType(type)));
        }

        @Bean
        EventStore eventBus(
                EventStorageEngine storage,
                ObjectProvider<Clock> clock,
                JdbcClient jdbc,
                org.axonframework.config.Configuration axon) {
            LedgerEvents events = LedgerEvents.builder(storage)
                    .monitoredBy(axon.messageMonitor(EventStore.class, "eventStore"))
                    .build();
            events.registerDispatchInterceptor(
                    new RecordedTime(clock.getIfAvailable(Clock::systemUTC), newestRecorded(jdbc)));
            return events;
        }

        private static Instant newestRecorded(JdbcClient jdbc) {
            return jdbc.sql("select recorded from ledger.event order by recorded desc limit 1")
                    .query(OffsetDateTime.class)
                    .optional()
                    .map(OffsetDateTime::toInstant)
                    .orElse(Instant.EPOCH);
        }

        @Bean
        SnapshotTriggerDefinition snapshots(
                Snapshotter snapshotter, @Value("${caunoi.ledger.snapshot-every:200}") int events) {
            return new EventCountSnapshotTriggerDefinition(snapshotter, events);
        }

        @Bean
        Streams streams(EventStorageEngine storage) {
            return new Streams(storage);
        }
    }

    /** What follows the record. */
    @Configuration(proxyBeanMethods = false)
    static class Following {

        private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);

        /**
         * With {@code caunoi.ledger.only-node=true} positions are taken over at once from a program that was killed,
         * instead of after the claim's time has run out.
         */
        @Bean
        TokenStore tokenStore(
                ConnectionProvider connections,
                Serializer serializer,
                JdbcClient jdbc,
                @Value("${caunoi.ledger.only-node:false}") boolean onlyNode) {
            if (onlyNode) {
                jdbc.sql("update ledger.token set owner = null where owner is not null")
                        .update();
            }
            return JdbcTokenStore.builder()
                    .connectionProvider(connections)
                    .schema(EventTable.TOKENS)
                    .serializer(serializer)
                    .contentType(byte[].class)
                    .claimTimeout(CLAIM_TIMEOUT)
                    // not the process id: in containers all nodes have the same
                    .nodeId(UUID.randomUUID().toString())
                    .build();
        }

        @Bean
        ConfigurerModule processors(
                ObjectProvider<ProcessorSettings> settings,
                Environment environment,
                ConnectionProvider connections,
                Serializer serializer,
                LedgerJson json) {
            return new Processors(settings.stream().toList(), environment, connections, serializer, json);
        }

        @Bean
        SavepointPerEvent savepointPerEvent(
                PlatformTransactionManager transactions, ObjectProvider<ProcessorSettings> settings) {
            return new SavepointPerEvent(transactions, names(settings, ProcessorSettings.Kind.PROJECTION));
        }

        @Bean
        Progress progress(
                EventProcessingConfiguration processing,
                ObjectProvider<ProcessorSettings> settings,
                JdbcClient jdbc,
                Serializer serializer) {
            return new Progress(
                    new Positions(processing, jdbc, serializer), names(settings, ProcessorSettings.Kind.DRIVER), jdbc);
        }

        @Bean
        DeadLetters deadLetters(EventProcessingConfiguration processing, JdbcClient jdbc) {
            return new DeadLetters(processing, jdbc);
        }

        private static Set<String> names(ObjectProvider<ProcessorSettings> all, ProcessorSettings.Kind kind) {
            return all.stream()
                    .filter(settings -> settings.kind() == kind)
                    .map(ProcessorSettings::name)
                    .collect(Collectors.toSet());
        }
    }
}
