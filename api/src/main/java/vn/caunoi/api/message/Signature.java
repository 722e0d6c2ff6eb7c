package vn.caunoi.api.message;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves who sent a request and that nobody changed it, in the way of Standard Webhooks: {@code v1,} and an HMAC-SHA256. */
public final class Signature {

    private static final int LEAST_BYTES = 24;
    private static final String PREFIX = "whsec_";

    private final SecretKeySpec key;

    /** @throws IllegalStateException when the secret is no base64 of at least 24 bytes, with or without {@code whsec_} */
    public Signature(String secret) {
        String plain = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(plain);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the secret of a webhook is not base64", e);
        }
        if (bytes.length < LEAST_BYTES) {
            throw new IllegalStateException("the secret of a webhook has at least " + LEAST_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** @param at second of the request, against requests that are repeated later */
    public String of(String id, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            String signed = id + "." + at.getEpochSecond() + "." + body;
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
