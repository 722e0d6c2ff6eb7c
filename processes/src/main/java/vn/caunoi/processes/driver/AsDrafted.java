package vn.caunoi.processes.driver;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.FlowEvent.TimerFired;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.TaskEvent.TaskCompleted;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.SealedData;
import vn.caunoi.processes.driver.Course.Opened;
import vn.caunoi.processes.driver.Rehearsal.Assumption;
import vn.caunoi.processes.place.Places;
import vn.caunoi.processes.place.Places.RunningTimer;

/**
 * A case's events led through a draft. In between the draft's own timers fire when they are due, as long as the record
 * does not tell of the very same one, up to now; and steps that history does not know are done as was assumed. What was recorded
 * after such a step is taken to have happened later by as long as it took; beside other open work only as far as needed.
 */
final class AsDrafted {

    /** More of them than that is a draft that goes in circles. */
    private static final int MOST = 1_000;

    /** A step that will be done as assumed. */
    private record Awaited(Opened task, Instant done, String outcome) {}

    private record Due(String timer, String activity, Instant at) {}

    private final List<Happened> history;
    private final PetitionId petition;
    private final Places places;
    private final Past past;
    private final Follower follower;
    private final Again way;
    private final Course course;
    private final WorkingCalendar calendar;
    private final Instant now;
    private final Map<String, Assumption> assumptions = new HashMap<>();
    private final RecordedTimers timers;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> reached = new HashMap<>();

    /** By task of the record, the task of the draft that ends with it. */
    private final Map<String, Opened> stands = new HashMap<>();

    private final List<Awaited> awaited = new ArrayList<>();
    private final List<String> assumed = new ArrayList<>();
    private final Set<String> unknown = new TreeSet<>();
    private Duration delay = Duration.ZERO;
    private long followed = -1;
    private int madeUp;

    AsDrafted(
            List<Happened> history,
            Places places,
            Past past,
            Follower follower,
            Again way,
            Course course,
            WorkingCalendar calendar,
            Instant now,
            List<Assumption> assumptions) {
        this.history = history;
        this.petition = history.getFirst().event().petition();
        this.places = places;
        this.past = past;
        this.follower = follower;
        this.way = way;
        this.course = course;
        this.calendar = calendar;
        this.now = now;
        assumptions.forEach(one -> this.assumptions.put(one.step(), one));
        this.timers = new RecordedTimers(history);
        history.forEach(this::know);
    }

    private void know(Happened happened) {
        if (happened.event() instanceof TaskOpened e) known.add(e.task().value());
    }

    /** Steps that history does not know and nothing was assumed of. */
    Set<String> unknown() {
        return unknown;
    }

    /** Steps done as assumed, in their order. */
    List<String> assumed() {
        return assumed;
    }

    /** By how much the end of it lies later than was recorded. */
    Duration delay() {
        return delay;
    }

    void run() {
        for (Happened recorded : history) {
            bringAbout(recorded);
            Happened happened = standing(recorded.later(delay));
            if (firesByItself(happened)) past.pass(happened);
            else follower.take(happened, way);
            followed = happened.sequence();
            look();
        }
        bringAbout(null);
    }

    static Map<String, String> standsFor(List<Assumption> assumptions) {
        Map<String, String> names = new HashMap<>();
        for (Assumption one : assumptions) if (one.like() != null) names.put(one.step(), one.like());
        return names;
    }

    /** The end of a step of the record is that of the draft's step which stands for it. */
    private Happened standing(Happened happened) {
        if (!(happened.event() instanceof TaskCompleted e)) return happened;
        Opened task = stands.get(e.task().value());
        if (task == null) return happened;
        TaskCompleted its = new TaskCompleted(
                petition, new TaskId(task.id()), task.step().activity(), e.outcome(), e.data(), e.by());
        return new Happened(its, happened.sequence(), happened.at(), happened.next());
    }

    /** A timer that runs otherwise in the draft fires at its own time. */
    private boolean firesByItself(Happened happened) {
        if (!(happened.event() instanceof TimerFired e)) return false;
        Instant due = course.due(e.timer());
        return due != null && !timers.tell(e.timer(), due, happened.sequence());
    }

    /** All that comes before the next recorded event, or by now. @param next null after the last */
    private void bringAbout(@Nullable Happened next) {
        while (places.parked(petition.value()).isEmpty()) {
            Optional<Awaited> first = awaited.stream().min(Comparator.comparing(Awaited::done));
            Instant until = first.map(Awaited::done)
                    .orElse(next == null ? now : next.at().plus(delay));
            Optional<Due> due = due(until, next == null ? Long.MAX_VALUE : next.sequence());
            if (due.isEmpty() && first.isEmpty()) return;
            if (++madeUp > MOST) throw new Stuck("The diagram goes in circles");
            if (due.isPresent()) {
                Due timer = due.get();
                follow(new TimerFired(petition, timer.timer(), timer.activity()), timer.at());
            } else {
                complete(first.orElseThrow(), next);
            }
            look();
        }
    }

    private Optional<Due> due(Instant until, long upcoming) {
        return places.timers(petition.value()).stream()
                .flatMap(this::running)
                .filter(timer -> !timer.at().isAfter(until) && !timers.tell(timer.timer(), timer.at(), upcoming))
                .min(Comparator.comparing(Due::at).thenComparing(Due::timer));
    }

    private Stream<Due> running(RunningTimer timer) {
        Instant at = course.due(timer.timer());
        return at == null ? Stream.empty() : Stream.of(new Due(timer.timer(), timer.activity(), at));
    }

    private void complete(Awaited step, @Nullable Happened next) {
        awaited.remove(step);
        Opened task = step.task();
        boolean open = places.openTasks(petition.value()).stream()
                .anyMatch(one -> one.task().equals(task.id()));
        if (!open) return;
        if (places.openTasks(petition.value()).size() == 1) {
            delay = delay.plus(Duration.between(task.at(), step.done()));
        } else if (next != null && next.at().plus(delay).isBefore(step.done())) {
            delay = Duration.between(next.at(), step.done());
        }
        assumed.add(task.name());
        follow(
                new TaskCompleted(
                        petition,
                        new TaskId(task.id()),
                        task.step().activity(),
                        step.outcome(),
                        SealedData.erased(KeyId.petition(petition.value())),
                        new OfficerId("rehearsal")),
                step.done());
    }

    private void follow(PetitionEvent event, Instant at) {
        Happened happened = new Happened(event, Math.max(0, followed), at);
        past.aside(happened);
        way.follow(happened);
    }

    /** Tasks that were just opened and that nobody ever did. */
    private void look() {
        for (Opened task : course.justOpened()) {
            Assumption assumption = assumptions.get(task.name());
            int occurrence = reached.merge(task.name(), 1, Integer::sum);
            if (known.contains(task.id())) continue;
            if (assumption == null) unknown.add(task.name());
            else if (assumption.like() != null) stand(task, assumption.like(), occurrence);
            else awaited.add(new Awaited(task, after(task.at(), assumption.workingDays()), assumption.outcome()));
        }
    }

    private void stand(Opened task, String like, int occurrence) {
        int parted = like.indexOf('/');
        String recorded =
                DerivedId.of(petition.value(), like.substring(0, parted), like.substring(parted + 1), occurrence);
        if (known.contains(recorded)) {
            stands.put(recorded, task);
            assumed.add(task.name());
        } else {
            unknown.add(task.name());
        }
    }

    private Instant after(Instant from, int workingDays) {
        ZonedDateTime at = from.atZone(DueDate.ZONE);
        for (int left = workingDays; left > 0; left--) {
            at = at.with(calendar.nextWorkingDay(at.toLocalDate()));
        }
        return Objects.requireNonNull(at).toInstant();
    }
}
