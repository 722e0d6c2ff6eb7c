package vn.caunoi.api.file;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.reception.Visits;

/** Who may read files: whoever may read the matter of the case, or of the visit, that holds them. */
@Component
class FileSight {

    /** Before the id of a visit, where the id of a case stands otherwise. */
    private static final String VISIT = "visit:";

    private final CaseFiles cases;
    private final Visits visits;

    FileSight(CaseFiles cases, Visits visits) {
        this.cases = cases;
        this.visits = visits;
    }

    /** What holds the files of a visit, where a case stands otherwise. */
    static PetitionId holder(VisitId visit) {
        return new PetitionId(VISIT + visit.value());
    }

    static Optional<VisitId> visitOf(PetitionId holder) {
        return holder.value().startsWith(VISIT)
                ? Optional.of(new VisitId(holder.value().substring(VISIT.length())))
                : Optional.empty();
    }

    /** The matter of a denunciation is for its handlers; and a file may name whoever wants to stay unknown. */
    boolean mayRead(PetitionId petition, Actor actor) {
        Visibility sight = Visibility.of(actor);
        Optional<VisitId> visit = visitOf(petition);
        if (visit.isPresent()) return mayRead(visit.get(), actor);
        return cases.byId(petition, sight)
                .filter(file -> mayRead(file, sight, actor))
                .isPresent();
    }

    static boolean mayRead(CaseFile file, Visibility sight, Actor actor) {
        boolean handled = file.kind() != Kind.DENUNCIATION || file.isHandledBy(actor);
        return handled && (sight.identities() || !file.confidential());
    }

    /** Of a visit that nobody may read, the one who received still may. */
    private boolean mayRead(VisitId visit, Actor actor) {
        return visits.find(visit, Visibility.of(actor))
                .filter(entry -> !entry.sealed() || entry.receiver().equals(actor.id()))
                .isPresent();
    }
}
