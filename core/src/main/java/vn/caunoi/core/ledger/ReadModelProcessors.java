package vn.caunoi.core.ledger;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer.PooledStreamingProcessorConfiguration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import vn.caunoi.core.ledger.following.BatchReader;
import vn.caunoi.core.ledger.following.BatchReaders;
import vn.caunoi.core.ledger.following.DrivingReader;
import vn.caunoi.core.ledger.following.Together;
import vn.caunoi.core.ledger.following.TogetherProcessor;

/** Builds processors: read models that read in batches are followed for together, who drives by itself, the rest by Axon. */
final class ReadModelProcessors {

    private static final int WORKERS = 2;

    private final ObjectProvider<BatchReaders> readers;
    private final ObjectProvider<DrivingReader> drivers;
    private final Serializer serializer;
    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactions;
    private @Nullable Together together;

    ReadModelProcessors(
            ObjectProvider<BatchReaders> readers,
            ObjectProvider<DrivingReader> drivers,
            Serializer serializer,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.readers = readers;
        this.drivers = drivers;
        this.serializer = serializer;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    EventProcessor processor(
            String name,
            Configuration config,
            EventHandlerInvoker invoker,
            PooledStreamingProcessorConfiguration pooled,
            int segments) {
        PooledStreamingEventProcessor alone = pooled(name, config, invoker, pooled);
        BatchReaders all = readers.getIfAvailable();
        BatchReader reader = all == null ? null : all.named(name).orElse(null);
        if (reader == null) return alone;
        var letters = config.eventProcessingConfiguration().deadLetterQueue(name);
        return new TogetherProcessor(
                together(config),
                reader,
                alone,
                () -> letters.filter(queue -> queue.amountOfSequences() > 0).isPresent(),
                segments);
    }

    EventProcessor driver(
            String name,
            Configuration config,
            EventHandlerInvoker invoker,
            PooledStreamingProcessorConfiguration pooled,
            int segments) {
        PooledStreamingEventProcessor alone = pooled(name, config, invoker, pooled);
        DrivingReader driver = drivers.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
        if (driver == null) return alone;
        Claims tokens = (Claims) config.getComponent(TokenStore.class);
        Together following =
                Together.driving(name, config.eventStore(), tokens, tokens.node(), serializer, jdbc, transactions);
        return new TogetherProcessor(following, driver, alone, () -> false, segments);
    }

    private synchronized Together together(Configuration config) {
        Together existing = together;
        if (existing != null) return existing;
        Claims tokens = (Claims) config.getComponent(TokenStore.class);
        Together made = new Together(config.eventStore(), tokens, tokens.node(), serializer, jdbc, transactions);
        together = made;
        return made;
    }

    /** As Axon itself builds one. */
    private static PooledStreamingEventProcessor pooled(
            String name,
            Configuration config,
            EventHandlerInvoker invoker,
            PooledStreamingProcessorConfiguration settings) {
        EventProcessingConfiguration processing = config.eventProcessingConfiguration();
        PooledStreamingEventProcessor.Builder builder = PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(invoker)
                .rollbackConfiguration(processing.rollbackConfiguration(name))
                .errorHandler(processing.errorHandler(name))
                .messageMonitor(processing.messageMonitor(PooledStreamingEventProcessor.class, name))
                .messageSource(config.eventStore())
                .tokenStore(processing.tokenStore(name))
                .transactionManager(processing.transactionManager(name))
                .coordinatorExecutor(processor -> threads(config, 1, "Coordinator[" + processor + "]"))
                .workerExecutor(processor -> threads(config, WORKERS, "WorkPackage[" + processor + "]"))
                .spanFactory(config.getComponent(EventProcessorSpanFactory.class));
        return settings.apply(config, builder).build();
    }

    private static ScheduledExecutorService threads(Configuration config, int most, String name) {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(most, new AxonThreadFactory(name));
        config.onShutdown(executor::shutdown);
        return executor;
    }
}
