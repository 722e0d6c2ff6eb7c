package vn.caunoi.api.officer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.Part;
import vn.caunoi.projections.casefile.Resolution;
import vn.caunoi.projections.likeness.Precedents;
import vn.caunoi.projections.likeness.Precedents.Precedent;

/** How cases like one ended. Who petitioned in them is not told: that stands in the case, for who may open it. */
@Component
public class PrecedentDesk {

    private static final int MOST = 8;

    /**
     * A closed case and its outcome.
     *
     * @param resolution the decision; null where there was none
     * @param reply what was done instead of deciding, the last; null where nothing was
     */
    public record Ended(
            Precedent like, Part.Closing closing, @Nullable Resolution resolution, Part.@Nullable ReplyKind reply) {}

    private final VisibleCases cases;
    private final Precedents precedents;
    private final CaseFiles files;

    PrecedentDesk(VisibleCases cases, Precedents precedents, CaseFiles files) {
        this.cases = cases;
        this.precedents = precedents;
        this.files = files;
    }

    /** The likest first. */
    public List<Ended> of(PetitionId id, Actor reader) {
        CaseFile file = cases.find(id.value(), reader);
        Visibility to = Visibility.of(reader);
        return precedents.like(file, to, MOST).stream()
                .flatMap(like -> files.byId(like.id(), to).flatMap(found -> ended(like, found)).stream())
                .toList();
    }

    private static Optional<Ended> ended(Precedent like, CaseFile file) {
        if (file.closing() == null) return Optional.empty();
        Part.ReplyKind reply =
                file.replies().isEmpty() ? null : file.replies().getLast().what();
        return Optional.of(new Ended(like, file.closing(), file.resolution(), reply));
    }
}
