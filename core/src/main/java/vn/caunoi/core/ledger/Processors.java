package vn.caunoi.core.ledger;

import java.util.List;
import java.util.function.Function;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.EventProcessingConfigurer.PooledStreamingProcessorConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.springframework.core.env.Environment;

/** Registers a pooled streaming processor for each {@link ProcessorSettings}. */
final class Processors implements ConfigurerModule {

    private static final long CLAIM_INTERVAL_MILLIS = 500;
    /** Asked for more often than it is written, which {@link Claims} does at half of the time a claim lasts. */
    private static final long CLAIM_EXTENSION_MILLIS = 2_000;

    private static final int MOST_DEAD_SEQUENCES = 1_000_000;
    private static final int MOST_DEAD_LETTERS_OF_A_SEQUENCE = 100_000;

    private final List<ProcessorSettings> processors;
    private final Environment environment;
    private final ConnectionProvider connections;
    private final Serializer tokens;
    private final Serializer events;
    private final ReadModelProcessors readModels;

    Processors(
            List<ProcessorSettings> processors,
            Environment environment,
            ConnectionProvider connections,
            Serializer tokens,
            Serializer events,
            ReadModelProcessors readModels) {
        this.processors = processors;
        this.environment = environment;
        this.connections = connections;
        this.tokens = tokens;
        this.events = events;
        this.readModels = readModels;
    }

    @Override
    public void configureModule(Configurer configurer) {
        EventProcessingConfigurer processing = configurer.eventProcessing();
        processing.usingPooledStreamingEventProcessors(pooled(32, 1));
        processing.registerDefaultListenerInvocationErrorHandler(config -> PropagatingErrorHandler.instance());
        processors.forEach(settings -> register(processing, settings));
    }

    private void register(EventProcessingConfigurer processing, ProcessorSettings settings) {
        String name = settings.name();
        PooledStreamingProcessorConfiguration pooled = pooled(settings.batchSize(), segments(settings));
        int segments = segments(settings);
        switch (settings.kind()) {
            case COLLECTING ->
                processing.registerEventProcessor(
                        name,
                        (processor, config, invoker) ->
                                readModels.processor(processor, config, invoker, pooled, segments));
            case DRIVER ->
                processing.registerEventProcessor(
                        name,
                        (processor, config, invoker) ->
                                readModels.driver(processor, config, invoker, filling(pooled, segments), segments));
            case PROJECTION ->
                processing.registerPooledStreamingEventProcessor(name, Configuration::eventStore, pooled);
        }
        if (settings.kind() != ProcessorSettings.Kind.DRIVER) {
            processing.registerDeadLetterQueue(name, deadLetters(name));
            processing.registerDeadLetterPolicy(name, config -> new DeadLetterPolicy());
            processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                    name,
                    (config, invoker) -> invoker.enableSequenceIdentifierCache().allowReset(true));
        }
    }

    private int segments(ProcessorSettings settings) {
        return environment.getProperty(
                "caunoi.processors." + settings.name() + ".segments", Integer.class, settings.segments());
    }

    private static PooledStreamingProcessorConfiguration filling(
            PooledStreamingProcessorConfiguration pooled, int segments) {
        return (config, processor) -> pooled.apply(config, processor).workerExecutor(name -> {
            var batches = new BatchesFill(segments, new AxonThreadFactory("WorkPackage[" + name + "]"));
            config.onShutdown(batches::shutdown);
            return batches;
        });
    }

    private static PooledStreamingProcessorConfiguration pooled(int batchSize, int segments) {
        return (config, processor) -> processor
                .initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(segments)
                .batchSize(batchSize)
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .claimExtensionThreshold(CLAIM_EXTENSION_MILLIS)
                .enableCoordinatorClaimExtension();
    }

    private Function<Configuration, SequencedDeadLetterQueue<EventMessage<?>>> deadLetters(String name) {
        return config -> JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(name)
                .connectionProvider(connections)
                .transactionManager(config.getComponent(TransactionManager.class))
                .schema(EventTable.DEAD_LETTERS)
                .genericSerializer(tokens)
                .eventSerializer(events)
                .maxSequences(MOST_DEAD_SEQUENCES)
                .maxSequenceSize(MOST_DEAD_LETTERS_OF_A_SEQUENCE)
                .build();
    }
}
