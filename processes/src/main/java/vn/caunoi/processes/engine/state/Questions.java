package vn.caunoi.processes.engine.state;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventJobHandler;
import org.jspecify.annotations.Nullable;

/** All that the engine ever asks of running instances, by the name of its statement. */
final class Questions {

    private interface Answer extends BiFunction<InstanceState, String, List<? extends Row>> {}

    private static final Map<String, Answer> OF_AN_INSTANCE = Map.ofEntries(
            entry("selectExecutionsByProcessInstanceId", (state, instance) -> List.copyOf(state.tokens())),
            entry(
                    "selectEventSubscriptionsByProcessInstanceId",
                    (state, instance) -> List.copyOf(state.subscriptions())),
            entry("selectJobsByProcessInstanceId", (state, instance) -> List.copyOf(state.timers())));

    private static final Map<String, Answer> IN_AN_INSTANCE = Map.ofEntries(
            entry("selectExecutionsByParentExecutionId", Questions::children),
            entry("selectEventSubscription", (state, id) -> only(state.subscription(id))),
            entry("selectEventSubscriptionsByExecution", Questions::waiting),
            entry("selectJob", (state, id) -> only(state.timer(id))),
            entry("selectJobsByExecutionId", Questions::running),
            entry("selectTimersByExecutionId", Questions::running));

    /** Of kinds that no diagram of ours brings about; the attempt to keep one is refused. */
    private static final Set<String> NEVER = Set.of(
            "selectSubProcessInstanceBySuperExecutionId",
            "selectVariablesByExecutionId",
            "selectVariablesByProcessInstanceId",
            "selectTaskByQueryCriteria",
            "selectTasksByExecutionId",
            "selectTasksByProcessInstanceId",
            "selectExternalTasksByExecutionId",
            "selectExternalTasksByProcessInstanceId",
            "selectIncidentsByExecutionId",
            "selectIncidentsByProcessInstanceId",
            "selectIncidentsByConfiguration",
            "selectEventSubscriptionsByConfiguration",
            "selectStartEventSubscriptionsByConfigurationLike");

    private static final String BY_CONFIGURATION = "selectJobsByConfiguration";

    /** Messages taken in asynchronously, and processes that a timer starts. */
    private static final Set<String> NO_SUCH_JOBS = Set.of(ProcessEventJobHandler.TYPE, TimerStartEventJobHandler.TYPE);

    private Questions() {}

    static boolean knows(String statement) {
        return OF_AN_INSTANCE.containsKey(statement)
                || IN_AN_INSTANCE.containsKey(statement)
                || NEVER.contains(statement)
                || statement.equals(BY_CONFIGURATION);
    }

    static List<? extends Row> answer(Instances instances, String statement, @Nullable Object asked) {
        Object about = asked instanceof ListQueryParameterObject list ? list.getParameter() : asked;
        if (NEVER.contains(statement)) return List.of();
        if (statement.equals(BY_CONFIGURATION)) return noSuchJobs(about);
        if (!(about instanceof String id)) throw new NotKept(statement + " of " + about);
        Moving moving = instances.playing();
        Answer whole = OF_AN_INSTANCE.get(statement);
        String instance = whole == null ? moving.playing() : id;
        if (instance == null) throw new NotKept(statement + " outside of an instance");
        InstanceState state = moving.of(instance);
        if (state == null) return List.of();
        Answer answer = whole == null ? IN_AN_INSTANCE.get(statement) : whole;
        if (answer == null) throw new NotKept(statement);
        return answer.apply(state, id);
    }

    private static List<Row> noSuchJobs(@Nullable Object about) {
        if (about instanceof Map<?, ?> job && NO_SUCH_JOBS.contains(job.get("handlerType"))) return List.of();
        throw new NotKept(BY_CONFIGURATION + " of " + about);
    }

    private static List<Token> children(InstanceState state, String parent) {
        return state.tokens().stream()
                .filter(token -> parent.equals(token.parent()))
                .toList();
    }

    private static List<Subscription> waiting(InstanceState state, String token) {
        return state.subscriptions().stream()
                .filter(subscription -> token.equals(subscription.token()))
                .toList();
    }

    private static List<TimerJob> running(InstanceState state, String token) {
        return state.timers().stream()
                .filter(timer -> token.equals(timer.token()))
                .toList();
    }

    private static List<Row> only(@Nullable Row row) {
        return row == null ? List.of() : List.of(row);
    }
}
