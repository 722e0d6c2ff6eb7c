package vn.caunoi.core.ledger;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.util.ReflectionUtils;

/**
 * Whom a command is for. Axon's own looks through all methods, fields and annotations of the command each time; it is
 * asked where a method says so.
 */
final class CommandTarget implements CommandTargetResolver {

    private static final ClassValue<Optional<Field>> FIELD = new ClassValue<>() {
        @Override
        protected Optional<Field> computeValue(Class<?> command) {
            Optional<Field> target = Arrays.stream(command.getDeclaredFields())
                    .filter(field -> field.isAnnotationPresent(TargetAggregateIdentifier.class))
                    .findFirst();
            target.ifPresent(ReflectionUtils::makeAccessible);
            return target;
        }
    };

    private final CommandTargetResolver others =
            AnnotationCommandTargetResolver.builder().build();

    /** Empty when no component of the command says so. */
    static Optional<Object> of(Object command) {
        return FIELD.get(command.getClass()).map(field -> ReflectionUtils.getField(field, command));
    }

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        return of(message.getPayload())
                .map(target -> new VersionedAggregateIdentifier(target, null))
                .orElseGet(() -> others.resolveTarget(message));
    }
}
