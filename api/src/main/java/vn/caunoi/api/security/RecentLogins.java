package vn.caunoi.api.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Remembers for a short while which passwords were right, because Basic authentication repeats them with every request
 * and the stored hash is slow on purpose. What is kept is an HMAC, under a key of this process, of password and stored
 * hash together: a changed password is unknown at once.
 */
@Component
class RecentLogins {

    private static final int MOST = 10_000;
    private static final long KEPT = Duration.ofMinutes(5).toNanos();

    private final SecretKeySpec key = newKey();
    private final Map<String, Long> verified = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    boolean knows(Accounts.Account account, String password) {
        String mark = mark(account, password);
        synchronized (verified) {
            Long since = verified.get(mark);
            return since != null && System.nanoTime() - since < KEPT;
        }
    }

    void remember(Accounts.Account account, String password) {
        String mark = mark(account, password);
        synchronized (verified) {
            verified.put(mark, System.nanoTime());
        }
    }

    private String mark(Accounts.Account account, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(account.passwordHash().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing", e);
        }
    }

    private static SecretKeySpec newKey() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return new SecretKeySpec(secret, "HmacSHA256");
    }
}
