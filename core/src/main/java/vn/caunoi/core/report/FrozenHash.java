package vn.caunoi.core.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The hash of what was submitted: of a line each number and then each case, in their order, ended by a line feed. */
public final class FrozenHash {

    private FrozenHash() {}

    public static String of(List<Figure> figures, List<Listed> cases) {
        MessageDigest digest = sha256();
        for (Figure one : figures) {
            add(digest, one.table() + "\t" + one.column() + "\t" + one.value() + "\t" + one.of() + "\t" + one.typed());
        }
        for (Listed one : cases) {
            add(digest, one.subject() + "\t" + one.sort() + "\t" + one.weight() + "\t" + one.figures());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String line) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
