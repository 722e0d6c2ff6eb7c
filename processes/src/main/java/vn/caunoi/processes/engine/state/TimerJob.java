package vn.caunoi.processes.engine.state;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

/**
 * A timer that runs in an instance; the engine's job.
 *
 * @param token id of the {@link Token} it runs for
 * @param handler the engine's name of what happens when it fires
 * @param configuration the activity, as the engine writes it
 * @param declaration the engine's id of its job definition
 */
public record TimerJob(
        String id,
        String token,
        Instant due,
        String handler,
        String configuration,
        String declaration,
        String deployment,
        String definition,
        String process,
        int retries,
        boolean exclusive,
        long priority,
        long sequence)
        implements Row {

    static TimerJob of(TimerEntity entity) {
        NotKept.unless(entity.getRepeat() == null, "a timer that repeats");
        NotKept.unless(entity.getExceptionByteArrayId() == null && entity.getLockOwner() == null, "a job that runs");
        NotKept.unless(entity.getTenantId() == null && entity.getBatchId() == null, "a tenant or a batch");
        NotKept.unless(entity.getSuspensionState() == SuspensionState.ACTIVE.getStateCode(), "a suspended timer");
        return new TimerJob(
                entity.getId(),
                entity.getExecutionId(),
                entity.getDuedate().toInstant(),
                entity.getJobHandlerType(),
                entity.getJobHandlerConfigurationRaw(),
                entity.getJobDefinitionId(),
                entity.getDeploymentId(),
                entity.getProcessDefinitionId(),
                entity.getProcessDefinitionKey(),
                entity.getRetries(),
                entity.isExclusive(),
                entity.getPriority(),
                entity.getSequenceCounter());
    }

    /** The event of the diagram that it belongs to. */
    public String activity() {
        int more = configuration.indexOf(TimerEventJobHandler.JOB_HANDLER_CONFIG_PROPERTY_DELIMITER);
        return more < 0 ? configuration : configuration.substring(0, more);
    }

    @Override
    public TimerEntity entity(String instance) {
        TimerEntity entity = new TimerEntity();
        entity.setId(id);
        entity.setRevision(1);
        entity.setExecutionId(token);
        entity.setProcessInstanceId(instance);
        entity.setRootProcessInstanceId(instance);
        entity.setDuedate(Date.from(due));
        entity.setJobHandlerType(handler);
        entity.setJobHandlerConfigurationRaw(configuration);
        entity.setJobDefinitionId(declaration);
        entity.setDeploymentId(deployment);
        entity.setProcessDefinitionId(definition);
        entity.setProcessDefinitionKey(process);
        entity.setRetriesFromPersistence(retries);
        entity.setExclusive(exclusive);
        entity.setPriority(priority);
        entity.setSequenceCounter(sequence);
        return entity;
    }
}
