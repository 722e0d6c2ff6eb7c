package vn.caunoi.projections.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.form.Form;

/** The kept form of a task: JSON, found by its hash. */
final class FormJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FormJson() {}

    static String write(Form form) {
        return JSON.writeValueAsString(form);
    }

    static Form read(String json) {
        return JSON.readValue(json, Form.class);
    }

    static String hash(String json) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java knows SHA-256", every);
        }
    }
}
