package vn.caunoi.api.security;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.projections.directory.Directory;

/** Asks the directory each time, so that an appointment counts at once. */
@Component
class DirectoryActors implements Actors {

    private final Directory directory;

    DirectoryActors(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Actor> find(String account) {
        return account.isBlank() ? Optional.empty() : directory.actorOf(new OfficerId(account));
    }

    /** The roles the directory gives, for those parts of the framework that ask for them. */
    static List<GrantedAuthority> authorities(Optional<Actor> actor) {
        return actor.stream()
                .flatMap(known -> known.roles().stream())
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
