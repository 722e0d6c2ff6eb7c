package vn.caunoi.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.Role;

/** Metrics and the description of the API: open on the machine itself in the demo, otherwise for administrators. */
@Component
class OperationsAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private final boolean demo;
    private final Actors actors;

    OperationsAccess(@Value("${caunoi.demo:false}") boolean demo, Actors actors) {
        this.demo = demo;
        this.actors = actors;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        return new AuthorizationDecision((demo && isLocal(context.getRequest())) || isAdmin(who.get()));
    }

    private boolean isAdmin(@Nullable Authentication who) {
        return who != null
                && who.isAuthenticated()
                && actors.find(who.getName()).map(a -> a.is(Role.ADMIN)).orElse(false);
    }

    private static boolean isLocal(HttpServletRequest request) {
        try {
            // an address, not a name: nothing is looked up
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
