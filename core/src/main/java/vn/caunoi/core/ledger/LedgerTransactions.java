package vn.caunoi.core.ledger;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Transactions whose {@link LastStatement} travels together with the commit. */
final class LedgerTransactions extends JdbcTransactionManager {

    private record Suspended(Object transaction, @Nullable LastStatement last) {}

    LedgerTransactions(DataSource database) {
        super(database);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        new LastStatement().bind();
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        LastStatement last = LastStatement.current();
        if (last != null) last.send(true);
        super.doCommit(status);
    }

    @Override
    protected Object doSuspend(Object transaction) {
        return new Suspended(super.doSuspend(transaction), LastStatement.unbind());
    }

    @Override
    protected void doResume(@Nullable Object transaction, Object suspended) {
        Suspended before = (Suspended) suspended;
        super.doResume(transaction, before.transaction());
        if (before.last() != null) before.last().bind();
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        LastStatement.unbind();
        super.doCleanupAfterCompletion(transaction);
    }
}
