package vn.caunoi.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the login page, which says why: a wrong password, too many attempts, nobody of ours, or a trouble
 * with the identity provider. */
final class LoginFailure implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(LoginFailure.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String why =
                switch (failure) {
                    case TooManyAttempts _closed -> "throttled";
                    case NoOpenAccount _stranger -> "unknown";
                    case OAuth2AuthenticationException _provider -> "provider";
                    default -> "error";
                };
        if (failure instanceof OAuth2AuthenticationException provider)
            log.info(
                    "signing in with the identity provider failed: {}",
                    provider.getError().getErrorCode());
        response.sendRedirect(request.getContextPath() + "/login?" + why);
    }
}
