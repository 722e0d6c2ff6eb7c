package vn.caunoi.core.ledger;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored metadata: one JSON object, empty text for none. Before the members that the sender gave stand ours, in
 * this order and only where needed: {@code ~i} the event's identifier if it is not derived, {@code ~s} the stream's
 * id if it is no UUID, {@code ~b} trace and correlation when they are the same, {@code ~t} and {@code ~c} when not, as
 * UUIDs in base64, and an empty {@code ~} before members of the sender that begin with a tilde themselves.
 *
 * @param metadata as the serializer wrote it
 */
record Envelope(@Nullable String identifier, @Nullable String stream, String metadata) {

    private static final String TRACE = "traceId";
    private static final String CORRELATION = "correlationId";
    private static final String NONE = "{}";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Identifier and stream are null where they can be derived. */
    static String pack(@Nullable String identifier, @Nullable String stream, MetaData metadata, Serializer serializer) {
        StringBuilder ours = new StringBuilder();
        member(ours, 'i', identifier);
        member(ours, 's', stream);
        Map<String, ?> theirs = traced(ours, metadata);
        if (beginsWithTilde(theirs.keySet())) {
            ours.append("\"~\":\"\",");
        }
        String rest = theirs(theirs, serializer);
        if (ours.isEmpty()) {
            return rest.equals(NONE) ? "" : rest;
        }
        if (rest.equals(NONE)) {
            ours.setLength(ours.length() - 1);
        }
        return "{" + ours + rest.substring(1);
    }

    private static boolean beginsWithTilde(Set<String> keys) {
        for (String key : keys) {
            if (key.startsWith("~")) return true;
        }
        return false;
    }

    /** Mostly texts, which are written here; whatever else there is the serializer knows. */
    private static String theirs(Map<String, ?> theirs, Serializer serializer) {
        StringBuilder json = new StringBuilder("{");
        for (Map.Entry<String, ?> member : theirs.entrySet()) {
            if (!(member.getValue() instanceof String text)) {
                return serializer.serialize(MetaData.from(theirs), String.class).getData();
            }
            if (json.length() > 1) json.append(',');
            quoted(json, member.getKey()).append(':');
            quoted(json, text);
        }
        return json.append('}').toString();
    }

    private static StringBuilder quoted(StringBuilder json, String text) {
        json.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        return json.append('"');
    }

    private static Map<String, ?> traced(StringBuilder ours, MetaData metadata) {
        String trace = uuid(metadata.get(TRACE));
        String correlation = uuid(metadata.get(CORRELATION));
        if (trace == null && correlation == null) {
            return metadata;
        }
        Map<String, Object> theirs = new HashMap<>(metadata);
        if (trace != null) theirs.remove(TRACE);
        if (correlation != null) theirs.remove(CORRELATION);
        if (trace != null && trace.equals(correlation)) {
            member(ours, 'b', trace);
        } else {
            member(ours, 't', trace);
            member(ours, 'c', correlation);
        }
        return theirs;
    }

    static Envelope unpack(String stored) {
        if (!stored.startsWith("{\"~")) {
            return new Envelope(null, null, stored.isEmpty() ? NONE : stored);
        }
        Reading reading = new Reading(stored);
        String identifier = reading.member('i');
        String stream = reading.member('s');
        String both = reading.member('b');
        String trace = both == null ? reading.member('t') : both;
        String correlation = both == null ? reading.member('c') : both;
        StringBuilder theirs = new StringBuilder(stored.length() + 80).append('{');
        plain(theirs, TRACE, trace);
        plain(theirs, CORRELATION, correlation);
        reading.rest(theirs);
        return new Envelope(identifier, stream, theirs.toString());
    }

    /** Who gave the order, of stored metadata; null when nobody was named. */
    static @Nullable String by(String stored) {
        if (stored.isEmpty()) return null;
        try (JsonParser parser = JSON.createParser(stored)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = parser.currentName().equals(Commands.BY);
                JsonToken value = parser.nextToken();
                if (found) return value == JsonToken.VALUE_NULL ? null : parser.getString();
                parser.skipChildren();
            }
            return null;
        }
    }

    private static void member(StringBuilder json, char key, @Nullable String value) {
        if (value != null) {
            json.append("\"~").append(key).append("\":\"");
            JsonStringEncoder.getInstance().quoteAsString(value, json);
            json.append("\",");
        }
    }

    private static void plain(StringBuilder json, String key, @Nullable String shortened) {
        if (shortened != null) {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(shortened));
            UUID uuid = new UUID(bytes.getLong(), bytes.getLong());
            json.append('"').append(key).append("\":\"").append(uuid).append("\",");
        }
    }

    private static @Nullable String uuid(@Nullable Object value) {
        UUID uuid = value instanceof String text ? StreamKey.uuid(text) : null;
        if (uuid == null) {
            return null;
        }
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Goes over our members at the front. */
    private static final class Reading {

        private final String stored;
        private int at = 1;

        Reading(String stored) {
            this.stored = stored;
        }

        @Nullable String member(char key) {
            if (!stored.startsWith("\"~" + key + "\":\"", at)) {
                return null;
            }
            int from = at + 5;
            int end = from + 1;
            while (stored.charAt(end) != '"') {
                end += stored.charAt(end) == '\\' ? 2 : 1;
            }
            String value = stored.substring(from, end + 1);
            skipTo(end + 1);
            return value.indexOf('\\') < 0
                    ? value.substring(1, value.length() - 1)
                    : JSON.readValue(value, String.class);
        }

        void rest(StringBuilder theirs) {
            if (stored.startsWith("\"~\":\"\"", at)) {
                skipTo(at + 6);
            }
            theirs.append(stored, at, stored.length());
            int last = theirs.length() - 2;
            if (theirs.charAt(last) == ',') {
                theirs.deleteCharAt(last);
            }
        }

        private void skipTo(int next) {
            at = stored.charAt(next) == ',' ? next + 1 : next;
        }
    }
}
