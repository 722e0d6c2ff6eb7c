package vn.caunoi.api.security;

import java.io.Serializable;
import java.time.Instant;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Somebody who signed in, by whatever way; {@link #getName} is the account. */
interface SignedIn extends AuthenticatedPrincipal, Serializable {

    /** When the account had last changed at that moment; a session ends when it changes again. */
    Instant accountChanged();

    /** By name and password. */
    record ByPassword(String account, Instant accountChanged) implements SignedIn {

        @Override
        public String getName() {
            return account;
        }
    }
}
