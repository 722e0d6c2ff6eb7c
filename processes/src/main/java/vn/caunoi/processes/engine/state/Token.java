package vn.caunoi.processes.engine.state;

import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.jspecify.annotations.Nullable;

/**
 * Where a path of an instance stands; the engine's execution. The first one of an instance bears the instance's id.
 *
 * @param definition the engine's id of the definition
 * @param process key of the process
 * @param activityInstance what a task is known by; of an instance's scope, without an activity, the scope's
 * @param entities the engine's note of which kinds of things hang on it, bit by bit
 * @param sequence how often it has moved
 */
public record Token(
        String id,
        @Nullable String parent,
        @Nullable String businessKey,
        String definition,
        String process,
        @Nullable String activity,
        @Nullable String activityInstance,
        boolean active,
        boolean concurrent,
        boolean scope,
        boolean eventScope,
        int entities,
        long sequence)
        implements Row {

    static Token of(ExecutionEntity entity) {
        NotKept.unless(entity.getSuperExecutionId() == null, "a called process");
        NotKept.unless(entity.getTenantId() == null && entity.getCaseInstanceId() == null, "a tenant or a case");
        NotKept.unless(entity.getSuspensionState() == SuspensionState.ACTIVE.getStateCode(), "a suspended instance");
        return new Token(
                entity.getId(),
                entity.getParentId(),
                entity.getBusinessKeyWithoutCascade(),
                entity.getProcessDefinitionId(),
                entity.getProcessDefinitionKey(),
                entity.getActivityId(),
                entity.getActivityInstanceId(),
                entity.isActive(),
                entity.isConcurrent(),
                entity.isScope(),
                entity.isEventScope(),
                entity.getCachedEntityState(),
                entity.getSequenceCounter());
    }

    @Override
    @SuppressWarnings("NullAway") // the engine's setters take null
    public ExecutionEntity entity(String instance) {
        ExecutionEntity entity = new ExecutionEntity();
        entity.setId(id);
        if (id.equals(instance)) entity.setRootProcessInstanceId(instance);
        entity.setProcessInstanceId(instance);
        entity.setBusinessKey(businessKey);
        entity.setProcessDefinitionId(definition);
        entity.setProcessDefinitionKey(process);
        entity.setActivityId(activity);
        entity.setActivityInstanceId(activityInstance);
        entity.setActive(active);
        entity.setConcurrent(concurrent);
        entity.setScope(scope);
        entity.setEventScope(eventScope);
        entity.setParentId(parent);
        entity.setCachedEntityState(entities);
        entity.setSequenceCounter(sequence);
        return entity;
    }
}
