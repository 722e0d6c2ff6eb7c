package vn.caunoi.core.ledger;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events that a projection could not take. The later events of the same stream wait behind them, in order. */
public final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final EventProcessingConfiguration processing;
    private final JdbcClient jdbc;

    DeadLetters(EventProcessingConfiguration processing, JdbcClient jdbc) {
        this.processing = processing;
        this.jdbc = jdbc;
    }

    /** How many events wait, by projection; only those where any do. */
    public Map<String, Long> waiting() {
        Map<String, Long> waiting = new TreeMap<>();
        jdbc.sql("select processor, count(*) as letters from ledger.dead_letter group by processor")
                .query(row -> {
                    waiting.put(row.getString("processor"), row.getLong("letters"));
                });
        return waiting;
    }

    /**
     * Offers to the projection what waits for it, each stream once; a stream whose event fails again goes on waiting.
     *
     * @return how many events it took
     */
    public long retry(String projection) {
        SequencedDeadLetterProcessor<EventMessage<?>> letters = processing
                .sequencedDeadLetterProcessor(projection)
                .orElseThrow(() -> new IllegalArgumentException(projection + " is no projection with dead letters"));
        long before = count(projection);
        Set<String> offered = new HashSet<>();
        int known;
        do {
            known = offered.size();
            offer(projection, letters, letter -> offered.add(letter.message().getIdentifier()));
        } while (offered.size() > known);
        return before - count(projection);
    }

    /** What fails again is rolled back whole, so that it waits as before. */
    private static void offer(
            String projection,
            SequencedDeadLetterProcessor<EventMessage<?>> letters,
            Predicate<DeadLetter<? extends EventMessage<?>>> wanted) {
        try {
            letters.process(wanted);
        } catch (RuntimeException failed) {
            LOG.warn("{} could not take what it had set aside", projection, failed);
        }
    }

    private long count(String projection) {
        return waiting().getOrDefault(projection, 0L);
    }
}
