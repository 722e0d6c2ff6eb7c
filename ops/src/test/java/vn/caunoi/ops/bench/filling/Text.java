package vn.caunoi.ops.bench.filling;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** A text in which each copy has ids of its own: as it is, and as COPY wants it. */
final class Text {
    private final List<byte[]> plain = new ArrayList<>();
    private final List<byte[]> escaped = new ArrayList<>();
    /** The id that follows each piece; one less than pieces. */
    private final List<Integer> ids = new ArrayList<>();

    private final boolean bytes;

    /** @param bytes whether it is the hex of bytes, among which ids stand without dashes */
    Text(String text, boolean bytes, OwnIds own) {
        this.bytes = bytes;
        Matcher found = own.pattern(bytes).matcher(text);
        int end = 0;
        while (found.find()) {
            piece(text.substring(end, found.start()));
            ids.add(own.numberOf(found.group()));
            end = found.end();
        }
        piece(text.substring(end));
    }

    private void piece(String text) {
        plain.add(text.getBytes(StandardCharsets.UTF_8));
        escaped.add(text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .getBytes(StandardCharsets.UTF_8));
    }

    void copy(byte[][] own, Bytes to) {
        put(escaped, own, to);
    }

    byte[] plain(byte[][] own) {
        Bytes to = new Bytes();
        put(plain, own, to);
        return to.toArray();
    }

    private void put(List<byte[]> pieces, byte[][] own, Bytes to) {
        to.put(pieces.getFirst());
        for (int n = 0; n < ids.size(); n++) {
            byte[] id = own[ids.get(n)];
            to.put(
                    bytes
                            ? OwnIds.inBytes(new String(id, StandardCharsets.US_ASCII))
                                    .getBytes(StandardCharsets.US_ASCII)
                            : id);
            to.put(pieces.get(n + 1));
        }
    }
}
