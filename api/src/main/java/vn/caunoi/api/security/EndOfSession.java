package vn.caunoi.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the sessions of an account that was closed or got another password: each request asks whether the account still
 * is as it was at the login. That holds on every node, and after a change by the command line.
 */
final class EndOfSession extends OncePerRequestFilter {

    private final Accounts accounts;

    EndOfSession(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && !isGood(SecurityContextHolder.getContext().getAuthentication())) {
            session.invalidate();
            SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        }
        chain.doFilter(request, response);
    }

    private boolean isGood(@org.jspecify.annotations.Nullable Authentication who) {
        return who == null
                || !(who.getPrincipal() instanceof SignedIn signedIn)
                || accounts.open(signedIn.getName())
                        .filter(account -> account.changed().equals(signedIn.accountChanged()))
                        .isPresent();
    }
}
