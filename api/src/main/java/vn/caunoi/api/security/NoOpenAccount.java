package vn.caunoi.api.security;

import org.springframework.security.core.AuthenticationException;

/** The identity provider vouches for somebody who has no account here, or whose account is closed. */
final class NoOpenAccount extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    NoOpenAccount() {
        super("no open account here");
    }
}
