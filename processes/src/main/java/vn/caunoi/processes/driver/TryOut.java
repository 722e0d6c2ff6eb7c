package vn.caunoi.processes.driver;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.PetitionOnTrial.Fact;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.core.petition.TaskId;

/**
 * A made-up case that is played through a draft. All of it is in memory: nothing is recorded, sent, numbered or shown to anybody
 * else, and it is gone with this object. Time stands still until it is moved. Safe for many threads, one after the other.
 */
public final class TryOut {

    private static final int MOST_STEPS_BACK = 300;

    /** A step of a process, by its id. */
    public record Place(String process, String activity) {}

    public record Running(String process, int version) {}

    /**
     * Something that falls due.
     *
     * @param timer whether it is a timer of the diagram, {@code name} its id; else a deadline by its stage word
     * @param next when something happens; null when nothing is left to happen
     */
    public record Due(
            boolean timer,
            String name,
            Instant due,
            @Nullable Instant next) {}

    /** An open task. @param holder null while it is anybody's of the group */
    public record Work(
            TaskId task,
            String process,
            String key,
            String name,
            Form form,
            UnitId unit,
            Role group,
            @Nullable OfficerId holder) {

        static List<Work> of(List<Fact> facts) {
            Map<TaskId, Work> open = new LinkedHashMap<>();
            for (Fact fact : facts) {
                switch (fact.event()) {
                    case TaskEvent.TaskOpened e ->
                        open.put(
                                e.task(),
                                new Work(
                                        e.task(),
                                        e.process(),
                                        e.key(),
                                        e.name(),
                                        e.form(),
                                        e.unit(),
                                        e.group(),
                                        e.assignee()));
                    case TaskEvent.TaskClaimed e -> open.computeIfPresent(e.task(), (id, one) -> one.heldBy(e.by()));
                    case TaskEvent.TaskReleased e -> open.computeIfPresent(e.task(), (id, one) -> one.heldBy(null));
                    case TaskEvent.TaskReassigned e ->
                        open.computeIfPresent(
                                e.task(), (id, one) -> one.at(e.unit()).heldBy(e.to()));
                    case TaskEvent.TaskCompleted e -> open.remove(e.task());
                    case TaskEvent.TaskCancelled e -> open.remove(e.task());
                    default -> {}
                }
            }
            return List.copyOf(open.values());
        }

        private Work heldBy(@Nullable OfficerId officer) {
            return new Work(task, process, key, name, form, unit, group, officer);
        }

        private Work at(UnitId other) {
            return new Work(task, process, key, name, form, other, group, holder);
        }
    }

    /**
     * How the case stands.
     *
     * @param facts all that would have been recorded
     * @param steps that were come to, in order
     * @param timers steps at which a timer runs
     * @param awaited logical names of events that something waits for
     * @param stuck why the process cannot go on, as a plain sentence; null while it can
     */
    public record State(
            Instant now,
            List<Fact> facts,
            List<Work> work,
            List<Running> running,
            List<Place> steps,
            List<Place> timers,
            Set<String> awaited,
            List<Due> due,
            @Nullable String stuck) {}

    /** What has to be known to go on. @param followed how many of the facts the process has followed */
    record Past(
            PetitionId petition,
            List<Fact> facts,
            Map<String, Scene.Look> looks,
            Instant now,
            int followed,
            @Nullable String stuck) {}

    private final TryingOut with;
    private final TryingOut.Played played;
    private final Deque<Past> before = new ArrayDeque<>();
    private Past past;
    private State state;

    TryOut(TryingOut with, TryingOut.Played played, PetitionId petition, Instant now) {
        this.with = with;
        this.played = played;
        this.past = new Past(petition, List.of(), Map.of(), now, 0, null);
        this.state = new State(now, List.of(), List.of(), List.of(), List.of(), List.of(), Set.of(), List.of(), null);
    }

    public PetitionId petition() {
        return past.petition();
    }

    public synchronized State state() {
        return state;
    }

    /** Whether there is a step to go back. */
    public synchronized boolean hasBefore() {
        return before.size() > 1;
    }

    /**
     * Gives orders, in one step.
     *
     * @throws RuntimeException the refusal of the petition; nothing has happened, then
     */
    public synchronized void order(List<PetitionCommand> orders) {
        play(scene -> orders.forEach(scene::order));
    }

    /** Time passes until then; false when so much fell due that it was stopped on the way. */
    public synchronized boolean until(Instant moment) {
        return played(scene -> scene.until(moment));
    }

    /** Time passes until something falls due; false when nothing does. */
    public synchronized boolean untilNext() {
        return played(Scene::untilNext);
    }

    /** The limits it goes by: those in force, with what comes with the draft. */
    public Rules rules() {
        return played.rules();
    }

    private boolean played(Predicate<Scene> act) {
        List<Boolean> answer = new ArrayList<>();
        play(scene -> answer.add(act.test(scene)));
        return answer.getFirst();
    }

    private void play(Consumer<Scene> acts) {
        with.play(played, past, scene -> {
            acts.accept(scene);
            Past next = scene.past();
            State now = scene.state();
            before.push(past);
            if (before.size() > MOST_STEPS_BACK) before.removeLast();
            past = next;
            state = now;
        });
    }

    /** What was done until now is how the case begins: there is no step back from here. */
    public synchronized void beginsHere() {
        before.clear();
        before.push(past);
    }

    /** Takes the last step back; nothing happens at the first. */
    public synchronized void back() {
        if (hasBefore()) standAt(before.pop());
    }

    /** As it was when it began. */
    public synchronized void again() {
        while (hasBefore()) past = before.pop();
        standAt(past);
    }

    private void standAt(Past then) {
        with.play(played, then, scene -> {
            past = then;
            state = scene.state();
        });
    }
}
