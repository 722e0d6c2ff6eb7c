package vn.caunoi.projections.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.CaseEvent.PetitionSentBack;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMet;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMissed;
import vn.caunoi.core.petition.FlowEvent.IncidentSkipped;
import vn.caunoi.core.petition.FlowEvent.ProcessEnded;
import vn.caunoi.core.petition.FlowEvent.ProcessMigrated;
import vn.caunoi.core.petition.FlowEvent.ProcessStarted;
import vn.caunoi.core.petition.FlowEvent.TimerCancelled;
import vn.caunoi.core.petition.FlowEvent.TimerFired;
import vn.caunoi.core.petition.FlowEvent.TimerSet;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.core.petition.TaskEvent.TaskCancelled;
import vn.caunoi.core.petition.TaskEvent.TaskCarriedOver;
import vn.caunoi.core.petition.TaskEvent.TaskClaimed;
import vn.caunoi.core.petition.TaskEvent.TaskCompleted;
import vn.caunoi.core.petition.TaskEvent.TaskDueMoved;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;
import vn.caunoi.core.petition.TaskEvent.TaskReassigned;

/** The way of one case through its processes, folded from its events; one that was taken before changes nothing. */
final class CaseCourse {
    private static final String FIRED = "fired";

    final String petition;
    private final List<RunRow> runs = new ArrayList<>();
    private final List<PassageRow> passages = new ArrayList<>();

    CaseCourse(String petition) {
        this.petition = petition;
    }

    /** In the order they began. */
    void known(RunRow run) {
        runs.add(run);
    }

    /** In the order of their numbers. */
    void known(PassageRow passage) {
        passages.add(passage);
    }

    /** Whether an event can change anything here. */
    static boolean matters(PetitionEvent event) {
        return switch (event) {
            case TaskOpened e -> true;
            case TaskCarriedOver e -> true;
            case TaskClaimed e -> true;
            case TaskReassigned e -> true;
            case TaskDueMoved e -> true;
            case TaskCompleted e -> true;
            case TaskCancelled e -> true;
            case ProcessStarted e -> true;
            case ProcessEnded e -> true;
            case ProcessMigrated e -> true;
            case TimerSet e -> true;
            case TimerFired e -> true;
            case TimerCancelled e -> true;
            case IncidentSkipped e -> true;
            case DeadlineMissed e -> true;
            case DeadlineMet e -> e.late();
            case PetitionSentBack e -> true;
            default -> false;
        };
    }

    void take(PetitionEvent event, Instant at, long sequence) {
        switch (event) {
            case TaskEvent e -> task(e, at, sequence);
            case ProcessStarted e -> {
                if (runs.stream().noneMatch(run -> run.run >= sequence))
                    runs.add(new RunRow(petition, sequence, e.process(), e.version(), at));
            }
            case ProcessEnded e ->
                run(e.process(), sequence, run -> {
                    run.ended = at;
                    run.reached = e.end();
                });
            case ProcessMigrated e -> migrated(e, sequence);
            case TimerSet e -> set(e, at, sequence);
            case TimerFired e -> leaves(e.timer(), FIRED, at, sequence);
            case TimerCancelled e -> leaves(e.timer(), null, at, sequence);
            case IncidentSkipped e -> run(null, sequence, run -> run.skipped++);
            case DeadlineMissed e -> late(sequence);
            case DeadlineMet e -> late(sequence);
            case PetitionSentBack e -> run(e.process(), sequence, run -> run.back++);
            default -> {}
        }
    }

    private void task(TaskEvent event, Instant at, long sequence) {
        switch (event) {
            case TaskOpened e -> opened(e, at, sequence);
            case TaskCarriedOver e -> passage(e.task().value(), sequence, one -> carried(one, e));
            case TaskClaimed e -> passage(e.task().value(), sequence, one -> begins(one, at));
            case TaskReassigned e ->
                passage(e.task().value(), sequence, one -> {
                    one.unit = e.unit().value();
                    if (e.to() != null) begins(one, at);
                });
            case TaskDueMoved e -> passage(e.task().value(), sequence, one -> one.due = e.due());
            case TaskCompleted e -> leaves(e.task().value(), e.outcome(), at, sequence);
            case TaskCancelled e -> leaves(e.task().value(), null, at, sequence);
            default -> {}
        }
    }

    /** The stay goes on, at the step that the other version has in its place. */
    private static void carried(PassageRow one, TaskCarriedOver e) {
        one.step = e.key();
        one.occurrence = e.occurrence();
        one.role = e.group().group();
    }

    /** What was handed back is not waiting for the first time: its work has begun. */
    private static void begins(PassageRow one, Instant at) {
        if (one.began == null) one.began = at;
    }

    private void opened(TaskOpened e, Instant at, long sequence) {
        RunRow run = open(e.process());
        if (run == null || isKnown(e.task().value())) return;
        PassageRow one = new PassageRow(
                run,
                passages.size(),
                e.task().value(),
                e.key(),
                e.occurrence(),
                e.group().group(),
                at);
        one.unit = e.unit().value();
        one.due = e.due();
        if (e.assignee() != null) one.began = at;
        one.at(sequence);
        passages.add(one);
    }

    /** It waits where the case was last. */
    private void set(TimerSet e, Instant at, long sequence) {
        RunRow run = open(e.process());
        if (run == null || isKnown(e.timer())) return;
        int before = (int) passages.stream()
                .filter(one -> one.run == run.run && one.step.equals(e.activity()))
                .count();
        PassageRow one = new PassageRow(run, passages.size(), e.timer(), e.activity(), before + 1, null, at);
        one.unit = passages.isEmpty() ? null : passages.getLast().unit;
        one.due = e.due();
        one.at(sequence);
        passages.add(one);
    }

    private boolean isKnown(String id) {
        return passages.stream().anyMatch(one -> one.id.equals(id));
    }

    private void leaves(String id, @Nullable String outcome, Instant at, long sequence) {
        passage(id, sequence, one -> {
            one.ended = at;
            one.outcome = outcome;
        });
    }

    private void migrated(ProcessMigrated e, long sequence) {
        run(e.process(), sequence, run -> {
            run.version = e.to();
            run.migrated = e.from();
            passages.stream().filter(one -> one.run == run.run && one.isOpen()).forEach(one -> {
                one.version = e.to();
                one.at(sequence);
            });
        });
    }

    private void late(long sequence) {
        runs.stream().filter(run -> run.isOpen() && run.last < sequence).forEach(run -> {
            run.late = true;
            run.at(sequence);
        });
    }

    private void passage(String id, long sequence, Consumer<PassageRow> change) {
        passages.stream()
                .filter(one -> one.id.equals(id) && one.isOpen() && one.last < sequence)
                .findFirst()
                .ifPresent(one -> {
                    change.accept(one);
                    one.at(sequence);
                });
    }

    private void run(@Nullable String process, long sequence, Consumer<RunRow> change) {
        RunRow run = open(process);
        if (run == null || run.last >= sequence) return;
        change.accept(run);
        run.at(sequence);
    }

    /** The run of a process that began last and goes on; of any process when none is named. */
    private @Nullable RunRow open(@Nullable String process) {
        return runs.reversed().stream()
                .filter(run -> run.isOpen() && (process == null || run.process.equals(process)))
                .findFirst()
                .orElse(null);
    }

    Stream<RunRow> runs(boolean written) {
        return runs.stream().filter(run -> run.changed && run.written == written);
    }

    Stream<PassageRow> passages(boolean written) {
        return passages.stream().filter(one -> one.changed && one.written == written);
    }

    boolean isChanged() {
        return Stream.concat(
                        runs.stream().map(run -> run.changed), passages.stream().map(one -> one.changed))
                .anyMatch(Objects::requireNonNull);
    }

    void written() {
        runs.forEach(run -> {
            run.written = true;
            run.changed = false;
        });
        passages.forEach(one -> {
            one.written = true;
            one.changed = false;
        });
    }
}
