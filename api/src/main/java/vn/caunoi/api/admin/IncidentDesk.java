package vn.caunoi.api.admin;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.Casework;
import vn.caunoi.api.officer.Written;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report.RetryIncident;
import vn.caunoi.core.petition.Report.SkipIncident;

/** Settles incidents: petitions whose process could not follow an event. For administrators. */
@Component
public class IncidentDesk {

    private final Casework casework;

    IncidentDesk(Casework casework) {
        this.casework = casework;
    }

    public Written retry(PetitionId petition, int incident, Actor by) {
        mustBeAdministrator(by);
        return casework.send(new RetryIncident(petition, incident, by), by);
    }

    /** Leaves the event out of the process; the case goes on with the next one. */
    public Written skip(PetitionId petition, int incident, String reason, Actor by) {
        mustBeAdministrator(by);
        return casework.send(new SkipIncident(petition, incident, reason, by), by);
    }

    private static void mustBeAdministrator(Actor by) {
        if (!by.is(Role.ADMIN)) throw new AccessDeniedException("administrators only");
    }
}
