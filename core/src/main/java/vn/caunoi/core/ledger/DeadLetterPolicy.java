package vn.caunoi.core.ledger;

import java.sql.SQLException;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * An event that a projection cannot take is set aside, unless the cause will pass: then the batch is tried again.
 * Throwing is the only way to say so, for {@code doNotEnqueue} would drop the event.
 */
final class DeadLetterPolicy implements EnqueuePolicy<EventMessage<?>> {

    /** Rollback forced, lock not available, out of resources, shutdown, connection lost. */
    private static final Set<String> PASSING = Set.of(
            "40001", "40P01", "55P03", "53000", "53100", "53200", "53300", "57P01", "57P02", "57P03", "57014", "08000",
            "08001", "08003", "08006");

    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        if (willPass(cause)) {
            throw new EventProcessingException("a passing failure, the batch is tried again", cause);
        }
        return Decisions.enqueue(sortOf(cause));
    }

    /** Only what sort of failure it was: the message of a failed write can carry what was to be written. */
    private static ThrowableCause sortOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) root = root.getCause();
        String state = root instanceof SQLException sql ? " (SQL state " + sql.getSQLState() + ")" : "";
        return new ThrowableCause(failure.getClass().getName(), root.getClass().getName() + state);
    }

    private static boolean willPass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof TransactionException) {
                return true;
            }
        }
        return LostRace.isCauseOf(failure) || LostRace.hasState(failure, PASSING);
    }
}
