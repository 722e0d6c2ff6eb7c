package vn.caunoi.api.security;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody who signed in with an identity provider. Keeps the id token, by which the provider can be told to log out. */
final class ByProvider extends DefaultOidcUser implements SignedIn {

    private static final long serialVersionUID = 1L;

    private final String account;
    private final Instant accountChanged;

    ByProvider(Accounts.Account account, Collection<GrantedAuthority> authorities, OidcIdToken token) {
        super(authorities, token);
        this.account = account.name();
        this.accountChanged = account.changed();
    }

    @Override
    public String getName() {
        return account;
    }

    @Override
    public Instant accountChanged() {
        return accountChanged;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other)
                && other instanceof ByProvider that
                && account.equals(that.account)
                && accountChanged.equals(that.accountChanged);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), account, accountChanged);
    }
}
