package vn.caunoi.processes.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.ReadOnlyProcessDefinition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityStartBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import vn.caunoi.processes.engine.state.InstanceSessions;
import vn.caunoi.processes.engine.state.InstanceState;
import vn.caunoi.processes.engine.state.Instances;
import vn.caunoi.processes.engine.state.Subscription;
import vn.caunoi.processes.engine.state.Token;

/** The few things that are asked of the process engine, each in the caller's transaction and {@link Journey}. */
public final class Engine {

    /**
     * @param subscription what waits, known within the instance
     * @param latest whether an event that came before the catch was reached counts
     */
    public record Catch(String instance, String subscription, boolean latest) {}

    public record Timer(String instance, String job, String activity, Instant due) {}

    private final RuntimeService runtime;
    private final RepositoryServiceImpl repository;
    private final ProcessEngineConfigurationImpl settings;
    private final Instances instances;

    Engine(ProcessEngine engine, Instances instances) {
        this.runtime = engine.getRuntimeService();
        this.repository = (RepositoryServiceImpl) engine.getRepositoryService();
        this.settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.instances = instances;
    }

    /** Where the instances stand, and the batches in which many are moved with one reading and one writing. */
    public Instances instances() {
        return instances;
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

    /**
     * Forgets a definition whose deployment was rolled back: until then it is known to this program alone, and a process
     * can follow it on trial.
     */
    public void forget(String definition) {
        SessionFactory sessions = settings.getSessionFactories().get(PersistenceSession.class);
        if (sessions instanceof InstanceSessions ours) ours.forget(definition);
    }

    /** @return the instance, or empty when it ended at once */
    public Optional<String> start(String definition, String petition) {
        return instances.during(null, () -> {
            ProcessInstance started = runtime.startProcessInstanceById(definition, petition);
            return started.isEnded() ? Optional.empty() : Optional.of(started.getId());
        });
    }

    /** Leaves a user task's step. */
    public void complete(String instance, String activityInstance) {
        move(instance, context -> {
            List<Token> waiting = state(instance).tokens().stream()
                    .filter(token -> activityInstance.equals(token.activityInstance()))
                    .filter(token ->
                            activity(token) instanceof ActivityImpl at && at.getActivityBehavior() instanceof TaskWait)
                    .toList();
            if (waiting.size() != 1) throw new IllegalStateException("a task waits at " + waiting.size() + " places");
            context.getExecutionManager()
                    .findExecutionById(waiting.getFirst().id())
                    .signal(null, null);
        });
    }

    private @Nullable ActivityImpl activity(Token token) {
        return token.activity() == null ? null : definition(token).findActivity(token.activity());
    }

    private ProcessDefinitionImpl definition(Token token) {
        ProcessDefinitionEntity known =
                settings.getDeploymentCache().getProcessDefinitionCache().get(token.definition());
        return known == null
                ? (ProcessDefinitionImpl) repository.getDeployedProcessDefinition(token.definition())
                : known;
    }

    private InstanceState state(String instance) {
        return instances
                .state(instance)
                .orElseThrow(() -> new IllegalStateException("the engine knows no instance " + instance));
    }

    /** What waits for this event in this instance, outermost scope first. */
    public List<Catch> waiting(String instance, String event) {
        return instances.state(instance).map(state -> waiting(state, event)).orElse(List.of());
    }

    private List<Catch> waiting(InstanceState state, String event) {
        return state.subscriptions().stream()
                .filter(subscription -> event.equals(subscription.event()))
                .sorted(Comparator.<Subscription>comparingInt(subscription -> depth(subscription, state))
                        .thenComparing(Subscription::activity))
                .map(subscription -> new Catch(state.instance(), subscription.id(), latest(subscription, state)))
                .toList();
    }

    private static int depth(Subscription subscription, InstanceState state) {
        int depth = 0;
        Token token = state.token(subscription.token());
        while (token != null && token.parent() != null) {
            token = state.token(token.parent());
            depth++;
        }
        return depth;
    }

    private boolean latest(Subscription subscription, InstanceState state) {
        Token token = Objects.requireNonNull(state.token(subscription.token()));
        ActivityImpl activity = definition(token).findActivity(subscription.activity());
        Object said = activity.getProperty(DiagramReader.CAUGHT);
        String type = String.valueOf(activity.getProperty("type"));
        return said == null ? !type.startsWith("boundary") && !type.endsWith("StartEvent") : said.equals("latest");
    }

    public void deliver(Catch to) {
        move(to.instance(), context -> context.getEventSubscriptionManager()
                .findEventSubscriptionById(to.subscription())
                .eventReceived(null, false));
    }

    /** Cancels all that is open; the instance is over without having reached an end. */
    public void end(String instance) {
        move(instance, context -> runtime.deleteProcessInstance(instance, null));
    }

    /** Cancels what is open in the main flow and goes on before that activity. */
    public void stepBack(String definition, String instance, String activity) {
        ReadOnlyProcessDefinition process = repository.getDeployedProcessDefinition(definition);
        if (process.findActivity(activity) == null) throw new RefusedDiagram("There is no step " + activity);
        move(instance, context -> {
            var change = runtime.createProcessInstanceModification(instance);
            boolean beside = isBesideTheMainFlow(process, activity);
            for (ActivityInstance open : runtime.getActivityInstance(instance).getChildActivityInstances()) {
                boolean stays = beside || besideTheMainFlow(process, open.getActivityId());
                if (!stays) change.cancelActivityInstance(open.getId());
            }
            change.startBeforeActivity(activity).execute();
        });
    }

    /** A step that is repeated beside the main flow leaves that where it stands. */
    private static boolean isBesideTheMainFlow(ReadOnlyProcessDefinition process, String activity) {
        return ((ActivityImpl) process.findActivity(activity)).getFlowScope() instanceof ActivityImpl scope
                && besideTheMainFlow(process, scope.getId());
    }

    private static boolean besideTheMainFlow(ReadOnlyProcessDefinition process, String activity) {
        ActivityImpl scope = (ActivityImpl) process.findActivity(activity);
        return scope.isTriggeredByEvent()
                && scope.getActivityStartBehavior() == ActivityStartBehavior.CONCURRENT_IN_FLOW_SCOPE;
    }

    /**
     * By instance, where it stands: the steps, and the subprocesses around them. Nothing is moved, and nothing locked.
     *
     * @param definition that all of them follow
     */
    public Map<String, Set<String>> standing(String definition, Collection<String> ofInstances) {
        ProcessDefinitionImpl process = (ProcessDefinitionImpl) repository.getDeployedProcessDefinition(definition);
        Map<String, Set<String>> standing = new HashMap<>();
        instances
                .look(ofInstances)
                .forEach((instance, state) -> standing.put(instance, Migration.occupied(process, state)));
        return standing;
    }

    /** The steps that have one to go to in the other definition. @param steps as {@link #migrate} takes them */
    public Map<String, String> ways(String from, String to, Map<String, String> steps) {
        return new Migration(runtime, repository, from, to, steps).ways();
    }

    /** By step, why it cannot become the one that it is mapped to; a plain sentence. Empty when all can. */
    public Map<String, String> unfit(String from, String to, Map<String, String> steps) {
        return new Migration(runtime, repository, from, to, steps).unfit();
    }

    /**
     * What came of a migration.
     *
     * @param timedAnew activities whose timers run to another moment now, because the other definition counts otherwise
     * @param renamed activities that have another id now
     * @param carried tasks that belong to another step now
     */
    public record Migrated(Set<String> timedAnew, Map<String, String> renamed, List<Journey.TaskStep> carried) {}

    /**
     * Lets an instance follow another definition from the step where it stands.
     *
     * @param steps those that become one of another id, and with nothing those from which no case goes; all others stay
     *     the one of the same id
     * @throws RefusedDiagram when it stands where the other definition has no such step
     */
    public Migrated migrate(String from, String to, Map<String, String> steps, String instance) {
        Migration migration = new Migration(runtime, repository, from, to, steps);
        return instances.during(instance, () -> {
            InstanceState before = state(instance);
            Set<String> timedAnew = migration.carryOut(instance);
            run(context -> {
                migration.forgetWhatWasInterrupted(context, instance, Migration.waiting(before));
                return timedAnew;
            });
            return new Migrated(timedAnew, migration.renamed(), carried(before, state(instance)));
        });
    }

    private List<Journey.TaskStep> carried(InstanceState before, InstanceState after) {
        Map<String, String> stood = new HashMap<>();
        before.tokens().stream()
                .filter(token -> token.activity() != null && token.activityInstance() != null)
                .forEach(token -> stood.put(token.activityInstance(), token.activity()));
        List<Journey.TaskStep> carried = new ArrayList<>();
        for (Token token : after.tokens()) {
            String at = token.activity();
            String known = token.activityInstance();
            if (at == null || known == null || !stood.containsKey(known)) continue;
            if (at.equals(stood.get(known))) continue;
            if (activity(token) instanceof ActivityImpl step && step.getActivityBehavior() instanceof TaskWait task)
                carried.add(task.step(after.instance(), known, token.process(), at));
        }
        carried.sort(
                Comparator.comparing(Journey.TaskStep::activity).thenComparing(Journey.TaskStep::activityInstance));
        return carried;
    }

    /** The timers that run in this instance, in the order of their activities. */
    public List<Timer> timers(String instance) {
        return instances
                .state(instance)
                .map(state -> state.timers().stream()
                        .map(timer -> new Timer(instance, timer.id(), timer.activity(), timer.due()))
                        .sorted(Comparator.comparing(Timer::activity).thenComparing(Timer::due))
                        .toList())
                .orElse(List.of());
    }

    public void fire(Timer timer) {
        move(
                timer.instance(),
                context -> context.getJobManager().findJobById(timer.job()).execute(context));
    }

    private void move(String instance, Consumer<CommandContext> move) {
        instances.during(
                instance,
                () -> run(context -> {
                    move.accept(context);
                    return true;
                }));
    }

    private <T> T run(Command<T> command) {
        return settings.getCommandExecutorTxRequired().execute(command);
    }
}
