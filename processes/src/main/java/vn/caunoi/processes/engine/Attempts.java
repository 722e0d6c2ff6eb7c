package vn.caunoi.processes.engine;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import vn.caunoi.processes.engine.state.Instances;
import vn.caunoi.processes.engine.state.Moving;

/**
 * Tries a piece of work inside the transaction of a batch: in a savepoint, so that PostgreSQL goes on after a failed
 * statement, with the engine's instances as they stood, and in a unit of work of its own, so that the events of the
 * failed piece are not appended. What fails is as if it had never been tried.
 */
public final class Attempts {

    private final PlatformTransactionManager transactions;

    public Attempts(PlatformTransactionManager transactions) {
        this.transactions = transactions;
    }

    /**
     * @return why it failed; empty when it did not
     * @throws RuntimeException what trying all of the batch again may cure (a lost connection, a deadlock)
     */
    public Optional<RuntimeException> run(Runnable work) {
        UnitOfWork<?> outer = CurrentUnitOfWork.get();
        return run(work, outer::getCorrelationData);
    }

    /** @param origin correlation data of what is recorded meanwhile, asked each time */
    public Optional<RuntimeException> run(Runnable work, Supplier<? extends Map<String, ?>> origin) {
        Optional<Moving> moving = Instances.current();
        Optional<Moving.Savepoint> before = moving.map(Moving::savepoint);
        TransactionStatus savepoint =
                transactions.getTransaction(new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
        Optional<RuntimeException> failure = inUnitOfWork(work, origin);
        if (failure.isPresent()) {
            transactions.rollback(savepoint);
            moving.ifPresent(one -> one.rollback(before.orElseThrow()));
        } else {
            transactions.commit(savepoint);
        }
        failure.filter(Transient::isCauseOf).ifPresent(passing -> {
            throw passing;
        });
        return failure;
    }

    private static Optional<RuntimeException> inUnitOfWork(Runnable work, Supplier<? extends Map<String, ?>> origin) {
        UnitOfWork<?> outer = CurrentUnitOfWork.get();
        // repositories want to be asked for the sake of a command
        Message<?> message = new GenericCommandMessage<>(
                outer.getMessage().getPayload(), outer.getMessage().getMetaData());
        UnitOfWork<?> nested = DefaultUnitOfWork.startAndGet(message);
        nested.registerCorrelationDataProvider(any -> origin.get());
        try {
            work.run();
            nested.commit();
            return Optional.empty();
        } catch (StackOverflowError tooDeep) {
            return Optional.of(rolledBack(nested, new RefusedDiagram("The diagram is nested too deep")));
        } catch (RuntimeException failed) {
            // the one place where a failure does not fly on: it becomes an incident that somebody sees
            return Optional.of(rolledBack(nested, failed));
        } catch (Error broken) {
            if (nested.isActive()) nested.rollback(broken);
            throw broken;
        }
    }

    private static RuntimeException rolledBack(UnitOfWork<?> nested, RuntimeException failed) {
        if (nested.isActive()) nested.rollback(failed);
        return failed;
    }
}
