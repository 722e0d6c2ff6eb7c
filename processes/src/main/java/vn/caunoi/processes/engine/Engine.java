package vn.caunoi.processes.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.ReadOnlyProcessDefinition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityStartBehavior;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** The few things that are asked of the process engine, each in the caller's transaction and {@link Journey}. */
public final class Engine {

    /** @param latest whether an event that came before the catch was reached counts */
    public record Catch(String subscription, boolean latest) {}

    public record Timer(String job, String activity, Instant due) {}

    private final RuntimeService runtime;
    private final RepositoryServiceImpl repository;
    private final ProcessEngineConfigurationImpl settings;

    Engine(ProcessEngine engine) {
        this.runtime = engine.getRuntimeService();
        this.repository = (RepositoryServiceImpl) engine.getRepositoryService();
        this.settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /**
     * Reads a diagram.
     *
     * @return the engine's id of the definition
     * @throws RuntimeException when the diagram is refused
     */
    public String deploy(String key, int version, String xml) {
        return repository
                .createDeployment()
                .name(key + "/" + version)
                .addString(key + ".bpmn", xml)
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .getFirst()
                .getId();
    }

    /** @return the instance, or empty when it ended at once */
    public Optional<String> start(String definition, String petition) {
        ProcessInstance started = runtime.startProcessInstanceById(definition, petition);
        return started.isEnded() ? Optional.empty() : Optional.of(started.getId());
    }

    /** Leaves a user task's step. */
    public void complete(String instance, String activityInstance) {
        run(context -> {
            List<ExecutionEntity> waiting =
                    context.getExecutionManager().findExecutionsByProcessInstanceId(instance).stream()
                            .filter(execution -> activityInstance.equals(execution.getActivityInstanceId()))
                            .filter(execution -> execution.getActivity() != null)
                            .filter(execution -> execution.getActivity().getActivityBehavior() instanceof TaskWait)
                            .toList();
            if (waiting.size() != 1) throw new IllegalStateException("a task waits at " + waiting.size() + " places");
            waiting.getFirst().signal(null, null);
            return null;
        });
    }

    /** What waits for this event in this instance, outermost scope first. */
    public List<Catch> waiting(String instance, String event) {
        return run(context -> {
            Map<String, ExecutionEntity> executions = new HashMap<>();
            context.getExecutionManager()
                    .findExecutionsByProcessInstanceId(instance)
                    .forEach(execution -> executions.put(execution.getId(), execution));
            return context.getEventSubscriptionManager().findEventSubscriptionsByProcessInstanceId(instance).stream()
                    .filter(subscription -> event.equals(subscription.getEventName()))
                    .sorted(Comparator.<EventSubscriptionEntity>comparingInt(
                                    subscription -> depth(subscription, executions))
                            .thenComparing(EventSubscriptionEntity::getActivityId))
                    .map(subscription -> new Catch(subscription.getId(), latest(subscription.getActivity())))
                    .toList();
        });
    }

    private static int depth(EventSubscriptionEntity subscription, Map<String, ExecutionEntity> executions) {
        int depth = 0;
        ExecutionEntity execution = executions.get(subscription.getExecutionId());
        while (execution != null && execution.getParentId() != null) {
            execution = executions.get(execution.getParentId());
            depth++;
        }
        return depth;
    }

    private static boolean latest(ActivityImpl activity) {
        Object said = activity.getProperty(DiagramReader.CAUGHT);
        String type = String.valueOf(activity.getProperty("type"));
        return said == null ? !type.startsWith("boundary") && !type.endsWith("StartEvent") : said.equals("latest");
    }

    public void deliver(Catch to) {
        run(context -> {
            context.getEventSubscriptionManager()
                    .findEventSubscriptionById(to.subscription())
                    .eventReceived(null, false);
            return null;
        });
    }

    /** Cancels all that is open; the instance is over without having reached an end. */
    public void end(String instance) {
        runtime.deleteProcessInstance(instance, null);
    }

    /** Cancels what is open in the main flow and goes on before that activity. */
    public void stepBack(String definition, String instance, String activity) {
        ReadOnlyProcessDefinition process = repository.getDeployedProcessDefinition(definition);
        if (process.findActivity(activity) == null) throw new RefusedDiagram("There is no step " + activity);
        var change = runtime.createProcessInstanceModification(instance);
        for (ActivityInstance open : runtime.getActivityInstance(instance).getChildActivityInstances()) {
            if (!besideTheMainFlow(process, open.getActivityId())) change.cancelActivityInstance(open.getId());
        }
        change.startBeforeActivity(activity).execute();
    }

    private static boolean besideTheMainFlow(ReadOnlyProcessDefinition process, String activity) {
        ActivityImpl scope = (ActivityImpl) process.findActivity(activity);
        return scope.isTriggeredByEvent()
                && scope.getActivityStartBehavior() == ActivityStartBehavior.CONCURRENT_IN_FLOW_SCOPE;
    }

    /** By instance, the steps where it stands and that the other definition does not have, or not as the same sort. */
    public Map<String, Set<String>> missing(String from, String to, Collection<String> instances) {
        Migration migration = new Migration(runtime, repository, from, to);
        return instances.stream().distinct().collect(Collectors.toMap(Function.identity(), migration::missing));
    }

    /**
     * Lets an instance follow another definition from the step where it stands.
     *
     * @return activities whose timers run to another moment now, because the other definition counts otherwise
     * @throws RefusedDiagram when it stands where the other definition has no such step
     */
    public Set<String> migrate(String from, String to, String instance) {
        Migration migration = new Migration(runtime, repository, from, to);
        Set<String> waitedBefore = run(context -> Migration.waiting(context, instance));
        Set<String> timedAnew = migration.carryOut(instance);
        return run(context -> {
            migration.forgetWhatWasInterrupted(context, instance, waitedBefore);
            return timedAnew;
        });
    }

    /** The timers that run in this instance, in the order of their activities. */
    public List<Timer> timers(String instance) {
        return run(context -> {
            List<Timer> timers = new ArrayList<>();
            context.getJobManager()
                    .findJobsByProcessInstanceId(instance)
                    .forEach(job -> timers.add(new Timer(
                            job.getId(), job.getActivityId(), job.getDuedate().toInstant())));
            timers.sort(Comparator.comparing(Timer::activity).thenComparing(Timer::due));
            return timers;
        });
    }

    public void fire(Timer timer) {
        run(context -> {
            context.getJobManager().findJobById(timer.job()).execute(context);
            return null;
        });
    }

    private <T> T run(Command<T> command) {
        return settings.getCommandExecutorTxRequired().execute(command);
    }
}
