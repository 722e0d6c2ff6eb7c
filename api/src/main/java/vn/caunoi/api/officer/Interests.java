package vn.caunoi.api.officer;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.CaseEvent.PetitionLinked;
import vn.caunoi.core.petition.DenunciationEvent.AccusedNamed;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Relation;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;

/**
 * Who has an interest of their own in a case: whom it is about, and, of a second complaint, whoever worked on the first,
 * whose result is complained of (LKN Đ33, Đ38). Told from the record, so that nobody is left out by a list that lags.
 */
@Component
class Interests {

    enum Interest {
        /** The case is about this officer. */
        ABOUT_THEM,
        /** This officer verified, drafted or decided what is complained of now. */
        SETTLED_BEFORE
    }

    /** @param accused whom it is about; {@code before} who worked on the complaint before it */
    record Known(Set<OfficerId> accused, Set<OfficerId> before) {

        @Nullable Interest of(OfficerId officer) {
            if (accused.contains(officer)) return Interest.ABOUT_THEM;
            return before.contains(officer) ? Interest.SETTLED_BEFORE : null;
        }
    }

    private final Streams streams;
    private final CaseFiles files;

    Interests(Streams streams, CaseFiles files) {
        this.streams = streams;
        this.files = files;
    }

    Known in(PetitionId petition) {
        Set<OfficerId> accused = new HashSet<>();
        Set<OfficerId> before = new HashSet<>();
        try (var events = streams.of(petition.value())) {
            for (Recorded event : events.toList()) {
                if (event.payload() instanceof AccusedNamed named) {
                    accused.clear();
                    accused.addAll(named.officers());
                }
                if (event.payload() instanceof PetitionLinked link && link.relation() == Relation.SECOND_ROUND_OF) {
                    files.byId(link.other(), Visibility.everything())
                            .map(CaseFile::worked)
                            .ifPresent(before::addAll);
                }
            }
        }
        return new Known(accused, before);
    }
}
