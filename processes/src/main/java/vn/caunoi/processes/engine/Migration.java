package vn.caunoi.processes.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import org.camunda.bpm.engine.migration.MigrationInstructionValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import vn.caunoi.processes.engine.state.InstanceState;
import vn.caunoi.processes.engine.state.Subscription;
import vn.caunoi.processes.engine.state.TimerJob;
import vn.caunoi.processes.engine.state.Token;

/**
 * From one definition to another: each activity to the one that somebody chose, else to the one of the same id. What
 * waits for a message waits for the one the other definition names; a timer runs on to its moment unless the other
 * definition says another time.
 */
final class Migration {

    private final RuntimeService runtime;
    private final ProcessDefinitionImpl source;
    private final ProcessDefinitionImpl target;
    private final Map<String, String> chosen;
    private final Map<String, String> ways;

    /** @param chosen activity by activity of the source; with nothing those from which no instance goes */
    Migration(
            RuntimeService runtime,
            RepositoryServiceImpl repository,
            String from,
            String to,
            Map<String, String> chosen) {
        this.runtime = runtime;
        this.source = (ProcessDefinitionImpl) repository.getDeployedProcessDefinition(from);
        this.target = (ProcessDefinitionImpl) repository.getDeployedProcessDefinition(to);
        this.chosen = chosen;
        Map<String, String> equal =
                runtime.createMigrationPlan(from, to).mapEqualActivities().build().getInstructions().stream()
                        .collect(Collectors.toMap(
                                MigrationInstruction::getSourceActivityId,
                                MigrationInstruction::getTargetActivityId,
                                (one, other) -> one,
                                LinkedHashMap::new));
        this.ways = chosen.isEmpty() ? equal : new Ways(source, target, chosen).over(equal);
    }

    /** The engine lets only behaviours migrate that it knows; must be told before an engine is built. */
    static synchronized void allow(Class<? extends ActivityBehavior> behaviour) {
        Collection<Class<? extends ActivityBehavior>> known = SupportedActivityValidator.SUPPORTED_ACTIVITY_BEHAVIORS;
        if (!known.contains(behaviour)) known.add(behaviour);
    }

    Map<String, String> ways() {
        return Map.copyOf(ways);
    }

    /** What has another id in the target. */
    Map<String, String> renamed() {
        Map<String, String> renamed = new TreeMap<>(ways);
        renamed.entrySet().removeIf(way -> way.getKey().equals(way.getValue()));
        return renamed;
    }

    /** By activity, why it cannot go where it was sent. */
    Map<String, String> unfit() {
        Map<String, String> unfit = new TreeMap<>();
        chosen.forEach((old, other) -> {
            if (source.findActivity(old) == null) unfit.put(old, "The old version has no step " + old);
            else if (!other.isEmpty() && target.findActivity(other) == null)
                unfit.put(old, "The new version has no step " + other);
        });
        if (!unfit.isEmpty()) return unfit;
        try {
            plan();
            return Map.of();
        } catch (MigrationPlanValidationException refused) {
            for (MigrationInstructionValidationReport report :
                    refused.getValidationReport().getInstructionReports()) {
                MigrationInstruction at = report.getMigrationInstruction();
                unfit.putIfAbsent(
                        at.getSourceActivityId(),
                        at.getSourceActivityId() + " cannot become " + at.getTargetActivityId() + ": "
                                + String.join("; ", report.getFailures()));
            }
            return unfit;
        }
    }

    Set<String> carryOut(String instance) {
        Set<String> missing = missing(instance);
        if (!missing.isEmpty()) {
            throw new RefusedDiagram("The other version has no such step: " + String.join(", ", missing));
        }
        runtime.newMigration(fitting()).processInstanceIds(instance).execute();
        return ways.entrySet().stream()
                .filter(way -> timedAnew(way.getKey(), way.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private MigrationPlan fitting() {
        try {
            return plan();
        } catch (MigrationPlanValidationException refused) {
            throw new RefusedDiagram(String.join("; ", unfit().values()));
        }
    }

    private Set<String> missing(String instance) {
        ActivityInstance standing = runtime.getActivityInstance(instance);
        // over meanwhile
        if (standing == null) return Set.of();
        return occupied(standing)
                .filter(activity -> !ways.containsKey(activity))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that waits in an instance: for messages and for time. */
    static Set<String> waiting(InstanceState state) {
        return Stream.concat(
                        state.subscriptions().stream().map(Subscription::id),
                        state.timers().stream().map(TimerJob::id))
                .collect(Collectors.toSet());
    }

    /** Where the ends of its paths are, and all that they are in. */
    static Set<String> occupied(ProcessDefinitionImpl process, InstanceState state) {
        Set<String> parents = state.tokens().stream()
                .flatMap(token -> Stream.ofNullable(token.parent()))
                .collect(Collectors.toSet());
        Set<String> occupied = new TreeSet<>();
        for (Token token : state.tokens()) {
            if (token.activity() == null || token.eventScope() || parents.contains(token.id())) continue;
            ScopeImpl at = process.findActivity(token.activity());
            while (at instanceof ActivityImpl activity) {
                occupied.add(activity.getId());
                at = activity.getFlowScope();
            }
        }
        return occupied;
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
        ways.forEach((old, other) -> {
            var way = plan.mapActivities(old, other);
            if (isTimer(old) ? timedAnew(old, other) : triggered(old)) way.updateEventTrigger();
        });
        return plan.build();
    }

    private boolean triggered(String activity) {
        return UpdateEventTriggersValidator.definesPersistentEventTrigger(source.findActivity(activity));
    }

    private boolean isTimer(String activity) {
        return source.findActivity(activity).getProperty(DiagramReader.TIMER) != null;
    }

    private boolean timedAnew(String old, String other) {
        Object before = source.findActivity(old).getProperty(DiagramReader.TIMER);
        return before != null && !before.equals(target.findActivity(other).getProperty(DiagramReader.TIMER));
    }

    private static Stream<String> occupied(ActivityInstance scope) {
        Stream<String> between = Stream.of(scope.getChildTransitionInstances()).map(TransitionInstance::getActivityId);
        Stream<String> inside = Stream.of(scope.getChildActivityInstances())
                .flatMap(child -> Stream.concat(Stream.of(child.getActivityId()), occupied(child)));
        return Stream.concat(between, inside);
    }
}
