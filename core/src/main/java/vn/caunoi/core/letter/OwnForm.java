package vn.caunoi.core.letter;

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

/** The editions of a form that this authority has published itself. */
@Aggregate
class OwnForm {

    @AggregateIdentifier
    private @Nullable String stream;

    private int edition;

    OwnForm() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int decide(PublishForm order, Clock clock) {
        if (!order.by().is(Role.ADMIN) && !order.by().is(Role.DESIGNER)) throw Refusal.because(Reason.NOT_ALLOWED);
        if (order.form().from().isBefore(DueDate.dayOf(clock.instant()))) {
            throw Refusal.because(Reason.INVALID_INPUT, "from", "too-early", "must not be before today");
        }
        int next = Math.max(edition, order.form().edition()) + 1;
        apply(new FormPublished(order.form().inEdition(next)));
        return next;
    }

    @EventSourcingHandler
    void evolve(FormPublished event) {
        stream = PublishForm.stream(event.form().id());
        edition = event.form().edition();
    }
}
