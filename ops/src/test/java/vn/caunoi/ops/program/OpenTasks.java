package vn.caunoi.ops.program;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.caunoi.ops.postgres.EmbeddedPostgres;

/** The open tasks as the petitions' own streams tell them, and as tokens wait in the engine. */
record OpenTasks(Set<String> inStreams, Set<String> inEngine) {

    static OpenTasks in(EmbeddedPostgres database) {
        JdbcClient jdbc =
                JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
        return new OpenTasks(ids(jdbc, """
                        select body::jsonb ->> 'task' from ledger.readable_event where name = 'task.opened'
                        except
                        select body::jsonb ->> 'task' from ledger.readable_event
                         where name in ('task.completed', 'task.cancelled')"""), ids(jdbc, """
                        select task.task from engine.task
                          join engine.act_ru_execution token
                            on token.proc_inst_id_ = task.instance and token.act_inst_id_ = task.activity_instance
                         where token.is_active_"""));
    }

    private static Set<String> ids(JdbcClient jdbc, String query) {
        return jdbc.sql(query).query(String.class).list().stream().collect(Collectors.toSet());
    }
}
