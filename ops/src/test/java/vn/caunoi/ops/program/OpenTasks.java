package vn.caunoi.ops.program;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.caunoi.ops.postgres.EmbeddedPostgres;
import vn.caunoi.processes.engine.state.InstanceState;
import vn.caunoi.processes.engine.state.Instances;

/** The open tasks as the petitions' own streams tell them, and as tokens wait in the engine. */
record OpenTasks(Set<String> inStreams, Set<String> inEngine) {

    private record Task(String task, String instance, String activityInstance) {}

    static OpenTasks in(EmbeddedPostgres database) {
        var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
        JdbcClient jdbc = JdbcClient.create(source);
        List<Task> tasks = jdbc.sql("select task, instance, activity_instance from engine.task")
                .query(Task.class)
                .list();
        Map<String, InstanceState> standing = Instances.in(new JdbcTemplate(source))
                .look(tasks.stream().map(Task::instance).distinct().toList());
        return new OpenTasks(
                ids(jdbc, """
                        select body::jsonb ->> 'task' from ledger.readable_event where name = 'task.opened'
                        except
                        select body::jsonb ->> 'task' from ledger.readable_event
                         where name in ('task.completed', 'task.cancelled')"""),
                tasks.stream()
                        .filter(task -> waits(task, standing.get(task.instance)))
                        .map(Task::task)
                        .collect(Collectors.toSet()));
    }

    private static boolean waits(Task task, InstanceState state) {
        return state != null
                && state.tokens().stream()
                        .anyMatch(token -> token.active() && task.activityInstance.equals(token.activityInstance()));
    }

    private static Set<String> ids(JdbcClient jdbc, String query) {
        return jdbc.sql(query).query(String.class).list().stream().collect(Collectors.toSet());
    }
}
