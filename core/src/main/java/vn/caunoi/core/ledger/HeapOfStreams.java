package vn.caunoi.core.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of some streams, put in order: stream after stream, each from its first event. */
final class HeapOfStreams {
    private record Key(long high, long low) {}

    private final Iterator<List<RowBytes>> streams;

    HeapOfStreams(ByteBuffer rows) {
        Map<Key, List<RowBytes>> byStream = new LinkedHashMap<>();
        while (rows.hasRemaining()) {
            int length = rows.getInt();
            RowBytes row = new RowBytes(rows.array(), rows.arrayOffset() + rows.position());
            rows.position(rows.position() + length);
            byStream.computeIfAbsent(new Key(row.streamHigh(), row.streamLow()), first -> new ArrayList<>(24))
                    .add(row);
        }
        this.streams = byStream.values().iterator();
    }

    /** Whole streams with at least so many events, unless they are the last; empty when there are none any more. */
    List<RowBytes> next(int atLeast) {
        List<RowBytes> part = new ArrayList<>(atLeast + 64);
        while (part.size() < atLeast && streams.hasNext()) {
            List<RowBytes> stream = streams.next();
            stream.sort(Comparator.comparingInt(RowBytes::seq));
            part.addAll(stream);
            streams.remove();
        }
        return part;
    }
}
