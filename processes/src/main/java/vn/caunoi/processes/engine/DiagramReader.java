package vn.caunoi.processes.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/**
 * Takes part whenever the engine reads a diagram, at publishing and after each start, once {@link AdmittedParse} has refused
 * what is not in the {@link Vocabulary}: puts our own behaviour into user tasks and service tasks.
 *
 * <p>A user task names one group ({@code camunda:candidateGroups}), may be for the assigned officer
 * ({@code camunda:assignee="assigned"}), and has the form of its own id unless {@code camunda:formKey} names another.
 * A service task is {@code camunda:type="external"} with a topic; its inputs are {@code camunda:inputParameter}s. A
 * message catch may say which events it takes by the property {@code caught}: {@code latest} also one that came
 * before, {@code only-new} none; boundary and start events are {@code only-new} by themselves.
 */
final class DiagramReader extends AbstractBpmnParseListener {

    static final String CAUGHT = "caught";

    /** Property of an activity with a timer: when it runs out, as written. */
    static final String TIMER = "caunoiTimer";

    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
        if (processes.size() != 1) throw new RefusedDiagram("A file holds one executable process");
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        watch(process.getActivities());
        process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) DiagramReader::ended);
    }

    private static void watch(List<ActivityImpl> activities) {
        for (ActivityImpl activity : activities) {
            if (activity.isAsyncBefore() || activity.isAsyncAfter()) {
                throw new RefusedDiagram(activity.getId() + " is asynchronous");
            }
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) DiagramReader::entered);
            watch(activity.getActivities());
        }
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl start) {
        boolean plain = element.elements().stream()
                .noneMatch(child -> child.getTagName().endsWith("EventDefinition"));
        if (scope instanceof ProcessDefinitionEntity && !plain) {
            throw new RefusedDiagram(start.getId() + ": a process is started by rule, not by an event");
        }
        caught(element, start);
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        caught(element, activity);
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        caught(element, activity);
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        caught(element, activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl end) {
        end.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) DiagramReader::reachedEnd);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        String group = element.attributeNS(CAMUNDA, "candidateGroups");
        String assignee = element.attributeNS(CAMUNDA, "assignee");
        if (group == null) throw new RefusedDiagram(activity.getId() + " names no group");
        if (assignee != null && !assignee.equals("assigned")) {
            throw new RefusedDiagram(activity.getId() + ": the assignee is \"assigned\" or left out");
        }
        String form = element.attributeNS(CAMUNDA, "formKey", activity.getId());
        String name = element.attribute("name", activity.getId()).strip();
        activity.setActivityBehavior(new TaskWait(name, form, group.strip(), assignee != null));
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) DiagramReader::taskEnded);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (!(activity.getActivityBehavior() instanceof ExternalTaskActivityBehavior)) {
            throw new RefusedDiagram(activity.getId() + " is not an action");
        }
        String topic = element.attributeNS(CAMUNDA, "topic");
        activity.setActivityBehavior(new ActionCall(topic, inputs(element)));
    }

    /** Inputs are constants we read ourselves; as variables of the engine they would be stored. */
    @Override
    public void parseIoMapping(Element extensions, ActivityImpl activity, IoMapping mapping) {
        if (!(activity.getActivityBehavior() instanceof ActionCall)) {
            throw new RefusedDiagram(activity.getId() + ": only actions have inputs");
        }
        activity.setIoMapping(null);
        activity.setScope(false);
    }

    private static Map<String, String> inputs(Element action) {
        Map<String, String> inputs = new LinkedHashMap<>();
        Element extensions = action.element("extensionElements");
        Element mapping = extensions == null ? null : extensions.elementNS(CAMUNDA, "inputOutput");
        if (mapping == null) return inputs;
        for (Element input : mapping.elementsNS(CAMUNDA, "inputParameter")) {
            String name = input.attribute("name");
            if (name == null) throw new RefusedDiagram("An input has no name");
            inputs.put(name, input.getText().strip());
        }
        return inputs;
    }

    private static void timed(Element element, ActivityImpl activity) {
        Element timer = element.element("timerEventDefinition");
        if (timer == null) return;
        String text = timer.elements().stream()
                .map(time -> time.getTagName() + " " + time.getText().strip())
                .collect(Collectors.joining());
        activity.setProperty(TIMER, text);
    }

    private static void caught(Element element, ActivityImpl activity) {
        timed(element, activity);
        Element extensions = element.element("extensionElements");
        Element properties = extensions == null ? null : extensions.elementNS(CAMUNDA, "properties");
        if (properties == null) return;
        for (Element property : properties.elementsNS(CAMUNDA, "property")) {
            if (!CAUGHT.equals(property.attribute("name"))) continue;
            String value = property.attribute("value", "");
            if (!Set.of("latest", "only-new").contains(value)) {
                throw new RefusedDiagram(activity.getId() + ": caught is \"latest\" or \"only-new\"");
            }
            activity.setProperty(CAUGHT, value);
        }
    }

    private static void entered(DelegateExecution execution) {
        String process = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        Journey.current().entered(process, execution.getCurrentActivityId());
    }

    private static void taskEnded(DelegateExecution execution) {
        if (!execution.isCanceled()) return;
        Journey.current().taskLeft(execution.getProcessInstanceId(), execution.getActivityInstanceId());
    }

    private static void reachedEnd(DelegateExecution execution) {
        Journey.current().endReached(execution.getCurrentActivityId());
    }

    private static void ended(DelegateExecution execution) {
        String process = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        Journey.current().ended(execution.getProcessInstanceId(), process);
    }
}
