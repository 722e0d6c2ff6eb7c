package vn.caunoi.api.security;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;

/** The officer on whose behalf the present request runs, as the directory knows them at this moment. */
@Component
public class CurrentActor {

    private final Actors actors;

    CurrentActor(Actors actors) {
        this.actors = actors;
    }

    /** Throws when nobody is logged in, or somebody the directory does not know. */
    public Actor get() {
        return find().orElseThrow(() -> new AccessDeniedException("not in the directory"));
    }

    public Optional<Actor> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return actors.find(authentication.getName());
    }

    /** The actor, if it has one of the roles; otherwise not allowed. */
    public Actor with(Role... roles) {
        Actor actor = get();
        if (Arrays.stream(roles).noneMatch(actor::is)) throw new AccessDeniedException("role missing");
        return actor;
    }
}
