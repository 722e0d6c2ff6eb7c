package vn.caunoi.core.reception;

import java.time.LocalDate;
import java.time.LocalTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.caunoi.core.directory.OfficerId;

/** What can be asked of a room; part of what is done with a reception day, which says who may. */
public sealed interface RoomCommand {

    RoomId room();

    SittingId sitting();

    /**
     * For the time of a reception day; what the room was given to that day before is free again. Refused when another
     * one has it at that time. Times are of the business time zone.
     *
     * @param day of the rota; one that is off gives way to the next working day unless it is {@code fixed}
     */
    record GiveRoom(
            @TargetAggregateIdentifier RoomId room,
            SittingId sitting,
            OfficerId leader,
            LocalDate day,
            boolean fixed,
            LocalTime from,
            LocalTime to)
            implements RoomCommand {}

    /** Does nothing for a reception day that has not got it. */
    record FreeRoom(@TargetAggregateIdentifier RoomId room, SittingId sitting) implements RoomCommand {}
}
