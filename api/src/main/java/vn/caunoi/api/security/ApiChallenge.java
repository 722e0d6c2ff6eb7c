package vn.caunoi.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.ProblemWriter;

/** Answers calls that may not go on: 401, 403 or 429, as problems. */
@Component
class ApiChallenge implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter writer;

    ApiChallenge(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        ProblemKind kind =
                switch (failure) {
                    case TooManyAttempts _closed -> ProblemKind.TOO_MANY;
                    case AuthenticationServiceException _down -> ProblemKind.UNAVAILABLE;
                    default -> ProblemKind.UNAUTHENTICATED;
                };
        if (kind == ProblemKind.TOO_MANY) response.setHeader("Retry-After", "300");
        if (kind == ProblemKind.UNAUTHENTICATED && !isScript(request)) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Caunoi\", charset=\"UTF-8\"");
        }
        writer.write(kind, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        writer.write(who == null ? ProblemKind.UNAUTHENTICATED : ProblemKind.FORBIDDEN, request, response);
    }

    /** A browser would open its own password window over the page whose script made the call. */
    private static boolean isScript(HttpServletRequest request) {
        return request.getHeader("Sec-Fetch-Mode") != null
                || request.getHeader("HX-Request") != null
                || request.getHeader("X-Requested-With") != null;
    }
}
