package vn.caunoi.core.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;
import vn.caunoi.core.vault.Vault;

/** What is written, and how. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

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
    PostgresStorage eventStorageEngine(
            DataSource database,
            LedgerJson json,
            PersistenceExceptionResolver lostRaces,
            Vault vault,
            org.axonframework.config.Configuration axon) {
        PostgresStorage.Builder builder =
                PostgresStorage.builder().mayBeRecorded(StoredNames::nameOf).sealedBy(vault);
        builder.eventSerializer(json)
                .snapshotSerializer(json)
                .snapshotFilter((DomainEventData<?> snapshot) -> isCurrent(json, snapshot))
                .upcasterChain(axon.upcasterChain())
                .persistenceExceptionResolver(lostRaces);
        return builder.on(database);
    }

    private static boolean isCurrent(LedgerJson json, DomainEventData<?> snapshot) {
        var type = snapshot.getPayload().getType();
        return type.equals(json.typeForClass(json.classForType(type)));
    }

    @Bean
    EventStore eventBus(
            PostgresStorage storage,
            DataSource database,
            ObjectProvider<Clock> clock,
            @Value("${caunoi.ledger.only-node:false}") boolean onlyNode,
            JdbcClient jdbc,
            Vault vault,
            Cache readyAggregates,
            org.axonframework.config.Configuration axon) {
        LedgerEvents.Builder following = LedgerEvents.builder(storage)
                .monitoredBy(axon.messageMonitor(EventStore.class, "eventStore"))
                .lookingAfter(Duration.ofSeconds(onlyNode ? 5 : 1));
        LedgerEvents events = (onlyNode ? following : following.talkingToOthers(database)).build();
        events.registerDispatchInterceptor(
                new RecordedTime(clock.getIfAvailable(Clock::systemUTC), newestRecorded(jdbc)));
        var erasure = new KeysErasedWithTheirEvent(vault, jdbc, readyAggregates);
        events.subscribe(erasure::accept);
        return events;
    }

    /** Times rise with positions but for a little, where another node's clock runs ahead. */
    private static Instant newestRecorded(JdbcClient jdbc) {
        return jdbc.sql("""
                        select max(recorded) from (
                          select recorded from ledger.event order by position desc limit 1000) as last""")
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

    /** Named by the aggregates that are worth keeping ready. */
    @Bean
    ReadyAggregates readyAggregates(@Value("${caunoi.ledger.ready-aggregates:1000}") int most) {
        return new ReadyAggregates(most);
    }

    @Bean
    LedgerIntegrity ledgerIntegrity(DataSource database, Migrations migrated) {
        return new LedgerIntegrity(database);
    }

    @Bean
    WholeRecord wholeRecord(
            DataSource database,
            PostgresStorage storage,
            StoredNames names,
            Vault vault,
            @Value("${caunoi.data:${java.io.tmpdir}}") Path folder) {
        return new WholeRecord(database, storage, names, vault, folder);
    }

    @Bean
    ReadingOn readingOn(EventStore events) {
        return new ReadingOn(events);
    }

    @Bean
    Streams streams(PostgresStorage storage, Vault vault) {
        return new Streams(storage, vault);
    }
}
