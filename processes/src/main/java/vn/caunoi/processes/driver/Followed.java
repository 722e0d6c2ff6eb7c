package vn.caunoi.processes.driver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.directory.DirectoryEvent;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.Streams;

/** How far the driver has come in each petition. Holds its positions, over all nodes, to the end of the transaction. */
final class Followed {

    /** @param last sequence of the last event that was followed */
    record Stretch(String petition, long last) {}

    private final JdbcClient jdbc;
    private final Serializer tokens;
    private final Streams streams;

    Followed(JdbcClient jdbc, Serializer tokens, Streams streams) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.streams = streams;
    }

    /** Petitions in the order in which they were received. */
    List<Stretch> stretches() {
        Map<Integer, Long> positions = positions();
        int[] ids = positions.keySet().stream().mapToInt(Integer::intValue).toArray();
        List<Stretch> stretches = new ArrayList<>();
        for (Segment segment : Segment.computeSegments(ids)) {
            upTo(positions.getOrDefault(segment.getSegmentId(), 0L)).stream()
                    .filter(stretch -> segment.matches(stretch.petition()))
                    .forEach(stretches::add);
        }
        return stretches;
    }

    private Map<Integer, Long> positions() {
        Map<Integer, Long> positions = new HashMap<>();
        jdbc.sql("select segment, token, token_type from ledger.token where processor = ? order by segment for update")
                .param(Driver.GROUP)
                .query(row -> {
                    positions.put(row.getInt("segment"), position(row.getBytes("token"), row.getString("token_type")));
                });
        return positions;
    }

    @SuppressWarnings("NullAway") // a position that was never taken has neither token nor type
    private long position(byte[] token, String type) {
        if (token == null) return 0;
        TrackingToken read = tokens.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return read.position().orElse(0);
    }

    private List<Stretch> upTo(long position) {
        return jdbc.sql("""
                        select first.stream, (select max(seq) from ledger.event event
                          where event.stream = ledger.stream(first.stream) and event.position <= :position) as last
                        from ledger.readable_event first
                        where first.sequence = 0 and first.name = 'petition.received' and first.position <= :position
                        order by first.position""")
                .param("position", position)
                .query((row, number) -> new Stretch(row.getString("stream"), row.getLong("last")))
                .list();
    }

    /** All that happened to units; the driver has come to it or takes it in again. */
    List<DirectoryEvent> units() {
        List<String> directories = jdbc.sql(
                        "select distinct stream from ledger.readable_event where name = 'directory.unit-established'")
                .query(String.class)
                .list();
        List<DirectoryEvent> units = new ArrayList<>();
        for (String directory : directories) {
            try (var events = streams.of(directory)) {
                events.map(Recorded::payload)
                        .filter(DirectoryEvent.class::isInstance)
                        .forEach(event -> units.add((DirectoryEvent) event));
            }
        }
        return units;
    }
}
