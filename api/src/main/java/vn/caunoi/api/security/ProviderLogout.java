package vn.caunoi.api.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/** After the logout here, on to that of the identity provider if it offers one (OpenID Connect RP-Initiated Logout). */
public final class ProviderLogout extends OidcClientInitiatedLogoutSuccessHandler {

    /** Path of the page that leads on. */
    public static final String PAGE = "/leaving";

    /** Name of the request attribute with the provider's address. */
    public static final String TO = ProviderLogout.class.getName() + ".to";

    private static final String LEFT = "/login?left";

    ProviderLogout(ClientRegistrationRepository providers) {
        super(providers);
        setDefaultTargetUrl(LEFT);
        setPostLogoutRedirectUri("{baseUrl}" + LEFT);
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
            throws IOException, ServletException {
        String to = determineTargetUrl(request, response, who);
        if (to.startsWith("/")) {
            getRedirectStrategy().sendRedirect(request, response, to);
        } else {
            request.setAttribute(TO, to);
            request.getRequestDispatcher(PAGE).forward(request, response);
        }
    }
}
