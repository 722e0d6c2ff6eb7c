package vn.caunoi.processes.engine.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes what runs out of the engine's own tables, where versions before this one kept it, and empties them: all of it in
 * one transaction, once, by whichever node comes first.
 */
final class CarryingOver {

    private static final Logger LOG = LoggerFactory.getLogger(CarryingOver.class);
    private static final int PAGE = 1_000;

    private final JdbcOperations jdbc;
    private final InstanceStates states;

    CarryingOver(JdbcOperations jdbc, InstanceStates states) {
        this.jdbc = jdbc;
        this.states = states;
    }

    void run(TransactionOperations transactions) {
        if (!isDue()) return;
        transactions.executeWithoutResult(status -> {
            jdbc.query("select pg_advisory_xact_lock(hashtextextended('engine.instance', 0))", row -> {});
            if (isDue()) everything();
        });
    }

    private boolean isDue() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select from engine.act_ru_execution)", Boolean.class));
    }

    private void everything() {
        long carried = 0;
        List<String> page = after("");
        while (!page.isEmpty()) {
            states.write(read(page));
            carried += page.size();
            page = after(page.getLast());
        }
        jdbc.execute("truncate engine.act_ru_execution, engine.act_ru_event_subscr, engine.act_ru_job cascade");
        LOG.info("{} running processes were carried over to one row each", carried);
    }

    private List<String> after(String last) {
        return jdbc.query(
                "select distinct proc_inst_id_ from engine.act_ru_execution where proc_inst_id_ > ? order by 1 limit ?",
                (row, number) -> row.getString(1),
                last,
                PAGE);
    }

    private List<StoredState> read(List<String> page) {
        Map<String, InstanceState> read = new LinkedHashMap<>();
        page.forEach(instance -> read.put(instance, new InstanceState(instance)));
        rows(page, read, "act_ru_execution where proc_inst_id_", "proc_inst_id_", CarryingOver::token);
        rows(page, read, "act_ru_event_subscr where proc_inst_id_", "proc_inst_id_", CarryingOver::subscription);
        rows(
                page,
                read,
                "act_ru_job where type_ = 'timer' and process_instance_id_",
                "process_instance_id_",
                CarryingOver::timer);
        List<StoredState> states = new ArrayList<>();
        read.values().forEach(state -> states.add(StoredState.of(state, 1)));
        return states;
    }

    private interface AsRow {
        Row of(ResultSet row) throws SQLException;
    }

    private void rows(List<String> page, Map<String, InstanceState> read, String from, String key, AsRow as) {
        jdbc.query(
                "select * from engine." + from + " = any(?) order by id_",
                row -> {
                    InstanceState state = read.get(row.getString(key));
                    if (state != null) state.put(as.of(row));
                },
                (Object) page.toArray(String[]::new));
    }

    private static Token token(ResultSet row) throws SQLException {
        mustBeEmpty(row, "super_exec_", "super_case_exec_", "case_inst_id_", "tenant_id_");
        NotKept.unless(row.getInt("suspension_state_") == 1, "a suspended instance");
        return new Token(
                row.getString("id_"),
                row.getString("parent_id_"),
                row.getString("business_key_"),
                row.getString("proc_def_id_"),
                row.getString("proc_def_key_"),
                row.getString("act_id_"),
                row.getString("act_inst_id_"),
                row.getBoolean("is_active_"),
                row.getBoolean("is_concurrent_"),
                row.getBoolean("is_scope_"),
                row.getBoolean("is_event_scope_"),
                row.getInt("cached_ent_state_"),
                row.getLong("sequence_counter_"));
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        NotKept.unless(row.getString("event_type_").equals("message"), "a wait that is for no message");
        mustBeEmpty(row, "tenant_id_");
        return new Subscription(
                row.getString("id_"),
                row.getString("event_name_"),
                row.getString("execution_id_"),
                row.getString("activity_id_"),
                row.getString("configuration_"));
    }

    private static TimerJob timer(ResultSet row) throws SQLException {
        mustBeEmpty(row, "repeat_", "exception_stack_id_", "lock_owner_", "tenant_id_", "batch_id_");
        return new TimerJob(
                row.getString("id_"),
                row.getString("execution_id_"),
                row.getTimestamp("duedate_").toInstant(),
                row.getString("handler_type_"),
                row.getString("handler_cfg_"),
                row.getString("job_def_id_"),
                row.getString("deployment_id_"),
                row.getString("process_def_id_"),
                row.getString("process_def_key_"),
                row.getInt("retries_"),
                row.getBoolean("exclusive_"),
                row.getLong("priority_"),
                row.getLong("sequence_counter_"));
    }

    private static void mustBeEmpty(ResultSet row, String... columns) throws SQLException {
        for (String column : columns) NotKept.unless(row.getString(column) == null, column);
    }
}
