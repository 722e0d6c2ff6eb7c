package vn.caunoi.api.security;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Name and password, for form login and Basic alike; throttled. */
@Component
class PasswordLogin implements AuthenticationProvider {

    /** The hash of no password: an unknown name takes as long as a known one. */
    private static final String NOBODY = "{bcrypt}$2a$12$8n0kbbNV3cMLmLBLmWpXdeWgQKcLzNzzqWQXcKZ0gHTk1VdKj9l0u";

    private static final int LONGEST_NAME = 200;

    private final Accounts accounts;
    private final RecentLogins recent;
    private final Actors actors;
    private final WrongPasswords wrong = new WrongPasswords(System::nanoTime);

    PasswordLogin(Accounts accounts, RecentLogins recent, Actors actors) {
        this.accounts = accounts;
        this.recent = recent;
        this.actors = actors;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        // what is no name of an account is counted, but not kept whole
        String name = given.getName().length() > LONGEST_NAME ? "" : given.getName();
        String address = addressOf(given);
        wrong.check(name, address);
        Optional<Accounts.Account> account = holder(name, String.valueOf(given.getCredentials()));
        // once more: of many guesses at the same time all but the first few must come to nothing
        wrong.check(name, address);
        if (account.isEmpty()) {
            wrong.wrong(name, address);
            throw new BadCredentialsException("wrong name or password");
        }
        wrong.right(name, address);
        return authenticated(given, account.get());
    }

    private Optional<Accounts.Account> holder(String name, String password) {
        Accounts.Account account = accounts.find(name).orElse(null);
        if (account == null || !account.hasPassword()) {
            accounts.matches(password, NOBODY);
            return Optional.empty();
        }
        if (!recent.knows(account, password)) {
            if (!accounts.matches(password, account.passwordHash())) return Optional.empty();
            recent.remember(account, password);
        }
        return Optional.of(account).filter(Accounts.Account::enabled);
    }

    private Authentication authenticated(Authentication given, Accounts.Account account) {
        var result = UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn.ByPassword(account.name(), account.changed()),
                null,
                DirectoryActors.authorities(actors.find(account.name())));
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
