package vn.caunoi.core.ledger.following;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** Transactions that a unit of work ends, so that what is recorded in one is appended with its commit. */
final class InUnitOfWork implements TransactionOperations {

    private final TransactionManager transactions;

    InUnitOfWork(TransactionManager transactions) {
        this.transactions = transactions;
    }

    /** Repositories want to be asked for the sake of a command. */
    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("a batch"));
        try {
            work.attachTransaction(transactions);
            T result = action.doInTransaction(new SimpleTransactionStatus());
            work.commit();
            return result;
        } catch (RuntimeException | Error failure) {
            if (work.isActive()) work.rollback(failure);
            throw failure;
        }
    }
}
