package vn.caunoi.api.observer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;

/** Whoever is appointed as an observer writes nothing by any way, whatever other roles they have. */
@Component
class ObserversOnlyRead implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    /** They change what the own browser shows. */
    private static final Set<String> OWN_LOOK = Set.of("/language", "/theme");

    private final CurrentActor current;

    ObserversOnlyRead(CurrentActor current) {
        this.current = current;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (READING.contains(request.getMethod()) || OWN_LOOK.contains(request.getServletPath())) return true;
        if (current.find().filter(actor -> actor.is(Role.OBSERVER)).isPresent())
            throw new AccessDeniedException("observers only read");
        return true;
    }
}
