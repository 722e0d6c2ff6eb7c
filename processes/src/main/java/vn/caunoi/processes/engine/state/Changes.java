package vn.caunoi.processes.engine.state;

import java.util.Map;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.HasDbRevision;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation.State;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.jspecify.annotations.Nullable;

/** What a command has changed, brought into the states. */
final class Changes {

    private Changes() {}

    static boolean isOfAnInstance(DbEntity entity) {
        return entity instanceof ExecutionEntity
                || entity instanceof EventSubscriptionEntity
                || entity instanceof TimerEntity;
    }

    /** @param changed states that may be changed, by instance: copies made for these changes */
    static void carryOut(DbEntityOperation operation, Moving moving, Map<String, InstanceState> changed) {
        DbEntity entity = operation.getEntity();
        String instance = instance(entity, moving);
        if (operation.getOperationType() == DbOperationType.INSERT && instance.equals(entity.getId()))
            moving.begin(instance);
        InstanceState state = changed.computeIfAbsent(instance, any -> copy(instance, moving));
        switch (operation.getOperationType()) {
            case INSERT -> {
                state.put(row(entity));
                revise(entity, 1);
            }
            case UPDATE -> {
                mustBeThere(entity, state.replace(row(entity)));
                revise(entity, ((HasDbRevision) entity).getRevisionNext());
            }
            case DELETE -> {
                mustBeThere(entity, remove(entity, state));
                operation.setRowsAffected(1);
            }
            default -> throw new NotKept("a change of many rows");
        }
        operation.setState(State.APPLIED);
    }

    private static InstanceState copy(String instance, Moving moving) {
        InstanceState before = moving.of(instance);
        return before == null ? new InstanceState(instance) : before.copy();
    }

    /** A timer taken off its token does not know its instance any more. */
    private static String instance(DbEntity entity, Moving moving) {
        String named = named(entity);
        if (moving.playing() == null) moving.play(named);
        String instance = named == null ? moving.playing() : named;
        if (instance == null) throw new NotKept("a row outside of an instance");
        return instance;
    }

    private static @Nullable String named(DbEntity entity) {
        return switch (entity) {
            case ExecutionEntity token -> token.getProcessInstanceId();
            case EventSubscriptionEntity subscription -> subscription.getProcessInstanceId();
            case TimerEntity timer -> timer.getProcessInstanceId();
            default -> throw new NotKept(entity.getClass().getSimpleName());
        };
    }

    private static Row row(DbEntity entity) {
        return switch (entity) {
            case ExecutionEntity token -> Token.of(token);
            case EventSubscriptionEntity subscription -> Subscription.of(subscription);
            case TimerEntity timer -> TimerJob.of(timer);
            default -> throw new NotKept(entity.getClass().getSimpleName());
        };
    }

    private static boolean remove(DbEntity entity, InstanceState state) {
        return switch (entity) {
            case ExecutionEntity token -> state.removeToken(token.getId());
            case EventSubscriptionEntity subscription -> state.removeSubscription(subscription.getId());
            case TimerEntity timer -> state.removeTimer(timer.getId());
            default -> throw new NotKept(entity.getClass().getSimpleName());
        };
    }

    private static void revise(DbEntity entity, int revision) {
        ((HasDbRevision) entity).setRevision(revision);
    }

    private static void mustBeThere(DbEntity entity, boolean there) {
        if (!there) throw new IllegalStateException("the engine changes what is not there: " + entity);
    }
}
