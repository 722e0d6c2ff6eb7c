package vn.caunoi.projections;

import java.util.Objects;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.petition.PetitionEvent;

/**
 * Collects what the events of one processor batch change in the live tables and writes it in the transaction that also
 * moves the token.
 *
 * <p>When that writing fails, nobody can tell which event it was, and the batch would fail for ever. So the next ones
 * are written event by event, where the one that cannot be written is set aside alone, until a batch has passed.
 */
public final class Batch {
    private final ReadModel model;
    private final Tables tables;
    private final String key;
    private final TransactionTemplate savepoint;
    private volatile boolean eventByEvent;

    public Batch(ReadModel model, JdbcTemplate jdbc) {
        this.model = model;
        this.tables = Tables.live(jdbc);
        this.key = "read model " + model.name();
        this.savepoint =
                new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource())));
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    public void take(EventMessage<?> message) {
        take(Happened.of(message));
    }

    void take(Happened<?> event) {
        if (!CurrentUnitOfWork.isStarted()) {
            write(event);
        } else if (isTogether(CurrentUnitOfWork.get())) {
            collect(event);
        } else {
            savepoint.executeWithoutResult(status -> write(event));
        }
    }

    /** After a failed query nothing more can be written in this transaction, not even that the event is set aside. */
    private void collect(Happened<?> event) {
        try {
            current(CurrentUnitOfWork.get()).take(event);
        } catch (DataAccessException unreadable) {
            eventByEvent = true;
            throw unreadable;
        }
    }

    private void write(Happened<?> event) {
        ReadModel.Filling filling = model.filling(tables);
        filling.take(event);
        filling.flush();
    }

    /**
     * Settled with the first event of a batch: what is collected and what is written at once do not mix. What was set
     * aside is offered again by itself, and may well fail again.
     */
    private boolean isTogether(UnitOfWork<?> work) {
        return work.getOrComputeResource(key + " together", first -> {
            if (work.resources().containsKey(DeadLetter.class.getName())) return false;
            if (eventByEvent) work.afterCommit(done -> eventByEvent = false);
            return !eventByEvent;
        });
    }

    private ReadModel.Filling current(UnitOfWork<?> work) {
        return work.getOrComputeResource(key, missing -> {
            ReadModel.Filling filling = model.filling(tables);
            expect(filling, work.root());
            work.onPrepareCommit(done -> flush(filling));
            return filling;
        });
    }

    private static void expect(ReadModel.Filling filling, UnitOfWork<?> root) {
        if (!(root instanceof BatchingUnitOfWork<?> batch)) return;
        batch.getMessages().stream()
                .map(Message::getPayload)
                .filter(PetitionEvent.class::isInstance)
                .map(PetitionEvent.class::cast)
                .forEach(filling::expect);
    }

    private void flush(ReadModel.Filling filling) {
        boolean written = false;
        try {
            filling.flush();
            written = true;
        } finally {
            if (!written) eventByEvent = true;
        }
    }
}
