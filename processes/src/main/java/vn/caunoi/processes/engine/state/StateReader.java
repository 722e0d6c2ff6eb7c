package vn.caunoi.processes.engine.state;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link StateWriter} wrote; whatever else it meets is told, not guessed at. */
final class StateReader {

    private final String own;
    private final byte[] bytes;
    private int at = 1;
    private final @Nullable String[] words;

    StateReader(String own, byte[] bytes) {
        this.own = own;
        this.bytes = bytes;
        this.words = new String[upTo(bytes.length) + StateWriter.FIRST];
        words[StateWriter.OWN] = own;
        for (int n = StateWriter.FIRST; n < words.length; n++) words[n] = spelt();
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            need(1);
            byte next = bytes[at++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) return value;
        }
        throw damaged();
    }

    private int upTo(int most) {
        long number = number();
        if (number < 0 || number > most) throw damaged();
        return (int) number;
    }

    @Nullable String wordIfAny() {
        return words[upTo(words.length - 1)];
    }

    String word() {
        String word = wordIfAny();
        if (word == null) throw damaged();
        return word;
    }

    void mustBeAtItsEnd() {
        if (at != bytes.length) throw damaged();
    }

    private String spelt() {
        int sort = upTo(2 * bytes.length + 1);
        int length = sort >>> 1;
        need(length);
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return (sort & 1) == 0 ? text : text + new UUID(fixed(), fixed());
    }

    private long fixed() {
        need(Long.BYTES);
        long value = 0;
        for (int n = 0; n < Long.BYTES; n++) value = value << 8 | bytes[at++] & 0xff;
        return value;
    }

    private void need(int more) {
        if (more > bytes.length - at) throw damaged();
    }

    private UnreadableState damaged() {
        return new UnreadableState(own, "it is damaged");
    }
}
