package vn.caunoi.core.ledger;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.springframework.util.ReflectionUtils;

/** Takes the lock of the stream that a command is for, before its aggregate is loaded. */
final class LockBeforeLoading implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final ClassValue<Optional<Field>> TARGET = new ClassValue<>() {
        @Override
        protected Optional<Field> computeValue(Class<?> command) {
            Optional<Field> target = Arrays.stream(command.getDeclaredFields())
                    .filter(field -> field.isAnnotationPresent(TargetAggregateIdentifier.class))
                    .findFirst();
            target.ifPresent(ReflectionUtils::makeAccessible);
            return target;
        }
    };

    private final StreamLocks locks;

    LockBeforeLoading(StreamLocks locks) {
        this.locks = locks;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        Object command = work.getMessage().getPayload();
        TARGET.get(command.getClass())
                .map(field -> ReflectionUtils.getField(field, command))
                .map(Object::toString)
                .filter(stream -> !Heads.of(work).knows(stream))
                .ifPresent(stream -> Heads.of(work).found(stream, locks.takeAndLook(stream)));
        return chain.proceed();
    }
}
