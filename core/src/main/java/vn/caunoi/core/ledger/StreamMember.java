package vn.caunoi.core.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The member of a body that only tells the stream its event stands in (see {@link TellsStream}): left out on writing, put
 * back on reading. Bodies that have it, as all had at first, are read as they are.
 */
final class StreamMember {

    /** For keys that do not tell the stream's id. */
    private static final int KEPT_VERSION = 8;

    private static final String NOTHING = "{}";
    private static final String END = "\"";

    /** How a body with the member begins, by kind of aggregate. */
    private final Map<String, String> beginnings = new HashMap<>();

    /** @param members by kind of aggregate */
    StreamMember(Map<String, String> members) {
        members.forEach((kind, member) -> beginnings.put(kind, "{\"" + member + "\":\""));
    }

    String without(EventNames.Name name, StreamKey stream, String body) {
        String beginning = beginning(name);
        if (beginning == null || stream.given() != null) return body;
        String whole = beginning + stream.key() + END;
        if (!body.startsWith(whole)) return body;
        int rest = whole.length();
        return "{" + body.substring(body.charAt(rest) == ',' ? rest + 1 : rest);
    }

    String with(EventNames.Name name, UUID stream, String body) {
        String beginning = beginning(name);
        if (beginning == null || stream.version() == KEPT_VERSION || body.startsWith(beginning)) return body;
        return beginning + stream + END + (body.equals(NOTHING) ? "}" : "," + body.substring(1));
    }

    private @Nullable String beginning(EventNames.Name name) {
        return name.kind() == null ? null : beginnings.get(name.kind());
    }

    /** The same for bytes, event after event of a stream in one buffer. For one thread. */
    final class Bytes {
        private byte[] bytes = {};
        private int from;
        private int length;

        private byte[] beginning = {};
        private byte[] buffer = {};
        private int filled;
        private EventNames.@Nullable Name name;
        private long high;
        private long low;

        byte[] bytes() {
            return bytes;
        }

        int from() {
            return from;
        }

        int length() {
            return length;
        }

        /** Where the body is afterwards the getters tell, until the next call. */
        void complete(EventNames.Name called, UUID stream, byte[] body, int at, int size) {
            begin(called, stream);
            bytes = body;
            from = at;
            length = size;
            if (filled > 0 && !hasMember()) insert();
        }

        private void begin(EventNames.Name called, UUID stream) {
            boolean same = called == name
                    && high == stream.getMostSignificantBits()
                    && low == stream.getLeastSignificantBits();
            if (same) return;
            name = called;
            high = stream.getMostSignificantBits();
            low = stream.getLeastSignificantBits();
            String text = StreamMember.this.beginning(called);
            filled = 0;
            if (text == null || stream.version() == KEPT_VERSION) return;
            beginning = text.getBytes(StandardCharsets.UTF_8);
            byte[] whole = (text + stream + END).getBytes(StandardCharsets.UTF_8);
            filled = whole.length;
            if (buffer.length < filled) buffer = new byte[filled];
            System.arraycopy(whole, 0, buffer, 0, filled);
        }

        private boolean hasMember() {
            if (length < beginning.length) return false;
            for (int n = 0; n < beginning.length; n++) if (bytes[from + n] != beginning[n]) return false;
            return true;
        }

        private void insert() {
            boolean nothing = length == NOTHING.length();
            int rest = nothing ? 1 : length - 1;
            int whole = filled + (nothing ? 0 : 1) + rest;
            if (buffer.length < whole) buffer = Arrays.copyOf(buffer, whole * 2);
            if (!nothing) buffer[filled] = ',';
            System.arraycopy(bytes, from + length - rest, buffer, whole - rest, rest);
            bytes = buffer;
            from = 0;
            length = whole;
        }
    }
}
