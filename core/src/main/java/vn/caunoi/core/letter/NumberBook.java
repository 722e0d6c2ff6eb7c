package vn.caunoi.core.letter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.letter.NumberBookCommand.*;
import vn.caunoi.core.letter.NumberBookEvent.*;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

/** Numbers the letters of a unit in a year, one after the other from 1 (Decree 30/2020/NĐ-CP, annex I, part II.3). */
@Aggregate(snapshotTriggerDefinition = "snapshots", cache = "readyAggregates")
@StoredAs("snapshot.number-book")
class NumberBook {

    @AggregateIdentifier
    @Nullable NumberBookId id;

    int next = 1;

    NumberBook() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int decide(TakeNumber order) {
        int serial = next;
        apply(new NumberTaken(order.book(), order.unit(), order.year(), serial, order.petition(), order.letter()));
        return serial;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ContinueBook order) {
        boolean may = order.by().is(Role.HEAD) || order.by().is(Role.ADMIN);
        if (!may || !order.by().covers(order.unit())) throw Refusal.because(Reason.NOT_ALLOWED);
        if (order.next() < next) throw Refusal.because(Reason.NUMBERS_TAKEN);
        if (order.next() > next) apply(new BookContinued(order.book(), order.unit(), order.year(), order.next()));
    }

    @EventSourcingHandler
    void evolve(NumberBookEvent event) {
        id = event.book();
        next = switch (event) {
            case NumberTaken e -> e.serial() + 1;
            case BookContinued e -> e.next();
        };
    }
}
