package vn.caunoi.ops.bench.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.ops.bench.Camunda;
import vn.caunoi.ops.bench.Ground;
import vn.caunoi.ops.bench.Product;
import vn.caunoi.ops.bench.Store;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.inbox.Inbox;
import vn.caunoi.projections.inbox.Inbox.Entry;
import vn.caunoi.projections.inbox.Inbox.Filter;

/**
 * The same open tasks on both sides: ten groups of equal size and some with a few tasks only; a third of the tasks is
 * claimed; due moments over four months, no two the same, so that both sides have one order.
 */
final class OpenTasks implements AutoCloseable {
    static final int PAGE = 50;
    private static final int FEW = 40;
    private static final int SMALL_GROUPS = 20;

    private final Product product;
    private final Camunda camunda;
    private int loaded;

    private OpenTasks(Ground ground) {
        this.product = Product.kept(ground, "inbox");
        this.camunda = Camunda.kept(ground, "inbox_camunda", "full", Camunda.Settings.DEFAULT);
    }

    static OpenTasks on(Ground ground) {
        return ground.keep("open tasks", () -> new OpenTasks(ground));
    }

    /** Sees to it that so many tasks are open on both sides. */
    void load(int tasks) {
        if (loaded == tasks) return;
        loadOurs(tasks);
        loadPeer(tasks);
        loaded = tasks;
    }

    /** What both sides have in common of task {@code n}. */
    private static String tasks(int tasks) {
        return """
                select n, md5('task' || n)::uuid::text as id, md5('case' || n)::uuid::text as petition,
                    case when n <= %d then 'small' || n / %d else 'large' || (n %% 10) end as grp,
                    case when n %% 3 = 0 then 'officer' || n %% 5000 end as assignee,
                    date_trunc('day', now()) + (n * 7919::bigint %% 120 - 30) * interval '1 day'
                        + n * interval '1 microsecond' as due
                  from generate_series(1, %d) n""".formatted(SMALL_GROUPS * FEW, FEW, tasks);
    }

    private void loadOurs(int tasks) {
        product.store()
                .load(
                        "views",
                        List.of("task", "task_count"),
                        "truncate views.task, views.task_count",
                        """
                insert into views.task (id, petition, process, key, name, unit, role, assignee, due, form, version,
                    code, kind, subject, case_stage)
                select id, petition, 'complaint', 'verify', 'Xác minh nội dung', grp, 'OFFICER', assignee, due,
                    repeat('f', 64), 7, 'KN-2026-' || n, 'COMPLAINT',
                    'Khiếu nại quyết định thu hồi đất số ' || n, 'VERIFICATION'
                  from (%s) t""".formatted(tasks(tasks)),
                        """
                insert into views.task_count (role, unit, day, open, unclaimed)
                select role, unit, (due at time zone 'Asia/Ho_Chi_Minh')::date, count(*),
                    count(*) filter (where assignee is null)
                  from views.task group by 1, 2, 3""");
    }

    /** The process instances behind them are not there: the query does not look at them. */
    private void loadPeer(int tasks) {
        camunda.store()
                .load(
                        "public",
                        List.of("act_ru_task", "act_ru_identitylink"),
                        "truncate act_ru_identitylink, act_ru_task cascade",
                        """
                        insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_,
                            task_def_key_, assignee_, priority_, create_time_, due_date_, suspension_state_, task_state_)
                        select id, 1, petition, petition, 'complaint:1:' || md5('d')::uuid, 'Xác minh nội dung', 'verify',
                            assignee, 50, now() - interval '40 days' + n * interval '1 second', due, 1, 'Created'
                          from (%s) t""".formatted(tasks(tasks)),
                        """
                        insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
                        select md5('link' || n)::uuid::text, 1, grp, 'candidate', id from (%s) t""".formatted(tasks(tasks)));
    }

    Store ours() {
        return product.store();
    }

    Inbox inbox() {
        return product.bean(Inbox.class);
    }

    static List<String> threeLarge() {
        return List.of("large1", "large4", "large7");
    }

    static List<String> oneSmall() {
        return List.of("small3");
    }

    /** Ours: what is to be claimed in those groups. */
    static Filter unclaimed(List<String> groups) {
        return new Filter(Inbox.Scope.UNIT, actor(groups), null, false, null, null);
    }

    static Actor actor(List<String> groups) {
        Set<UnitId> units = groups.stream().map(UnitId::new).collect(Collectors.toSet());
        return new Actor(new OfficerId("officer7"), new UnitId(groups.getFirst()), units, Set.of(Role.OFFICER));
    }

    Page<Entry> page(Filter filter, @Nullable String cursor) {
        return inbox().tasks(filter, cursor, PAGE);
    }

    /** The peer's query for the same. */
    TaskQuery query(List<String> groups) {
        return camunda.engine().getTaskService().createTaskQuery().taskCandidateGroupIn(groups);
    }

    List<Task> peersPage(List<String> groups) {
        return query(groups).orderByDueDate().asc().listPage(0, PAGE);
    }

    static List<String> ids(Page<Entry> page) {
        return page.items().stream().map(entry -> entry.task().value()).toList();
    }

    static List<String> ids(List<Task> page) {
        return page.stream().map(Task::getId).toList();
    }

    static String told(int tasks) {
        return tasks >= 1_000_000 ? tasks / 1_000_000 + " M" : String.format(Locale.ROOT, "%d k", tasks / 1000);
    }

    @Override
    public void close() {
        // what both sides run on is kept by others
    }
}
