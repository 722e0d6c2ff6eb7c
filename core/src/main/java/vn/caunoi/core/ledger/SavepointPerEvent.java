package vn.caunoi.core.ledger;

import java.lang.reflect.Executable;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Gives each event of a group with dead letters its own savepoint. After a failed statement PostgreSQL refuses
 * everything in the transaction; without going back, the dead letter itself could not be written.
 */
final class SavepointPerEvent implements HandlerEnhancerDefinition {

    private final PlatformTransactionManager transactions;
    private final Set<String> groups;

    SavepointPerEvent(PlatformTransactionManager transactions, Set<String> groups) {
        this.transactions = transactions;
        this.groups = groups;
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        boolean guarded = original.unwrap(Executable.class)
                .map(method -> method.getDeclaringClass().getAnnotation(ProcessingGroup.class))
                .filter(group -> groups.contains(group.value()))
                .isPresent();
        return guarded && original.attribute("EventHandler.payloadType").isPresent()
                ? new Guarded<>(original)
                : original;
    }

    private final class Guarded<T> extends WrappedMessageHandlingMember<T> {

        Guarded(MessageHandlingMember<T> delegate) {
            super(delegate);
        }

        @Override
        public Object handle(Message<?> message, T target) throws Exception {
            TransactionStatus savepoint = transactions.getTransaction(
                    new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
            boolean handled = false;
            try {
                Object result = super.handle(message, target);
                handled = true;
                return result;
            } finally {
                if (handled) {
                    transactions.commit(savepoint);
                } else {
                    transactions.rollback(savepoint);
                }
            }
        }
    }
}
