package vn.caunoi.api.officer;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Relation;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.Part;

/** Whether a petitioner was guided before: guidance is given only once on the same content (TT 05/2021 Đ6.2.b). */
@Component
class Guided {

    private final CaseFiles files;

    Guided(CaseFiles files) {
        this.files = files;
    }

    /** An earlier petition of which this one is a duplicate and whose petitioner was guided. */
    Optional<PetitionId> before(PetitionId petition) {
        return files.byId(petition, Visibility.everything()).stream()
                .flatMap(file -> file.links().stream())
                .filter(link -> link.relation() == Relation.DUPLICATE_OF)
                .map(Part.Link::petition)
                .filter(this::wasGuided)
                .findFirst();
    }

    private boolean wasGuided(PetitionId earlier) {
        return files.byId(earlier, Visibility.everything())
                .map(CaseFile::standing)
                .filter(standing -> standing.has(Milestone.GUIDED))
                .isPresent();
    }
}
