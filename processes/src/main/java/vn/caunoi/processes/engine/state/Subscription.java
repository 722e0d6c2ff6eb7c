package vn.caunoi.processes.engine.state;

import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.jspecify.annotations.Nullable;

/**
 * A message that a path of an instance waits for.
 *
 * @param token id of the {@link Token} that waits
 * @param activity the catch, boundary or start event
 */
public record Subscription(
        String id,
        String event,
        String token,
        String activity,
        @Nullable String configuration) implements Row {

    static Subscription of(EventSubscriptionEntity entity) {
        NotKept.unless(EventType.MESSAGE.name().equals(entity.getEventType()), "a wait for " + entity.getEventType());
        NotKept.unless(entity.getTenantId() == null, "a tenant");
        return new Subscription(
                entity.getId(),
                entity.getEventName(),
                entity.getExecutionId(),
                entity.getActivityId(),
                entity.getConfiguration());
    }

    @Override
    @SuppressWarnings("NullAway") // the engine's setters take null
    public EventSubscriptionEntity entity(String instance) {
        EventSubscriptionEntity entity = new EventSubscriptionEntity();
        entity.setId(id);
        entity.setEventType(EventType.MESSAGE.name());
        entity.setEventName(event);
        entity.setExecutionId(token);
        entity.setProcessInstanceId(instance);
        entity.setActivityId(activity);
        entity.setConfiguration(configuration);
        return entity;
    }
}
