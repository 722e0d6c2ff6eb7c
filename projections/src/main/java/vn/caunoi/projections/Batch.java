package vn.caunoi.projections;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Collects what the events of one processor batch change in the live tables and writes it in the transaction that also
 * moves the token.
 */
public final class Batch {
    private final ReadModel model;
    private final Tables tables;
    private final String key;

    public Batch(ReadModel model, JdbcTemplate jdbc) {
        this.model = model;
        this.tables = Tables.live(jdbc);
        this.key = "read model " + model.name();
    }

    public void take(EventMessage<?> message) {
        take(Happened.of(message));
    }

    void take(Happened<?> event) {
        if (CurrentUnitOfWork.isStarted()) {
            current(CurrentUnitOfWork.get()).take(event);
        } else {
            ReadModel.Filling filling = model.filling(tables);
            filling.take(event);
            filling.flush();
        }
    }

    private ReadModel.Filling current(UnitOfWork<?> work) {
        return work.getOrComputeResource(key, missing -> {
            ReadModel.Filling filling = model.filling(tables);
            work.onPrepareCommit(done -> filling.flush());
            return filling;
        });
    }
}
