package vn.caunoi.api.officer;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.CaseCommand.PassBack;
import vn.caunoi.core.petition.CaseCommand.PassOn;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Part;
import vn.caunoi.projections.directory.Directory;

/**
 * Passes cases between units of the house. The unit it is passed to may pass it back once with a reason; the second time
 * the unit above both decides, and what it decides stands.
 */
@Component
public class PassingDesk {

    private final VisibleCases cases;
    private final Casework casework;
    private final HeadDesk head;
    private final AccusedDesk accused;
    private final Directory directory;

    PassingDesk(VisibleCases cases, Casework casework, HeadDesk head, AccusedDesk accused, Directory directory) {
        this.cases = cases;
        this.casework = casework;
        this.head = head;
        this.accused = accused;
        this.directory = directory;
    }

    /** Whoever a case is about does not settle it in the unit it goes to either. */
    public Written on(String id, CaseInput.Pass given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        if (given.unit() == null || given.unit().isBlank()) input.present("unit", null);
        UnitId to = head.unit("unit", given.unit(), file.unit(), input);
        String reason = input.required("reason", given.reason(), ContentCheck.LONG);
        input.mustBeValid();
        Set<OfficerId> officers = Set.copyOf(file.accused());
        UnitId settling = officers.isEmpty() ? to : accused.settling(officers, to);
        return casework.send(new PassOn(file.id(), settling, reason, by), by);
    }

    public Written back(String id, CaseInput.PassBack given, Actor by) {
        CaseFile file = cases.find(id, by);
        String reason = CaseDesk.text("reason", given.reason());
        if (file.passes().isEmpty()) throw Refusal.because(Reason.NOT_PASSED_ON);
        Part.Pass last = file.passes().getLast();
        boolean decided = above(file.unit()).contains(last.from());
        UnitId superior = superior(last.from(), file.unit());
        return casework.send(new PassBack(file.id(), reason, superior, decided, by), by);
    }

    /** The nearest unit above both; where there is none, the topmost above the one. */
    private UnitId superior(UnitId one, UnitId other) {
        List<UnitId> aboveOther = above(other);
        List<UnitId> aboveOne = above(one);
        return aboveOne.stream()
                .filter(aboveOther::contains)
                .findFirst()
                .orElse(aboveOne.isEmpty() ? one : aboveOne.getLast());
    }

    /** The nearest first. */
    private List<UnitId> above(UnitId unit) {
        return directory.path(unit).reversed().stream()
                .map(Directory.Unit::id)
                .filter(one -> !one.equals(unit))
                .toList();
    }
}
