package vn.caunoi.api.security;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Which account here somebody has whom the identity provider vouches for: the one named by the claim {@code
 * caunoi.security.oidc.account-claim}, by default {@code preferred_username}, or {@code sub} where that is missing. The
 * provider says who somebody is and nothing else: what they may do and see stands in the directory.
 */
@Component
class ProviderAccounts {

    private static final List<String> USUAL_CLAIMS = List.of("preferred_username", "sub");

    private final Accounts accounts;
    private final Actors actors;
    private final CitizenLogin citizens;
    private final List<String> claims;

    ProviderAccounts(
            Accounts accounts,
            Actors actors,
            CitizenLogin citizens,
            @Value("${caunoi.security.oidc.account-claim:}") String claim) {
        this.citizens = citizens;
        this.accounts = accounts;
        this.actors = actors;
        this.claims = claim.isBlank() ? USUAL_CLAIMS : List.of(claim.strip());
    }

    /** Turns a bearer token that was found good into its account. */
    Converter<Jwt, AbstractAuthenticationToken> ofToken() {
        return token -> {
            String name = accountOf(token.getClaims()).name();
            return new JwtAuthenticationToken(token, DirectoryActors.authorities(actors.find(name)), name);
        };
    }

    /** Finds the account of somebody who comes from the provider's login page; citizens have none. */
    OAuth2UserService<OidcUserRequest, OidcUser> ofPeople() {
        OidcUserService provider = new OidcUserService();
        return request -> {
            OidcUser person = provider.loadUser(request);
            if (citizens.isOf(request.getClientRegistration().getRegistrationId())) return citizens.citizen(person);
            Accounts.Account account = accountOf(person.getClaims());
            return new ByProvider(
                    account, DirectoryActors.authorities(actors.find(account.name())), person.getIdToken());
        };
    }

    /** Plain OAuth 2 proves nothing about who somebody is. */
    static OAuth2UserService<OAuth2UserRequest, OAuth2User> nobodyWithoutOpenId() {
        return request -> {
            throw new OAuth2AuthenticationException(new OAuth2Error("openid_scope_missing"));
        };
    }

    private Accounts.Account accountOf(Map<String, Object> said) {
        Object name = claims.stream()
                .filter(said::containsKey)
                .findFirst()
                .map(said::get)
                .orElse(null);
        if (!(name instanceof String account) || actors.find(account).isEmpty()) throw new NoOpenAccount();
        return accounts.open(account).orElseThrow(NoOpenAccount::new);
    }
}
