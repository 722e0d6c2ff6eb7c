package vn.caunoi.api.notice;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.caunoi.api.security.AdminAccounts;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.directory.Directory;

/** Heads and inspectors, as they are now: what a mail tells them is what they would see if they came. */
@Component
public class Overseers {

    private final Directory directory;
    private final AdminAccounts accounts;

    Overseers(Directory directory, AdminAccounts accounts) {
        this.directory = directory;
        this.accounts = accounts;
    }

    /** Empty for whoever oversees nothing now, or whose account is closed. */
    public Optional<Actor> find(OfficerId officer) {
        return Optional.of(officer)
                .filter(one -> accounts.isOpen(one.value()))
                .flatMap(directory::actorOf)
                .filter(Overseers::mayOversee);
    }

    static boolean mayOversee(Actor actor) {
        return actor.is(Role.HEAD) || actor.is(Role.INSPECTOR);
    }
}
