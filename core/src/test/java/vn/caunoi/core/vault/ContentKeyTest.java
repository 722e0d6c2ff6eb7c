package vn.caunoi.core.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentKeyTest {

    private final ContentKey key = ContentKey.fresh();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 200_000})
    void a_content_of_any_size_opens_again_with_the_key_that_was_kept(int size) throws IOException {
        byte[] clear = content(size);
        byte[] sealed = sealed(clear);
        assertThat(open(ContentKey.of(key.secret()), sealed, "a")).isEqualTo(clear);
    }

    @ParameterizedTest
    @ValueSource(ints = {65_536, 200_000})
    void what_was_changed_cut_off_or_belongs_to_another_does_not_open(int size) throws IOException {
        byte[] sealed = sealed(content(size));
        byte[] changed = sealed.clone();
        changed[sealed.length / 2] ^= 1;
        assertThatThrownBy(() -> open(key, changed, "a")).isInstanceOf(IOException.class);
        byte[] cut = Arrays.copyOf(sealed, 65_536);
        assertThatThrownBy(() -> open(key, cut, "a")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> open(key, sealed, "b")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> open(ContentKey.fresh(), sealed, "a")).isInstanceOf(IOException.class);
    }

    private byte[] sealed(byte[] clear) throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (OutputStream out = key.sealing(to, "a")) {
            out.write(clear);
        }
        return to.toByteArray();
    }

    private static byte[] open(ContentKey with, byte[] sealed, String id) throws IOException {
        try (var in = with.opening(new ByteArrayInputStream(sealed), id)) {
            return in.readAllBytes();
        }
    }

    private static byte[] content(int size) {
        byte[] clear = new byte[size];
        new Random(7).nextBytes(clear);
        return clear;
    }
}
