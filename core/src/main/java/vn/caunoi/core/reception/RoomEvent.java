package vn.caunoi.core.reception;

import java.time.LocalDate;
import java.time.LocalTime;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.ledger.StoredAs;

/** What happened to a room. One stream per room of a unit. */
public sealed interface RoomEvent {

    RoomId room();

    SittingId sitting();

    /** To this reception day, and no more to what it had that day before. */
    @StoredAs("reception.room-given")
    record RoomGiven(RoomId room, SittingId sitting, OfficerId leader, LocalDate day, LocalTime from, LocalTime to)
            implements RoomEvent {

        boolean overlaps(RoomGiven other) {
            return day.equals(other.day) && from.isBefore(other.to) && other.from.isBefore(to);
        }
    }

    @StoredAs("reception.room-freed")
    record RoomFreed(RoomId room, SittingId sitting) implements RoomEvent {}
}
