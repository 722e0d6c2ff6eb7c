package vn.caunoi.api.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords of late, for this account or from this address. */
final class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    /** @param wait until the next attempt is heard */
    TooManyAttempts(Duration wait) {
        super("too many attempts");
        this.wait = wait;
    }

    /** At least one second. */
    long waitSeconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
