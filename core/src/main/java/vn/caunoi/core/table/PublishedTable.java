package vn.caunoi.core.table;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

/** Numbers the editions of a decision table; what a table may hold is judged before. */
@Aggregate
class PublishedTable {

    @AggregateIdentifier
    private @Nullable String stream;

    private TableEditions editions = TableEditions.NONE;

    PublishedTable() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int decide(PublishTable order, Clock clock) {
        if (!order.by().is(Role.ADMIN) && !order.by().is(Role.DESIGNER)) throw Refusal.because(Reason.NOT_ALLOWED);
        TableEdition edition = order.edition();
        if (edition.from().isBefore(DueDate.dayOf(clock.instant()))) throw wrong("from", "must not be before today");
        if (edition.content().isBlank()) throw wrong("content", "must be given");
        if (isLast(edition)) return editions.all().size();
        int next = editions.all().size() + 1;
        apply(new TablePublished(edition.numbered(next)));
        return next;
    }

    private static Refusal wrong(String field, String message) {
        return Refusal.because(Reason.INVALID_INPUT, field, field.equals("from") ? "too-early" : "required", message);
    }

    private boolean isLast(TableEdition edition) {
        if (editions.all().isEmpty()) return false;
        TableEdition last = editions.all().getLast();
        return last.from().equals(edition.from()) && last.content().equals(edition.content());
    }

    @EventSourcingHandler
    void evolve(TablePublished event) {
        stream = TableEditions.stream(event.edition().table());
        editions = editions.after(event);
    }
}
