package vn.caunoi.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Citizens whom an identity provider of their own vouches for ({@code caunoi.online.provider}, a registration). They are not
 * signed in by it: what the provider said is put beside the session, and the session stays nobody's.
 */
@Component
public class CitizenLogin {

    private static final String KEPT = CitizenLogin.class.getName();
    private static final String BACK = "/public/hand-in/vouched";

    private final String provider;
    private final String nameClaim;
    private final String idClaim;

    CitizenLogin(
            @Value("${caunoi.online.provider:}") String provider,
            @Value("${caunoi.online.name-claim:name}") String nameClaim,
            @Value("${caunoi.online.id-claim:}") String idClaim) {
        this.provider = provider.strip();
        this.nameClaim = nameClaim;
        this.idClaim = idClaim;
    }

    boolean isOf(String registration) {
        return !provider.isEmpty() && provider.equals(registration);
    }

    /** Whether a request to sign in, or back from it, is a citizen's. */
    boolean isOf(HttpServletRequest request) {
        return !provider.isEmpty() && request.getRequestURI().endsWith("/" + provider);
    }

    /** @throws NoOpenAccount the provider does not say what somebody is called */
    OidcUser citizen(OidcUser person) {
        String name = text(person.getClaims(), nameClaim);
        if (name == null) throw new NoOpenAccount();
        String idNumber = idClaim.isBlank() ? null : text(person.getClaims(), idClaim);
        return new VouchedCitizen(person.getIdToken(), new Vouched(name, idNumber));
    }

    private static @Nullable String text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    /** Back to what was being written, as nobody. */
    void keep(VouchedCitizen citizen, HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityContext nobody = SecurityContextHolder.createEmptyContext();
        SecurityContextHolder.setContext(nobody);
        new HttpSessionSecurityContextRepository().saveContext(nobody, request, response);
        request.getSession().setAttribute(KEPT, citizen.who());
        response.sendRedirect(request.getContextPath() + BACK);
    }

    void failed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + BACK + "?failed");
    }

    /** Who the present session was vouched for as. */
    public Optional<Vouched> vouched(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(KEPT) instanceof Vouched who
                ? Optional.of(who)
                : Optional.empty();
    }
}
