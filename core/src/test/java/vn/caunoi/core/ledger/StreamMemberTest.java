package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What only tells the stream is not written, and there again when it is read. */
class StreamMemberTest {

    private static final UUID CASE = UUID.fromString("019a2f00-1234-7abc-8def-0123456789ab");
    private static final EventNames.Name CLAIMED = new EventNames.Name("task.claimed", "1", "Petition");
    private static final EventNames.Name OTHER = new EventNames.Name("unit.established", "1", "Directory");

    private final StreamMember member = new StreamMember(Map.of("Petition", "petition"));

    @Example
    void it_is_left_out_and_put_back() {
        String whole = "{\"petition\":\"" + CASE + "\",\"task\":\"t\"}";
        String short_ = member.without(CLAIMED, StreamKey.of(CASE.toString()), whole);
        assertThat(short_).isEqualTo("{\"task\":\"t\"}");
        assertThat(read(CLAIMED, CASE, short_)).isEqualTo(whole);
    }

    @Example
    void a_body_that_says_nothing_else_is_an_empty_object() {
        String whole = "{\"petition\":\"" + CASE + "\"}";
        assertThat(member.without(CLAIMED, StreamKey.of(CASE.toString()), whole))
                .isEqualTo("{}");
        assertThat(read(CLAIMED, CASE, "{}")).isEqualTo(whole);
    }

    @Example
    void a_body_that_has_it_is_read_as_it_is() {
        String old = "{\"petition\":\"" + CASE + "\",\"task\":\"t\"}";
        assertThat(read(CLAIMED, CASE, old)).isEqualTo(old);
    }

    @Example
    void what_tells_something_else_stays() {
        String other = "{\"petition\":\"" + UUID.randomUUID() + "\",\"task\":\"t\"}";
        assertThat(member.without(CLAIMED, StreamKey.of(CASE.toString()), other))
                .isEqualTo(other);
        String whole = "{\"petition\":\"" + CASE + "\"}";
        assertThat(member.without(OTHER, StreamKey.of(CASE.toString()), whole)).isEqualTo(whole);
        assertThat(read(OTHER, CASE, "{}")).isEqualTo("{}");
    }

    @Example
    void a_stream_whose_key_does_not_tell_its_id_keeps_it() {
        StreamKey key = StreamKey.of("petition-1");
        String whole = "{\"petition\":\"petition-1\",\"task\":\"t\"}";
        assertThat(member.without(CLAIMED, key, whole)).isEqualTo(whole);
        assertThat(read(CLAIMED, key.key(), whole)).isEqualTo(whole);
    }

    @Property
    void whatever_follows_comes_back(@ForAll String text, @ForAll long high, @ForAll long low) {
        StreamKey key = StreamKey.of(new UUID(high, low).toString());
        String rest = "\"said\":\"" + text.replaceAll("[\"\\\\\\p{Cs}]", "") + "\"}";
        String whole = "{\"petition\":\"" + new UUID(high, low) + "\"," + rest;
        assertThat(read(CLAIMED, key.key(), member.without(CLAIMED, key, whole)))
                .isEqualTo(whole);
    }

    @Example
    void one_buffer_serves_event_after_event_of_stream_after_stream() {
        StreamMember.Bytes bytes = member.new Bytes();
        UUID next = UUID.randomUUID();
        String long_ = "{\"said\":\"" + "x".repeat(5_000) + "\"}";
        for (UUID stream : new UUID[] {CASE, next, CASE})
            for (String body : new String[] {"{}", long_, "{\"a\":1}"})
                assertThat(completed(bytes, CLAIMED, stream, body)).isEqualTo(member.with(CLAIMED, stream, body));
    }

    /** Both ways of reading come to the same. */
    private String read(EventNames.Name name, UUID stream, String body) {
        String text = member.with(name, stream, body);
        assertThat(completed(member.new Bytes(), name, stream, body)).isEqualTo(text);
        return text;
    }

    private static String completed(StreamMember.Bytes bytes, EventNames.Name name, UUID stream, String body) {
        byte[] stored = ("  " + body + " ").getBytes(StandardCharsets.UTF_8);
        bytes.complete(name, stream, stored, 2, stored.length - 3);
        return new String(bytes.bytes(), bytes.from(), bytes.length(), StandardCharsets.UTF_8);
    }
}
