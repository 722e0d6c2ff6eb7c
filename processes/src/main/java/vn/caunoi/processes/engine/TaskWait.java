package vn.caunoi.processes.engine;

import org.camunda.bpm.engine.impl.bpmn.behavior.FlowNodeActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;

/** A user task is a wait without a task row: the open tasks stand in the petition's stream. */
final class TaskWait extends FlowNodeActivityBehavior {

    private final String name;
    private final String form;
    private final String group;
    private final boolean assigned;

    TaskWait(String name, String form, String group, boolean assigned) {
        this.name = name;
        this.form = form;
        this.group = group;
        this.assigned = assigned;
    }

    @Override
    public void execute(ActivityExecution execution) {
        ExecutionEntity at = (ExecutionEntity) execution;
        Journey.current()
                .taskReached(step(
                        at.getProcessInstanceId(),
                        at.getActivityInstanceId(),
                        at.getProcessDefinition().getKey(),
                        at.getCurrentActivityId()));
    }

    Journey.TaskStep step(String instance, String activityInstance, String process, String activity) {
        return new Journey.TaskStep(instance, activityInstance, process, activity, name, form, group, assigned);
    }

    @Override
    public void signal(ActivityExecution execution, String name, Object data) {
        leave(execution);
    }
}
