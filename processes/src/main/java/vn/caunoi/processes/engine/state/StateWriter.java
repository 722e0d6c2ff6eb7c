package vn.caunoi.processes.engine.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Numbers of as few bytes as they need; words once each, then by number. */
final class StateWriter {

    /** The word that is not there, and the instance's own id. */
    static final int NONE = 0;

    static final int OWN = 1;
    static final int FIRST = 2;

    private static final class Bytes {
        private byte[] bytes = new byte[512];
        private int length;

        void put(int value) {
            room(1);
            bytes[length++] = (byte) value;
        }

        void put(byte[] more) {
            room(more.length);
            System.arraycopy(more, 0, bytes, length, more.length);
            length += more.length;
        }

        void put(Bytes more) {
            room(more.length);
            System.arraycopy(more.bytes, 0, bytes, length, more.length);
            length += more.length;
        }

        void number(long value) {
            long left = value;
            while ((left & ~0x7fL) != 0) {
                put((int) (left & 0x7f | 0x80));
                left >>>= 7;
            }
            put((int) left);
        }

        void fixed(long value) {
            for (int shift = 56; shift >= 0; shift -= 8) put((int) (value >>> shift));
        }

        private void room(int more) {
            if (length + more > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    private final Map<String, Integer> known = new HashMap<>();
    private final Bytes words = new Bytes();
    private final Bytes rows = new Bytes();

    StateWriter(String own) {
        known.put(own, OWN);
    }

    void number(long value) {
        rows.number(value);
    }

    void word(@Nullable String word) {
        if (word == null) {
            rows.number(NONE);
            return;
        }
        Integer number = known.get(word);
        if (number == null) {
            number = known.size() - 1 + FIRST;
            known.put(word, number);
            spell(word);
        }
        rows.number(number);
    }

    private void spell(String word) {
        String id = StateFormat.idAtTheEnd(word);
        byte[] text =
                (id == null ? word : word.substring(0, word.length() - id.length())).getBytes(StandardCharsets.UTF_8);
        words.number((long) text.length << 1 | (id == null ? 0 : 1));
        words.put(text);
        if (id == null) return;
        UUID value = UUID.fromString(id);
        words.fixed(value.getMostSignificantBits());
        words.fixed(value.getLeastSignificantBits());
    }

    /** All of it behind the version. */
    byte[] bytes(int version) {
        Bytes all = new Bytes();
        all.put(version);
        all.number(known.size() - 1);
        all.put(words);
        all.put(rows);
        return Arrays.copyOf(all.bytes, all.length);
    }
}
