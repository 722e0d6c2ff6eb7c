package vn.caunoi.api.security;

import java.time.Duration;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Name and password, for form login and Basic alike; throttled by account and address. */
@Component
class PasswordLogin implements AuthenticationProvider {

    /** The hash of no password: an unknown name takes as long as a known one. */
    private static final String NOBODY = "{bcrypt}$2a$12$8n0kbbNV3cMLmLBLmWpXdeWgQKcLzNzzqWQXcKZ0gHTk1VdKj9l0u";

    private final Accounts accounts;
    private final RecentLogins recent;
    private final Actors actors;
    private final Throttle throttle = new Throttle(10, Duration.ofMinutes(5));

    PasswordLogin(Accounts accounts, RecentLogins recent, Actors actors) {
        this.accounts = accounts;
        this.recent = recent;
        this.actors = actors;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String name = given.getName();
        String password = String.valueOf(given.getCredentials());
        String origin = name + "|" + addressOf(given);
        if (throttle.isClosed(origin)) throw new TooManyAttempts();
        boolean right = isRight(name, password);
        // once more: of many guesses at the same time all but the first few must come to nothing
        if (throttle.isClosed(origin)) throw new TooManyAttempts();
        if (!right) {
            throttle.failed(origin);
            throw new BadCredentialsException("wrong name or password");
        }
        throttle.succeeded(origin);
        return authenticated(given, name);
    }

    private boolean isRight(String name, String password) {
        Accounts.Account account = accounts.find(name).orElse(null);
        if (account == null) {
            accounts.matches(password, NOBODY);
            return false;
        }
        if (recent.knows(account, password)) return account.enabled();
        if (!accounts.matches(password, account.passwordHash())) return false;
        recent.remember(account, password);
        return account.enabled();
    }

    private Authentication authenticated(Authentication given, String name) {
        List<SimpleGrantedAuthority> authorities = actors.find(name)
                .map(actor -> actor.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList())
                .orElse(List.of());
        var result = UsernamePasswordAuthenticationToken.authenticated(name, null, authorities);
        result.setDetails(given.getDetails());
        return result;
    }

    private static String addressOf(Authentication given) {
        return given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
