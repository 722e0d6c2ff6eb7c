package vn.caunoi.api.officer;

import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;

/** Finds the case that somebody means, if they may see it. Whoever may not is told that there is none. */
@Component
public class VisibleCases {

    private final CaseFiles files;

    VisibleCases(CaseFiles files) {
        this.files = files;
    }

    /** @param idOrCode the petition's id, or its code however it is written */
    public CaseFile find(String idOrCode, Actor actor) {
        return find(idOrCode, Visibility.of(actor));
    }

    private CaseFile find(String idOrCode, Visibility sight) {
        return (PetitionCode.isValid(idOrCode) ? files.byCode(idOrCode, sight) : files.byId(id(idOrCode), sight))
                .orElseThrow(NotFound::new);
    }

    /** Whether it is there for somebody, whose rights may have changed since it was found. */
    public boolean isThere(PetitionId id, Actor actor) {
        return files.byId(id, Visibility.of(actor)).isPresent();
    }

    /** Whatever its unit, for questions about a case that show nothing of what is in it. */
    public CaseFile anyOf(String idOrCode) {
        return find(idOrCode, Visibility.everything());
    }

    public PetitionId idOf(String idOrCode, Actor actor) {
        return find(idOrCode, actor).id();
    }

    private static PetitionId id(String given) {
        if (given.isBlank() || given.indexOf('\0') >= 0) throw new NotFound();
        return new PetitionId(given);
    }
}
