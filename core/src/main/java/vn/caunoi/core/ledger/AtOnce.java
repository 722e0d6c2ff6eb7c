package vn.caunoi.core.ledger;

import java.util.List;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Sends many commands in one unit of work: what they record is appended together, with one commit; all of it or nothing. */
public final class AtOnce {

    private final Commands commands;
    private final TransactionManager transactions;

    AtOnce(Commands commands, TransactionManager transactions) {
        this.commands = commands;
        this.transactions = transactions;
    }

    /**
     * @param by who acts; recorded with every event that follows
     * @throws RuntimeException the first refusal or error; nothing is recorded then
     */
    public void send(List<?> orders, String by) {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("many at once"));
        boolean sent = false;
        try {
            work.attachTransaction(transactions);
            orders.forEach(order -> commands.send(order, by));
            sent = true;
        } finally {
            if (sent) work.commit();
            else work.rollback();
        }
    }
}
