package vn.caunoi.api.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.DenunciationCommand.AdmitOfficer;
import vn.caunoi.core.petition.DenunciationCommand.DismissOfficer;
import vn.caunoi.core.petition.DenunciationCommand.ReceiveOnward;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.directory.Directory;

/** Who handles a denunciation by name, besides those whose work it is: admitted and dismissed by the head, with a reason. */
@Component
public class HandlersDesk {

    private final VisibleCases cases;
    private final Casework casework;
    private final Directory directory;
    private final Clock clock;

    HandlersDesk(VisibleCases cases, Casework casework, Directory directory, Clock clock) {
        this.clock = clock;
        this.cases = cases;
        this.casework = casework;
        this.directory = directory;
    }

    /** Somebody who sees that the case is there already: of its unit, or of one above. */
    public Written admit(String id, CaseInput.Admitted given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        OfficerId officer = new OfficerId(or(input.required("officer", given.officer(), ContentCheck.SHORT)));
        String reason = input.required("reason", given.reason(), ContentCheck.LONG);
        boolean near = directory
                .officer(officer)
                .filter(one -> mayBeAdmitted(one, file))
                .isPresent();
        if (given.officer() != null && !near) input.wrong("officer", "unknown", "is nobody of this unit or one above");
        input.mustBeValid();
        return casework.send(new AdmitOfficer(file.id(), officer, reason, by), by);
    }

    /** Brought before the unit above who settles it; that unit writes it down (LTC Đ37, Đ38). */
    public Written onward(String id, CaseInput.Onward given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        String what = input.required("what", given.what(), ContentCheck.LONG);
        input.mustBeValid();
        UnitId superior = directory
                .unit(file.unit())
                .map(unit -> unit.parent() == null ? unit.id() : unit.parent())
                .orElse(file.unit());
        LocalDate on = Objects.requireNonNullElse(given.receivedOn(), DueDate.dayOf(clock.instant()));
        boolean overdue = Boolean.TRUE.equals(given.overdue());
        return casework.send(new ReceiveOnward(file.id(), overdue, on, superior, what, by), by);
    }

    public Written dismiss(String id, CaseInput.Admitted given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        String officer = input.required("officer", given.officer(), ContentCheck.SHORT);
        String reason = input.required("reason", given.reason(), ContentCheck.LONG);
        input.mustBeValid();
        return casework.send(new DismissOfficer(file.id(), new OfficerId(officer), reason, by), by);
    }

    /** To choose from. */
    public List<Directory.Officer> admissible(CaseFile file) {
        return directory.path(file.unit()).stream()
                .flatMap(unit -> directory.officersOf(unit.id()).stream())
                .filter(one -> mayBeAdmitted(one, file))
                .filter(one -> !file.handlers().contains(one.id()))
                .toList();
    }

    private boolean mayBeAdmitted(Directory.Officer officer, CaseFile file) {
        boolean sees =
                directory.path(file.unit()).stream().anyMatch(unit -> unit.id().equals(officer.unit()));
        return sees && officer.worksOnCases() && !file.accused().contains(officer.id());
    }

    private static String or(String given) {
        return given.isBlank() ? "-" : given;
    }
}
