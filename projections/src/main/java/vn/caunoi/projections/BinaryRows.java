package vn.caunoi.projections;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows in the binary form of COPY, for columns of these types. Grows as it is filled; for one thread. */
final class BinaryRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final byte JSONB_VERSION = 1;
    private static final int BIGINT = 20;
    private static final long EPOCH_SECONDS = 946_684_800L;
    private static final long EPOCH_DAY = 10_957;
    private static final long MICROS = 1_000_000L;

    private final List<String> types;
    private ByteBuffer bytes = ByteBuffer.allocate(128 * 1024);

    /** @param types as {@code format_type} names them */
    BinaryRows(List<String> types) {
        this.types = types;
    }

    /** What stands before the first row of all. */
    static byte[] header() {
        return Arrays.copyOf(SIGNATURE, SIGNATURE.length + 8);
    }

    int size() {
        return bytes.position();
    }

    /** All rows so far; the next begin anew. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes.array(), bytes.position());
        bytes.clear();
        return taken;
    }

    void add(@Nullable Object[] values) {
        if (values.length != types.size()) throw new IllegalArgumentException("a row has " + types.size() + " columns");
        room(2);
        bytes.putShort((short) values.length);
        for (int column = 0; column < values.length; column++) add(types.get(column), values[column]);
    }

    private void add(String type, @Nullable Object value) {
        if (value == null) {
            room(4);
            bytes.putInt(-1);
            return;
        }
        switch (type) {
            case "text", "character varying", "json" -> text(value.toString());
            case "jsonb" -> json(value.toString());
            case "boolean" -> fixed(1).put((byte) ((Boolean) value ? 1 : 0));
            case "smallint" -> fixed(2).putShort(((Number) value).shortValue());
            case "integer" -> fixed(4).putInt(((Number) value).intValue());
            case "bigint[]" -> numbers((long[]) value);
            case "bigint" -> fixed(8).putLong(((Number) value).longValue());
            case "uuid" -> uuid(value instanceof UUID uuid ? uuid : UUID.fromString(value.toString()));
            case "date" -> fixed(4).putInt((int) (((LocalDate) value).toEpochDay() - EPOCH_DAY));
            case "timestamp with time zone" -> fixed(8).putLong(micros((OffsetDateTime) value));
            default -> throw new IllegalStateException("a rebuild cannot write columns of type " + type);
        }
    }

    private ByteBuffer fixed(int length) {
        room(4 + length);
        return bytes.putInt(length);
    }

    private void uuid(UUID value) {
        fixed(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    }

    /** One dimension, nothing missing. */
    private void numbers(long[] values) {
        boolean none = values.length == 0;
        ByteBuffer array = fixed(none ? 12 : 20 + 12 * values.length);
        array.putInt(none ? 0 : 1).putInt(0).putInt(BIGINT);
        if (!none) array.putInt(values.length).putInt(1);
        for (long value : values) array.putInt(8).putLong(value);
    }

    private void text(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        fixed(encoded.length).put(encoded);
    }

    private void json(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        fixed(1 + encoded.length).put(JSONB_VERSION).put(encoded);
    }

    private static long micros(OffsetDateTime time) {
        if (time.equals(OffsetDateTime.MAX)) return Long.MAX_VALUE;
        if (time.equals(OffsetDateTime.MIN)) return Long.MIN_VALUE;
        // the driver rounds to the nearest microsecond, and so must this
        Instant at = time.toInstant().plusNanos(500);
        return (at.getEpochSecond() - EPOCH_SECONDS) * MICROS + at.getNano() / 1_000;
    }

    private void room(int more) {
        if (bytes.remaining() >= more) return;
        ByteBuffer larger = ByteBuffer.allocate(Math.max(bytes.capacity() * 2, bytes.position() + more));
        bytes = larger.put(bytes.flip());
    }
}
