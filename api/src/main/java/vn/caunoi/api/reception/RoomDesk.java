package vn.caunoi.api.reception;

import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.RoomCommand.FreeRoom;
import vn.caunoi.core.reception.RoomCommand.GiveRoom;
import vn.caunoi.core.reception.RoomId;
import vn.caunoi.core.reception.RoomTaken;
import vn.caunoi.core.reception.RotaDay;
import vn.caunoi.core.reception.SittingCommand;
import vn.caunoi.core.reception.SittingCommand.CancelSitting;
import vn.caunoi.core.reception.SittingCommand.MoveSitting;
import vn.caunoi.core.reception.SittingCommand.PlanSitting;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.rota.Rota;

/**
 * Changes the rota together with the rooms it takes, in one transaction. A room belongs to its unit; a reception without
 * one, online for example, takes none.
 */
@Component
class RoomDesk {

    private final ReceptionWork work;
    private final Rota rota;
    private final Directory directory;
    private final CalendarInForce calendar;

    RoomDesk(ReceptionWork work, Rota rota, Directory directory, CalendarInForce calendar) {
        this.work = work;
        this.rota = rota;
        this.directory = directory;
        this.calendar = calendar;
    }

    void plan(PlanSitting order) {
        boolean fixed = order.unscheduled() != null;
        boolean wrong = !order.from().isBefore(order.to());
        if (order.room().isBlank() || wrong || rota.isPlanned(order.sitting())) {
            work.send(order, order.sitting().value(), order.by());
            return;
        }
        give(
                order,
                new GiveRoom(
                        RoomId.of(order.unit(), order.room()),
                        order.sitting(),
                        order.leader(),
                        order.day(),
                        fixed,
                        order.from(),
                        order.to()),
                order.unit(),
                order.by());
    }

    /** @param planned the day as it stands */
    void send(SittingCommand order, Rota.Day planned) {
        if (planned.room().isBlank()) {
            work.send(order, planned.id().value(), order.by());
            return;
        }
        RoomId room = RoomId.of(planned.unit(), planned.room());
        switch (order) {
            case MoveSitting move ->
                give(
                        move,
                        new GiveRoom(
                                room,
                                planned.id(),
                                planned.leader(),
                                move.day(),
                                planned.unscheduled() != null,
                                planned.from(),
                                planned.to()),
                        planned.unit(),
                        move.by());
            case CancelSitting cancel ->
                work.sendBoth(
                        cancel, new FreeRoom(room, planned.id()), planned.id().value(), cancel.by());
            default -> work.send(order, planned.id().value(), order.by());
        }
    }

    private void give(SittingCommand order, GiveRoom room, UnitId unit, Actor by) {
        LocalDate day = RotaDay.of(room.day(), room.fixed(), calendar.calendar());
        // days that were planned before rooms were kept apart are known to the rota only
        rota.on(day, unit).stream()
                .filter(other -> !other.id().equals(room.sitting()) && takes(other, room))
                .findFirst()
                .ifPresent(other -> {
                    throw taken(other.leader(), other.day(), other.from(), other.to());
                });
        try {
            work.sendBoth(order, room, room.sitting().value(), by);
        } catch (Refusal refusal) {
            throw named(refusal);
        }
    }

    private static boolean takes(Rota.Day other, GiveRoom room) {
        return !other.room().isBlank()
                && RoomId.of(other.unit(), other.room()).equals(room.room())
                && other.from().isBefore(room.to())
                && room.from().isBefore(other.to());
    }

    private Refusal taken(OfficerId leader, LocalDate day, LocalTime from, LocalTime to) {
        return RoomTaken.by(nameOf(leader.value()), day, from, to);
    }

    /** Somebody was quicker, whom the room knows by account only. */
    private Refusal named(Refusal refusal) {
        return RoomTaken.renamed(refusal, this::nameOf);
    }

    private String nameOf(String account) {
        return directory
                .officer(new OfficerId(account))
                .map(Directory.Officer::name)
                .orElse(account);
    }
}
