package vn.caunoi.core.reception;

import java.time.LocalDate;
import java.time.LocalTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;

/** All that can be ordered of a reception day. Clerks and heads of its unit may. */
public sealed interface SittingCommand {

    SittingId sitting();

    Actor by();

    /**
     * Puts a day on the rota; one that is off gives way to the next working day, unless the reception is unscheduled.
     *
     * @param unscheduled why it is outside of the rota; null for a day of the rota
     */
    record PlanSitting(
            @TargetAggregateIdentifier SittingId sitting,
            UnitId unit,
            OfficerId leader,
            Office office,
            LocalDate day,
            LocalTime from,
            LocalTime to,
            String room,
            boolean online,
            @Nullable UnscheduledGround unscheduled,
            Actor by)
            implements SittingCommand {}

    /** Refused once it was held. */
    record MoveSitting(@TargetAggregateIdentifier SittingId sitting, LocalDate day, String reason, Actor by)
            implements SittingCommand {}

    /**
     * Refused before its day. What was recorded by mistake is recorded again; the last word counts.
     *
     * @param delegate who received instead; null when the leader did in person
     * @param reason of the delegation
     */
    record HoldSitting(
            @TargetAggregateIdentifier SittingId sitting,
            @Nullable OfficerId delegate,
            @Nullable String reason,
            boolean online,
            Actor by)
            implements SittingCommand {}

    record MissSitting(@TargetAggregateIdentifier SittingId sitting, String reason, Actor by)
            implements SittingCommand {}

    /** Takes a day that was planned by mistake off the rota. Refused once it was held or missed. */
    record CancelSitting(@TargetAggregateIdentifier SittingId sitting, String reason, Actor by)
            implements SittingCommand {}
}
