package vn.caunoi.api.security;

import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords for this account from this address of late. */
final class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    TooManyAttempts() {
        super("too many attempts");
    }
}
