package vn.caunoi.ops.bench.filling;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow. */
final class Bytes {
    private byte[] all = new byte[4096];
    private int size;

    void put(byte[] more) {
        if (size + more.length > all.length) all = Arrays.copyOf(all, Math.max(2 * all.length, size + more.length));
        System.arraycopy(more, 0, all, size, more.length);
        size += more.length;
    }

    void put(char one) {
        if (size == all.length) all = Arrays.copyOf(all, 2 * all.length);
        all[size++] = (byte) one;
    }

    void put(String ascii) {
        put(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    int size() {
        return size;
    }

    byte[] array() {
        return all;
    }

    byte[] toArray() {
        return Arrays.copyOf(all, size);
    }

    void clear() {
        size = 0;
    }
}
