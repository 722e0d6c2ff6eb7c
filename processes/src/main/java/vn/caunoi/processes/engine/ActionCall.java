package vn.caunoi.processes.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.behavior.FlowNodeActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;

/** Stands in for the engine's external task: the action runs at once, in the move and its transaction. */
final class ActionCall extends FlowNodeActivityBehavior {

    private final String topic;
    private final Map<String, String> inputs;

    ActionCall(String topic, Map<String, String> inputs) {
        this.topic = topic;
        this.inputs = Map.copyOf(inputs);
    }

    @Override
    public void execute(ActivityExecution execution) {
        ExecutionEntity at = (ExecutionEntity) execution;
        String process = at.getProcessDefinition().getKey();
        Journey.current().act(new Journey.ActionStep(process, at.getCurrentActivityId(), topic, inputs));
        leave(execution);
    }
}
