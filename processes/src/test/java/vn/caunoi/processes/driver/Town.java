package vn.caunoi.processes.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.DirectoryCommand;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.Cases;
import vn.caunoi.core.petition.IntakeCommand;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.TaskCommand;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.core.testing.MovableClock;
import vn.caunoi.processes.engine.Engine;
import vn.caunoi.processes.engine.state.InstanceState;

/** People of ward A who do things to petitions, and what can be seen of it. */
@Component
final class Town {

    static final Actor CLERK = Actor.of("clerk1", "A", Role.CLERK);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Commands commands;
    private final Progress progress;
    private final Streams streams;
    private final MovableClock clock;
    private final Engine engine;
    final JdbcClient jdbc;

    Town(Commands commands, Progress progress, Streams streams, MovableClock clock, Engine engine, JdbcClient jdbc) {
        this.commands = commands;
        this.progress = progress;
        this.streams = streams;
        this.clock = clock;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    PetitionId handsIn() {
        PetitionId petition = new PetitionId(UUID.randomUUID().toString());
        send(petition, handIn(petition));
        return petition;
    }

    IntakeCommand.HandIn handIn(PetitionId petition) {
        var content = Cases.content(
                Kind.COMPLAINT, clock.instant(), false, Cases.points(1), List.of(Cases.person("Nguyễn Thị Lan")));
        return new IntakeCommand.HandIn(petition, "K7M4-PX9T-2HC0", "hash", content);
    }

    void establish(String unit, String parent) {
        commands.send(
                new DirectoryCommand.EstablishUnit(
                        new UnitId(unit), parent == null ? null : new UnitId(parent), "Unit " + unit),
                "admin1");
        assertThat(progress.awaitSettled(LONG)).isTrue();
    }

    void send(PetitionId petition, Object command) {
        commands.send(command, "clerk1");
        settled(petition);
    }

    void sendOnly(Object command) {
        commands.send(command, "clerk1");
    }

    void settled(PetitionId petition) {
        assertThat(progress.awaitSettled(petition.value(), LONG)).isTrue();
    }

    void settled() {
        assertThat(progress.awaitSettled(LONG)).isTrue();
    }

    /** Completes the open task with this key; its form has one outcome. */
    void completes(PetitionId petition, String key) {
        send(petition, delivery(petition, key));
    }

    TaskCommand.CompleteTask delivery(PetitionId petition, String key) {
        Map<String, Object> data = Map.of("deliveredOn", LocalDate.now(clock).toString());
        return completion(petition, key, "delivered", data, CLERK);
    }

    TaskCommand.CompleteTask completion(
            PetitionId petition, String key, String outcome, Map<String, Object> data, Actor by) {
        TaskEvent.TaskOpened task = openTasks(petition).stream()
                .filter(open -> open.key().equals(key))
                .findFirst()
                .orElseThrow();
        return new TaskCommand.CompleteTask(petition, task.task(), outcome, data, by);
    }

    List<TaskEvent.TaskOpened> openTasks(PetitionId petition) {
        List<Object> events =
                streams.of(petition.value()).map(Recorded::payload).toList();
        return events.stream()
                .filter(TaskEvent.TaskOpened.class::isInstance)
                .map(TaskEvent.TaskOpened.class::cast)
                .filter(opened -> events.stream().noneMatch(other -> isEndOf(other, opened)))
                .toList();
    }

    private static boolean isEndOf(Object event, TaskEvent.TaskOpened opened) {
        return switch (event) {
            case TaskEvent.TaskCompleted e -> e.task().equals(opened.task());
            case TaskEvent.TaskCancelled e -> e.task().equals(opened.task());
            default -> false;
        };
    }

    List<String> openKeys(PetitionId petition) {
        return openTasks(petition).stream().map(TaskEvent.TaskOpened::key).toList();
    }

    List<String> names(PetitionId petition) {
        return streams.of(petition.value()).map(Recorded::name).toList();
    }

    <E> List<E> events(PetitionId petition, Class<E> type) {
        return streams.of(petition.value())
                .map(Recorded::payload)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    void passes(Duration time) {
        clock.advance(time);
    }

    /** Where the petition's processes stand in the engine, by process. */
    List<InstanceState> standing(PetitionId petition) {
        return jdbc
                .sql("select instance from engine.running where petition = ? order by process")
                .param(petition.value())
                .query(String.class)
                .list()
                .stream()
                .map(instance -> engine.instances().state(instance).orElseThrow())
                .toList();
    }

    int count(String sql, Object... params) {
        return jdbc.sql("select count(*) from " + sql)
                .params(params)
                .query(Integer.class)
                .single();
    }
}
