package vn.caunoi.api.officer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.DenunciationCommand.NameAccused;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.directory.Directory;

/**
 * Which officers a petition is about. It is settled by who manages them: their head, and for a head the unit above (LTC
 * Đ13); from then on it is not there for them.
 */
@Component
public class AccusedDesk {

    private static final int MOST = 20;

    private final VisibleCases cases;
    private final Casework casework;
    private final Directory directory;

    AccusedDesk(VisibleCases cases, Casework casework, Directory directory) {
        this.cases = cases;
        this.casework = casework;
        this.directory = directory;
    }

    public Written name(String id, CaseInput.Accused given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        Set<OfficerId> officers = officers("officers", given.officers(), input);
        if (officers.isEmpty()) input.present("officers", null);
        input.mustBeValid();
        return casework.send(new NameAccused(file.id(), officers, settling(officers, file.unit()), by), by);
    }

    /** Accounts of officers; what is unknown is told as wrong. */
    Set<OfficerId> officers(String field, @Nullable List<@Nullable String> given, Input input) {
        Set<OfficerId> officers = new LinkedHashSet<>();
        List<@Nullable String> names = given == null ? new ArrayList<>() : given;
        if (names.size() > MOST) input.wrong(field, "too-great", "are at most " + MOST);
        for (int i = 0; i < Math.min(names.size(), MOST); i++) {
            String name = input.required(field + "[" + i + "]", names.get(i), ContentCheck.SHORT);
            if (name.isBlank()) continue;
            OfficerId officer = new OfficerId(name);
            if (directory.officer(officer).isEmpty()) input.wrong(field + "[" + i + "]", "unknown", "is not known");
            else officers.add(officer);
        }
        return officers;
    }

    /** The unit itself, unless its head is among them: then the first above of which that is not so. */
    public UnitId settling(Set<OfficerId> accused, UnitId unit) {
        UnitId settling = unit;
        while (isHeadedByOneOf(accused, settling)) {
            Optional<UnitId> above = directory.unit(settling).flatMap(found -> Optional.ofNullable(found.parent()));
            if (above.isEmpty()) return settling;
            settling = above.get();
        }
        return settling;
    }

    private boolean isHeadedByOneOf(Set<OfficerId> accused, UnitId unit) {
        return directory.officersOf(unit).stream()
                .filter(officer -> officer.roles().contains(Role.HEAD))
                .anyMatch(head -> accused.contains(head.id()));
    }
}
