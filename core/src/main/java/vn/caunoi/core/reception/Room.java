package vn.caunoi.core.reception;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.ledger.TellsStream;
import vn.caunoi.core.reception.RoomCommand.FreeRoom;
import vn.caunoi.core.reception.RoomCommand.GiveRoom;
import vn.caunoi.core.reception.RoomEvent.RoomFreed;
import vn.caunoi.core.reception.RoomEvent.RoomGiven;

/** Sees to it that a room is not given to two at the same time, whoever else plans at the same moment. */
@TellsStream("room")
@Aggregate
class Room {

    @AggregateIdentifier
    private @Nullable RoomId id;

    private final Map<SittingId, RoomGiven> given = new LinkedHashMap<>();

    Room() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(GiveRoom order, WorkingCalendar calendar) {
        RoomGiven wanted = new RoomGiven(
                order.room(),
                order.sitting(),
                order.leader(),
                RotaDay.of(order.day(), order.fixed(), calendar),
                order.from(),
                order.to());
        given.values().stream()
                .filter(other -> !other.sitting().equals(order.sitting()) && other.overlaps(wanted))
                .findFirst()
                .ifPresent(other -> {
                    throw RoomTaken.by(other.leader().value(), other.day(), other.from(), other.to());
                });
        if (!wanted.equals(given.get(order.sitting()))) apply(wanted);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(FreeRoom order) {
        if (given.containsKey(order.sitting())) apply(new RoomFreed(order.room(), order.sitting()));
    }

    @EventSourcingHandler
    void evolve(RoomEvent event) {
        id = event.room();
        switch (event) {
            case RoomGiven e -> given.put(e.sitting(), e);
            case RoomFreed e -> given.remove(e.sitting());
        }
    }
}
