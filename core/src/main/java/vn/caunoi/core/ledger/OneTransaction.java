package vn.caunoi.core.ledger;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;

/** Refuses to start when Axon fell back to running without transactions, as it silently does. */
final class OneTransaction {

    private OneTransaction() {}

    static void mustHold(Configuration axon) {
        if (axon.getComponent(TransactionManager.class) instanceof NoTransactionManager) {
            throw new IllegalStateException("Axon has no transaction manager: events would be lost");
        }
    }
}
