package vn.caunoi.core.ledger;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import vn.caunoi.core.ledger.following.BatchReaders;
import vn.caunoi.core.ledger.following.DrivingReader;

/** What follows the record. */
@Configuration(proxyBeanMethods = false)
class FollowingConfiguration {

    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(12);

    /**
     * A node that died is replaced after twelve seconds, one that was stopped at once.
     *
     * <p>With {@code caunoi.ledger.only-node=true} positions are taken over at once from a program that was killed,
     * instead of after the claim's time has run out.
     */
    @Bean
    Claims tokenStore(
            ConnectionProvider connections,
            Serializer serializer,
            JdbcClient jdbc,
            @Value("${caunoi.ledger.only-node:false}") boolean onlyNode) {
        if (onlyNode) {
            jdbc.sql("update ledger.token set owner = null where owner is not null")
                    .update();
        }
        // not the process id: in containers all nodes have the same
        String node = UUID.randomUUID().toString();
        JdbcTokenStore.Builder builder = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(EventTable.TOKENS)
                .serializer(serializer)
                .contentType(byte[].class)
                .claimTimeout(CLAIM_TIMEOUT)
                .nodeId(node);
        return new Claims(builder, connections, node, CLAIM_TIMEOUT.dividedBy(2));
    }

    @Bean
    ConfigurerModule processors(
            ObjectProvider<ProcessorSettings> settings,
            Environment environment,
            ConnectionProvider connections,
            Serializer serializer,
            LedgerJson json,
            ObjectProvider<BatchReaders> readers,
            ObjectProvider<DrivingReader> drivers,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        ReadModelProcessors readModels = new ReadModelProcessors(readers, drivers, serializer, jdbc, transactions);
        return new Processors(settings.stream().toList(), environment, connections, serializer, json, readModels);
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
