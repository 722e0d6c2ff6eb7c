package vn.caunoi.projections;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;

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
    private volatile boolean eventByEvent;

    public Batch(ReadModel model, JdbcTemplate jdbc) {
        this.model = model;
        this.tables = Tables.live(jdbc);
        this.key = "read model " + model.name();
    }

    public void take(EventMessage<?> message) {
        take(Happened.of(message));
    }

    void take(Happened<?> event) {
        if (!CurrentUnitOfWork.isStarted()) {
            write(event);
        } else if (isTogether(CurrentUnitOfWork.get())) {
            current(CurrentUnitOfWork.get()).take(event);
        } else {
            write(event);
        }
    }

    private void write(Happened<?> event) {
        ReadModel.Filling filling = model.filling(tables);
        filling.take(event);
        filling.flush();
    }

    /** Settled with the first event of a batch: what is collected and what is written at once do not mix. */
    private boolean isTogether(UnitOfWork<?> work) {
        return work.getOrComputeResource(key + " together", first -> {
            if (eventByEvent) work.afterCommit(done -> eventByEvent = false);
            return !eventByEvent;
        });
    }

    private ReadModel.Filling current(UnitOfWork<?> work) {
        return work.getOrComputeResource(key, missing -> {
            ReadModel.Filling filling = model.filling(tables);
            work.onPrepareCommit(done -> flush(filling));
            return filling;
        });
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
