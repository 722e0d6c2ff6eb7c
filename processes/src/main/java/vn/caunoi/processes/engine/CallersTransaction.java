package vn.caunoi.processes.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.TransactionContext;
import org.camunda.bpm.engine.impl.cfg.TransactionListener;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextFactory;
import org.camunda.bpm.engine.impl.interceptor.CommandContextInterceptor;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutorImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.SpringTransactionContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A command of the engine is a part of the transaction that is open: it neither commits nor marks it for rolling back,
 * for what fails flies to the caller, who rolls back to where it began. Only a call outside of any gets its own.
 */
final class CallersTransaction implements TransactionContext {

    private final PlatformTransactionManager transactions;
    private final CommandContext command;

    private CallersTransaction(PlatformTransactionManager transactions, CommandContext command) {
        this.transactions = transactions;
        this.command = command;
    }

    /** Before the engine is built. Leaves out the engine's own interceptors: none of them does anything for us. */
    static void use(SpringProcessEngineConfiguration settings, PlatformTransactionManager transactions) {
        CommandContextFactory contexts = new CommandContextFactory();
        contexts.setProcessEngineConfiguration(settings);
        settings.setTransactionContextFactory(command -> new CallersTransaction(transactions, command));
        settings.setCommandContextFactory(contexts);
        settings.setCommandInterceptorsTxRequired(List.of(
                new Within(new TransactionTemplate(transactions)),
                new CommandContextInterceptor(contexts, settings),
                new CommandExecutorImpl()));
    }

    private static final class Within extends CommandInterceptor {
        private final TransactionTemplate own;

        Within(TransactionTemplate own) {
            this.own = own;
        }

        @Override
        @SuppressWarnings("NullAway") // a command may answer null
        public <T> T execute(Command<T> command) {
            return TransactionSynchronizationManager.isActualTransactionActive()
                    ? next.execute(command)
                    : own.execute(status -> next.execute(command));
        }
    }

    @Override
    public void commit() {}

    @Override
    public void rollback() {}

    @Override
    public void addTransactionListener(TransactionState state, TransactionListener listener) {
        new SpringTransactionContext(transactions, command).addTransactionListener(state, listener);
    }

    @Override
    public boolean isTransactionActive() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }
}
