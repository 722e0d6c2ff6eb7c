package vn.caunoi.processes.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.migration.validation.activity.SupportedActivityValidator;
import org.camunda.bpm.engine.impl.migration.validation.instruction.UpdateEventTriggersValidator;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityStartBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import vn.caunoi.processes.engine.state.InstanceState;
import vn.caunoi.processes.engine.state.Subscription;
import vn.caunoi.processes.engine.state.TimerJob;

/**
 * From one definition to another: each activity to the one of the same id. What waits for a message waits for the one
 * the other definition names; a timer runs on to its moment unless the other definition says another time.
 */
final class Migration {

    private final RuntimeService runtime;
    private final ProcessDefinitionImpl source;
    private final ProcessDefinitionImpl target;
    private final List<String> mapped;

    Migration(RuntimeService runtime, RepositoryServiceImpl repository, String from, String to) {
        this.runtime = runtime;
        this.source = (ProcessDefinitionImpl) repository.getDeployedProcessDefinition(from);
        this.target = (ProcessDefinitionImpl) repository.getDeployedProcessDefinition(to);
        this.mapped = runtime.createMigrationPlan(from, to).mapEqualActivities().build().getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .toList();
    }

    /** The engine lets only behaviours migrate that it knows; must be told before an engine is built. */
    static synchronized void allow(Class<? extends ActivityBehavior> behaviour) {
        Collection<Class<? extends ActivityBehavior>> known = SupportedActivityValidator.SUPPORTED_ACTIVITY_BEHAVIORS;
        if (!known.contains(behaviour)) known.add(behaviour);
    }

    Set<String> missing(String instance) {
        ActivityInstance standing = runtime.getActivityInstance(instance);
        // over meanwhile
        if (standing == null) return Set.of();
        return occupied(standing)
                .filter(activity -> !mapped.contains(activity))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> carryOut(String instance) {
        Set<String> missing = missing(instance);
        if (!missing.isEmpty()) {
            throw new RefusedDiagram("The other version has no such step: " + String.join(", ", missing));
        }
        runtime.newMigration(plan()).processInstanceIds(instance).execute();
        return mapped.stream().filter(this::timedAnew).collect(Collectors.toSet());
    }

    /** All that waits in an instance: for messages and for time. */
    static Set<String> waiting(InstanceState state) {
        return Stream.concat(
                        state.subscriptions().stream().map(Subscription::id),
                        state.timers().stream().map(TimerJob::id))
                .collect(Collectors.toSet());
    }

    /** The engine lets the scope wait anew for what an interruption there had already ended. */
    void forgetWhatWasInterrupted(CommandContext context, String instance, Set<String> waitedBefore) {
        Set<ScopeImpl> interrupted = occupied(runtime.getActivityInstance(instance))
                .map(target::findActivity)
                .filter(scope -> scope.isTriggeredByEvent()
                        && scope.getActivityStartBehavior() == ActivityStartBehavior.INTERRUPT_EVENT_SCOPE)
                .map(ActivityImpl::getFlowScope)
                .collect(Collectors.toSet());
        if (interrupted.isEmpty()) return;
        context.getEventSubscriptionManager().findEventSubscriptionsByProcessInstanceId(instance).stream()
                .filter(waits -> !waitedBefore.contains(waits.getId()))
                .filter(waits -> interrupted.contains(scopeOf(waits.getActivityId())))
                .forEach(EventSubscriptionEntity::delete);
        context.getJobManager().findJobsByProcessInstanceId(instance).stream()
                .filter(job -> !waitedBefore.contains(job.getId()))
                .filter(job -> interrupted.contains(scopeOf(job.getActivityId())))
                .forEach(JobEntity::delete);
    }

    private ScopeImpl scopeOf(String activity) {
        return target.findActivity(activity).getEventScope();
    }

    private MigrationPlan plan() {
        var plan = runtime.createMigrationPlan(source.getId(), target.getId());
        for (String activity : mapped) {
            var same = plan.mapActivities(activity, activity);
            if (isTimer(activity) ? timedAnew(activity) : triggered(activity)) same.updateEventTrigger();
        }
        return plan.build();
    }

    private boolean triggered(String activity) {
        return UpdateEventTriggersValidator.definesPersistentEventTrigger(source.findActivity(activity));
    }

    private boolean isTimer(String activity) {
        return source.findActivity(activity).getProperty(DiagramReader.TIMER) != null;
    }

    private boolean timedAnew(String activity) {
        Object before = source.findActivity(activity).getProperty(DiagramReader.TIMER);
        return before != null && !before.equals(target.findActivity(activity).getProperty(DiagramReader.TIMER));
    }

    private static Stream<String> occupied(ActivityInstance scope) {
        Stream<String> between = Stream.of(scope.getChildTransitionInstances()).map(TransitionInstance::getActivityId);
        Stream<String> inside = Stream.of(scope.getChildActivityInstances())
                .flatMap(child -> Stream.concat(Stream.of(child.getActivityId()), occupied(child)));
        return Stream.concat(between, inside);
    }
}
