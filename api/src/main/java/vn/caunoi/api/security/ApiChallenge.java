package vn.caunoi.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.ProblemWriter;

/** Answers calls that may not go on: 401, 403 or 429, as problems. */
@Component
class ApiChallenge implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter writer;
    private final WaysIn ways;
    private final boolean tokens;

    ApiChallenge(ProblemWriter writer, WaysIn ways, ObjectProvider<JwtDecoder> tokens) {
        this.writer = writer;
        this.ways = ways;
        this.tokens = tokens.getIfAvailable() != null;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        ProblemKind kind =
                switch (failure) {
                    case TooManyAttempts _closed -> ProblemKind.TOO_MANY;
                    case NoOpenAccount _stranger -> ProblemKind.NO_ACCOUNT;
                    case AuthenticationServiceException _down -> ProblemKind.UNAVAILABLE;
                    default -> ProblemKind.UNAUTHENTICATED;
                };
        if (failure instanceof TooManyAttempts closed)
            response.setHeader("Retry-After", String.valueOf(closed.waitSeconds()));
        if (kind == ProblemKind.UNAUTHENTICATED && !isScript(request)) challenge(response, failure);
        writer.write(kind, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        writer.write(who == null ? ProblemKind.UNAUTHENTICATED : ProblemKind.FORBIDDEN, request, response);
    }

    private void challenge(HttpServletResponse response, AuthenticationException failure) {
        if (ways.basic()) response.addHeader("WWW-Authenticate", "Basic realm=\"Caunoi\", charset=\"UTF-8\"");
        String why = failure instanceof InvalidBearerTokenException ? ", error=\"invalid_token\"" : "";
        if (tokens) response.addHeader("WWW-Authenticate", "Bearer realm=\"Caunoi\"" + why);
    }

    /** A browser would open its own password window over the page whose script made the call. */
    private static boolean isScript(HttpServletRequest request) {
        return request.getHeader("Sec-Fetch-Mode") != null
                || request.getHeader("HX-Request") != null
                || request.getHeader("X-Requested-With") != null;
    }
}
