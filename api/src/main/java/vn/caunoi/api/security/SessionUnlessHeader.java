package vn.caunoi.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * A call with an {@code Authorization} header stands on that header alone; the session that a browser may send along
 * is not looked at. Only therefore may such a call do without the CSRF token.
 */
final class SessionUnlessHeader implements SecurityContextRepository {

    private final SecurityContextRepository session = new HttpSessionSecurityContextRepository();
    private final SecurityContextRepository request = new RequestAttributeSecurityContextRepository();

    static boolean hasHeader(HttpServletRequest call) {
        return call.getHeader("Authorization") != null;
    }

    private SecurityContextRepository of(HttpServletRequest call) {
        return hasHeader(call) ? request : session;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest call) {
        return of(call).loadDeferredContext(call);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** Nothing is kept: who comes with a session got it on the login page. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest call, HttpServletResponse response) {
        request.saveContext(context, call, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest call) {
        return of(call).containsContext(call);
    }
}
