package vn.caunoi.core.ledger;

import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Takes the lock of the stream that a command is for, before its aggregate is loaded; or trusts that the stream ends where
 * the aggregate stands that is ready, see {@link Trust}.
 */
final class LockBeforeLoading implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final StreamLocks locks;
    private final ReadyAggregates ready;

    LockBeforeLoading(StreamLocks locks, ReadyAggregates ready) {
        this.locks = locks;
        this.ready = ready;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        Object command = work.getMessage().getPayload();
        Optional<String> stream = CommandTarget.of(command).map(Object::toString);
        stream.filter(target -> !Heads.of(work).knows(target) && !isTrusted(work, target))
                .ifPresent(target -> Heads.of(work).found(target, locks.takeAndLook(target)));
        Object result = chain.proceed();
        Trust.offeredTo(work)
                .filter(Trust::isUsed)
                .ifPresent(trust -> work.onPrepareCommit(done -> trust.mustBeProved()));
        return result;
    }

    private boolean isTrusted(UnitOfWork<? extends CommandMessage<?>> work, String stream) {
        Optional<Trust> trust =
                Trust.offeredTo(work).filter(offered -> LastStatement.of(work).isPresent());
        if (trust.isEmpty()) return false;
        boolean first = work.getMessage().getPayloadType().isAnnotationPresent(BeginsStream.class);
        Optional<String> newest = ready.newestOf(stream);
        if (!first && newest.isEmpty()) return false;
        trust.get().in(stream, first && newest.isEmpty());
        Heads.of(work).found(stream, newest);
        return true;
    }
}
