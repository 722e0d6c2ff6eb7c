package vn.caunoi.projections.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.handling.Check;
import vn.caunoi.core.handling.Handling;
import vn.caunoi.core.handling.Mark;
import vn.caunoi.core.petition.IntakeEvent.HandlingProposed;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.RefusalGround;

/**
 * What was found when a petition was checked, and what the handling table proposes.
 *
 * @param missing conditions it does not meet
 * @param guidedBefore an earlier petition of the same content whose petitioner was guided already
 * @param outcome by which a task of classification ends so; null where that is left open
 * @param row of the table, in its {@code version}; {@code confidence} how sure its {@code source} is
 */
public record Proposal(
        Kind kind,
        boolean competent,
        List<Check> missing,
        @Nullable RefusalGround ground,
        List<Mark> marks,
        @Nullable PetitionId guidedBefore,
        Handling handling,
        @Nullable String outcome,
        String row,
        String version,
        String source,
        String confidence,
        Instant at,
        @Nullable String by) {

    static Proposal of(HandlingProposed e, Instant at, @Nullable String by) {
        return new Proposal(
                e.kind(),
                e.competent(),
                e.missing(),
                e.ground(),
                e.marks(),
                e.guidedBefore(),
                e.handling(),
                e.outcome(),
                e.row(),
                e.version(),
                e.source(),
                e.confidence(),
                at,
                by);
    }

    /** Whether the authority has to confirm the row it comes from. */
    public boolean isToBeConfirmed() {
        return confidence.equals("M?") || confidence.equals("X");
    }
}
