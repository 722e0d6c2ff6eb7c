package vn.caunoi.api.security;

import java.util.Optional;
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
}
