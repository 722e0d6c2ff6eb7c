package vn.caunoi.core.petition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.vault.Sealed;

/** What superiors direct in a case (chỉ đạo). It has a day of its own and never moves one of the law. */
public sealed interface DirectionEvent extends PetitionEvent {

    /** Number within the petition, from 1. */
    int direction();

    /**
     * @param by who directs
     * @param unit whose officers are to do it
     * @param officer who is to do it; null for whoever has the case
     * @param doBy last day
     */
    @StoredAs("direction.given")
    record DirectionGiven(
            PetitionId petition,
            int direction,
            OfficerId by,
            UnitId unit,
            @Nullable OfficerId officer,
            LocalDate doBy,
            Sealed text)
            implements DirectionEvent {}

    /**
     * Whoever was directed reports what was done.
     *
     * @param late whether its day had passed
     */
    @StoredAs("direction.done")
    record DirectionDone(PetitionId petition, int direction, OfficerId by, boolean late, Sealed answer)
            implements DirectionEvent {}

    /** It need not be done any more. @param reason why it was taken back; null when the case was closed */
    @StoredAs("direction.ended")
    record DirectionEnded(
            PetitionId petition,
            int direction,
            DirectionEnd cause,
            @Nullable Sealed reason) implements DirectionEvent {}
}
