package vn.caunoi.core.ledger;

import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events that a projection could not take. The later events of the same stream wait behind them, in order. */
public final class DeadLetters {

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
     * Offers to the projection what waits for it, one stream after the other, until one fails again or none is left.
     *
     * @return how many events it took
     */
    public long retry(String projection) {
        SequencedDeadLetterProcessor<?> letters = processing
                .sequencedDeadLetterProcessor(projection)
                .orElseThrow(() -> new IllegalArgumentException(projection + " is no projection with dead letters"));
        long before = count(projection);
        while (letters.processAny()) {
            if (count(projection) == 0) {
                break;
            }
        }
        return before - count(projection);
    }

    private long count(String projection) {
        return waiting().getOrDefault(projection, 0L);
    }
}
