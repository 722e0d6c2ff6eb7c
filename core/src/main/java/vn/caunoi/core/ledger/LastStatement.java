package vn.caunoi.core.ledger;

import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The last statement of this thread's transaction. It waits for the commit and travels with it, so that both cost one
 * round trip; who asks for what it writes sends it before. Only a unit of work that is about to commit, and whose
 * transaction was begun for it alone, may let a statement wait: nothing can be rolled back to a point before it then,
 * and a failure is one of the commit.
 */
final class LastStatement {

    /** Sends it; with the commit, or without. */
    @FunctionalInterface
    interface Sending {
        void send(boolean withCommit);
    }

    private static final Object KEY = LastStatement.class;

    private final @Nullable UnitOfWork<?> owner;
    private @Nullable Sending waiting;

    /** Of a transaction that begins now. */
    LastStatement() {
        this.owner = CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get() : null;
    }

    static @Nullable LastStatement current() {
        return (LastStatement) TransactionSynchronizationManager.getResource(KEY);
    }

    /** That of the transaction which this unit of work began for itself. */
    static Optional<LastStatement> of(UnitOfWork<?> work) {
        return Optional.ofNullable(current())
                .filter(last -> last.owner == work && work.parent().isEmpty());
    }

    /** When the unit of work to which it belongs is about to commit. */
    static Optional<LastStatement> aboutToCommit() {
        return CurrentUnitOfWork.isStarted()
                ? of(CurrentUnitOfWork.get()).filter(LastStatement::isAboutToCommit)
                : Optional.empty();
    }

    private boolean isAboutToCommit() {
        return owner != null && owner.phase() == UnitOfWork.Phase.PREPARE_COMMIT;
    }

    void waitForCommit(Sending statement) {
        send(false);
        waiting = statement;
    }

    /** What is asked next must see it. */
    static void sendNow() {
        LastStatement last = current();
        if (last != null) last.send(false);
    }

    void send(boolean withCommit) {
        Sending statement = waiting;
        waiting = null;
        if (statement != null) statement.send(withCommit);
    }

    void bind() {
        TransactionSynchronizationManager.bindResource(KEY, this);
    }

    static @Nullable LastStatement unbind() {
        return (LastStatement) TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
    }
}
