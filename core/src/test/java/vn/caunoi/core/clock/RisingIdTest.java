package vn.caunoi.core.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import vn.caunoi.core.vault.KeyId;

class RisingIdTest {

    private static final long LATEST = (1L << 48) - 1;

    @Property
    void an_id_of_a_later_millisecond_comes_after_as_text_and_as_bytes(
            @ForAll @LongRange(max = LATEST) long one,
            @ForAll @LongRange(max = LATEST) long other,
            @ForAll long high,
            @ForAll long low) {
        UUID first = RisingId.at(one, new UUID(high, low));
        UUID second = RisingId.at(other, new UUID(low, high));
        if (one == other) return;
        assertThat(Integer.signum(first.toString().compareTo(second.toString())))
                .isEqualTo(Long.compare(one, other));
        assertThat(Long.compareUnsigned(first.getMostSignificantBits(), second.getMostSignificantBits()))
                .isEqualTo(Long.compare(one, other));
    }

    @Property
    void it_is_a_uuid_of_version_7_and_tells_its_millisecond(
            @ForAll @LongRange(max = LATEST) long millis, @ForAll long high, @ForAll long low) {
        UUID id = RisingId.at(millis, new UUID(high, low));
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(RisingId.millis(id)).isEqualTo(millis);
        assertThat(RisingId.in(id.toString())).contains(id);
    }

    @Property
    void ids_of_one_millisecond_differ_where_the_rest_does(@ForAll @LongRange(max = LATEST) long millis) {
        assertThat(RisingId.at(millis, UUID.randomUUID())).isNotEqualTo(RisingId.at(millis, UUID.randomUUID()));
    }

    @Property
    void what_follows_from_one_begins_like_it_and_is_told_apart(
            @ForAll @LongRange(max = LATEST) long millis, @ForAll long high, @ForAll long low) {
        UUID from = RisingId.at(millis, UUID.randomUUID());
        UUID id = RisingId.following(from, new UUID(high, low));
        assertThat(id.toString()).startsWith(from.toString().substring(0, 14));
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id).isEqualTo(RisingId.following(from, new UUID(high, low)));
    }

    @Property
    void what_follows_from_any_other_id_stays_as_it_was(@ForAll long high, @ForAll long low) {
        UUID derived = new UUID(high, low);
        assertThat(RisingId.following(UUID.randomUUID(), derived)).isEqualTo(derived);
        assertThat(RisingId.in(UUID.randomUUID().toString())).isEmpty();
    }

    @Example
    void the_key_of_a_petition_of_before_is_the_one_it_has() {
        assertThat(KeyId.petition("6ba7b810-9dad-41d1-80b4-00c04fd430c8").value())
                .isEqualTo(UUID.nameUUIDFromBytes("vn.caunoi/petition/6ba7b810-9dad-41d1-80b4-00c04fd430c8".getBytes())
                        .toString());
        assertThat(KeyId.petition("019a2f00-1234-7abc-8def-0123456789ab").value())
                .startsWith("019a2f00-1234-8");
        assertThat(UUID.fromString(KeyId.uploads("officer1").value()).version()).isEqualTo(3);
    }
}
