package vn.caunoi.api.officer;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.DirectoryCommand;
import vn.caunoi.core.directory.DirectoryCommand.EndAbsence;
import vn.caunoi.core.directory.DirectoryCommand.RecordAbsence;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.TaskCommand.StandIn;
import vn.caunoi.projections.directory.Absence;
import vn.caunoi.projections.directory.Absences;
import vn.caunoi.projections.inbox.Inbox;

/** Who is away, and what their deputies do for them meanwhile. */
@Component
public class AbsenceDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 50;

    /** What somebody who is away holds and the deputy may take over. */
    public record Waiting(OfficerId absent, @Nullable LocalDate until, List<Inbox.Entry> tasks) {}

    private final OfficersDesk officers;
    private final Absences absences;
    private final Inbox inbox;
    private final TaskDesk tasks;
    private final Casework casework;
    private final Commands commands;
    private final Progress progress;
    private final Clock clock;

    AbsenceDesk(
            OfficersDesk officers,
            Absences absences,
            Inbox inbox,
            TaskDesk tasks,
            Casework casework,
            Commands commands,
            Progress progress,
            Clock clock) {
        this.officers = officers;
        this.absences = absences;
        this.inbox = inbox;
        this.tasks = tasks;
        this.casework = casework;
        this.commands = commands;
        this.progress = progress;
        this.clock = clock;
    }

    /** By a head who covers the officer's unit; a deputy is somebody of the units the head covers. */
    public void record(
            String officer, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable String deputy, Actor head) {
        OfficerId id = officers.known(officer, head);
        Input input = new Input();
        LocalDate first = input.present("from", from);
        OfficerId standsIn = deputy(deputy, head, input);
        input.mustBeValid();
        send(new RecordAbsence(id, Objects.requireNonNull(first), until, standsIn), head);
    }

    /** @param on first day back; today when left out */
    public void end(String officer, @Nullable LocalDate from, @Nullable LocalDate on, Actor head) {
        OfficerId id = officers.known(officer, head);
        Input input = new Input();
        LocalDate first = input.present("from", from);
        input.mustBeValid();
        send(new EndAbsence(id, Objects.requireNonNull(first), on == null ? today() : on), head);
    }

    /** What those hold whom somebody stands in for today; only what the deputy may do. */
    public List<Waiting> waitingFor(Actor deputy) {
        List<Waiting> waiting = new ArrayList<>();
        for (Absence absence : absences.standsInFor(deputy.id(), today())) {
            var held = inbox.tasks(
                    Inbox.Filter.held(new Actor(absence.officer(), deputy.unit(), deputy.covers(), Set.of())),
                    null,
                    MOST);
            List<Inbox.Entry> possible = held.items().stream()
                    .filter(task -> deputy.covers(task.unit()))
                    .filter(task -> deputy.roles().stream()
                            .anyMatch(role -> role.group().equals(task.group())))
                    .filter(task -> inbox.task(task.task(), deputy.id()).isPresent())
                    .toList();
            waiting.add(new Waiting(absence.officer(), absence.until(), possible));
        }
        return waiting;
    }

    /** Takes a task over from whom somebody stands in for today. */
    public Written standIn(String task, Actor deputy) {
        Inbox.Task found = tasks.find(task, deputy);
        OfficerId holder = found.assignee();
        boolean standsIn = absences.standsInFor(deputy.id(), today()).stream()
                .anyMatch(absence -> absence.officer().equals(holder));
        if (holder == null || !standsIn) throw Refusal.because(Reason.NOT_ALLOWED);
        return casework.send(new StandIn(found.petition(), found.id(), holder, deputy), deputy);
    }

    private @Nullable OfficerId deputy(@Nullable String given, Actor head, Input input) {
        String name = input.optional("deputy", given, ContentCheck.SHORT);
        if (name == null) return null;
        OfficerId deputy = new OfficerId(name);
        if (!officers.isOf(deputy, head)) input.wrong("deputy", "not-an-option", "is not one of the choices");
        return deputy;
    }

    private void send(DirectoryCommand command, Actor by) {
        commands.send(command, by.id().value());
        progress.awaitSettled(PATIENCE);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
    }
}
