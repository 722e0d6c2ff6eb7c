package vn.caunoi.core.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as PostgreSQL copies it out: stream, seq, name, recorded, body, and the metadata when they were asked for;
 * each behind its length. All but the last two have a fixed length.
 *
 * @param from where its first field's length stands
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RowBytes(byte[] bytes, int from) {
    static final String COLUMNS = "stream, seq, name, recorded, body";

    private static final int STREAM = 4;
    private static final int SEQ = STREAM + 16 + 4;
    private static final int NAME = SEQ + 4 + 4;
    private static final int RECORDED = NAME + 4 + 4;
    private static final int BODY = RECORDED + 8;
    /** PostgreSQL counts from 2000. */
    private static final long EPOCH_SECONDS = 946_684_800L;

    private static final long MICROS = 1_000_000L;

    private ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes);
    }

    long streamHigh() {
        return buffer().getLong(from + STREAM);
    }

    long streamLow() {
        return buffer().getLong(from + STREAM + 8);
    }

    UUID stream() {
        return new UUID(streamHigh(), streamLow());
    }

    int seq() {
        return buffer().getInt(from + SEQ);
    }

    int name() {
        return buffer().getInt(from + NAME);
    }

    Instant recorded() {
        long micros = buffer().getLong(from + RECORDED);
        return Instant.ofEpochSecond(
                EPOCH_SECONDS + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }

    int bodyLength() {
        return buffer().getInt(from + BODY);
    }

    int bodyFrom() {
        return from + BODY + 4;
    }

    String body() {
        return new String(bytes, bodyFrom(), bodyLength(), StandardCharsets.UTF_8);
    }

    /** Only when it was asked for. */
    String metadata() {
        int at = bodyFrom() + bodyLength();
        return new String(bytes, at + 4, buffer().getInt(at), StandardCharsets.UTF_8);
    }
}
