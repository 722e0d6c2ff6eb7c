package vn.caunoi.core.petition;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;

/** What is ordered of directions: one is given, reported as done, or taken back. */
public sealed interface DirectionCommand extends PetitionCommand {

    /** @param officer null for whoever has the case in that unit */
    record Give(
            @TargetAggregateIdentifier PetitionId petition,
            UnitId unit,
            @Nullable OfficerId officer,
            LocalDate doBy,
            String text,
            Actor by)
            implements DirectionCommand {}

    record ReportDone(@TargetAggregateIdentifier PetitionId petition, int direction, String answer, Actor by)
            implements DirectionCommand {}

    record TakeBack(@TargetAggregateIdentifier PetitionId petition, int direction, String reason, Actor by)
            implements DirectionCommand {}
}
