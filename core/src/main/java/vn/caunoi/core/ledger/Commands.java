package vn.caunoi.core.ledger;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends commands, in the caller's thread. Outside a transaction each command has its own, and a race lost to somebody
 * else is tried again in place; inside one (the driver, the sweeper) the command takes part in it and fails at the
 * first lost race, because only the owner of the transaction can begin anew.
 */
public final class Commands {

    /** Name of the metadata that says who acted. */
    public static final String BY = "by";

    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(4);

    private final CommandBus bus;

    Commands(CommandBus bus) {
        this.bus = bus;
    }

    /**
     * @param by who acts; recorded with every event that follows
     * @return what the command answers, null for most
     * @throws RuntimeException the refusal or error itself, not wrapped
     */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <R> @Nullable R send(Object command, String by) {
        MetaData metadata = MetaData.with(BY, by);
        if (takesPart()) {
            return once(new GenericCommandMessage<>(command, metadata));
        }
        Trust trust = new Trust();
        try {
            return once(new GenericCommandMessage<>(command, metadata.and(Trust.KEY, trust)));
        } catch (RuntimeException e) {
            if (!trust.justifiesAnotherAttempt(e)) {
                pauseOrThrow(e, 1);
            }
        }
        return again(command, metadata);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <R> @Nullable R again(Object command, MetaData metadata) {
        for (int attempt = 2; ; attempt++) {
            try {
                return once(new GenericCommandMessage<>(command, metadata));
            } catch (RuntimeException e) {
                pauseOrThrow(e, attempt);
            }
        }
    }

    private static void pauseOrThrow(RuntimeException failure, int attempt) {
        if (attempt == ATTEMPTS || !LostRace.isCauseOf(failure)) {
            throw failure;
        }
        pause(attempt);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <R> @Nullable R once(CommandMessage<Object> command) {
        FutureCallback<Object, R> callback = new FutureCallback<>();
        bus.dispatch(command, callback);
        var result = callback.getResult();
        if (!result.isExceptional()) {
            return result.getPayload();
        }
        throw unchecked(result.exceptionResult());
    }

    private static RuntimeException unchecked(Throwable failure) {
        return switch (failure) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException("the command failed", failure);
        };
    }

    private static boolean takesPart() {
        return CurrentUnitOfWork.isStarted() || TransactionSynchronizationManager.isActualTransactionActive();
    }

    private static void pause(int attempt) {
        long most = FIRST_PAUSE.toNanos() << Math.min(attempt, 6);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
    }
}
