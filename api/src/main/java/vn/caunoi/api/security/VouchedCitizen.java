package vn.caunoi.api.security;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody a provider of citizens vouches for; lives only until {@link CitizenLogin} has put them beside the session. */
final class VouchedCitizen extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final Vouched who;

    VouchedCitizen(OidcIdToken token, Vouched who) {
        super(Set.of(), token);
        this.who = who;
    }

    Vouched who() {
        return who;
    }

    /** Names no account. */
    @Override
    public String getName() {
        return "citizen:" + super.getName();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof VouchedCitizen that && who.equals(that.who);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), who);
    }
}
