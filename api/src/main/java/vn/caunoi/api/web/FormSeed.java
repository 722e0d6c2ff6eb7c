package vn.caunoi.api.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.MultiValueMap;
import vn.caunoi.core.directory.Actor;

/**
 * The same form sent twice is one petition. Another sender or another text is another one: nobody is given the slip
 * of somebody else's petition, by a seed that is known or by going back and typing over.
 */
final class FormSeed {

    private FormSeed() {}

    static String of(MultiValueMap<String, String> sent, Actor actor) {
        Map<String, String> typed = new TreeMap<>(sent.toSingleValueMap());
        typed.remove("_csrf");
        byte[] whole = (actor.id() + "\0" + typed).getBytes(StandardCharsets.UTF_8);
        try {
            return "page "
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(whole));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
