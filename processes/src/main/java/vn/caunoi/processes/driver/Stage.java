package vn.caunoi.processes.driver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.NoRuleFits;
import vn.caunoi.core.directory.Superiors;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.DeadlineCommand.SetDeadline;
import vn.caunoi.core.petition.Facts;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.processes.actions.Actions;
import vn.caunoi.processes.actions.WrongAction;
import vn.caunoi.processes.driver.Rehearsal.Assumption;
import vn.caunoi.processes.engine.Engine;
import vn.caunoi.processes.engine.Journey.ActionStep;
import vn.caunoi.processes.engine.state.Moving;
import vn.caunoi.processes.place.Places;
import vn.caunoi.processes.place.Places.OpenTask;

/**
 * Where the courses of cases are played in memory, one after the other: nothing of it is ever written. For one thread.
 */
final class Stage {

    /** What actions of one course ordered, with the facts they were ordered by. */
    private record Tried(ActionStep action, Facts facts) {}

    private record Played(
            Course course,
            List<String> waitsAt,
            Set<String> unknown,
            List<String> assumed,
            Duration delay,
            @Nullable String problem) {}

    private final Engine engine;
    private final Places places;
    private final PublishedModels models;
    private final Actions actions;
    private final Actions drafted;
    private final CalendarInForce calendar;
    private final Clock clock;
    private final Past past;
    private final Mover mover;
    private final Follower follower;

    /** @param drafted by the rules that come with a draft; {@code actions} themselves where none do */
    Stage(
            Engine engine,
            Places places,
            PublishedModels models,
            Deployed definitions,
            Actions actions,
            Actions drafted,
            Superiors superiors,
            FormCatalogue forms,
            CalendarInForce calendar,
            Clock clock,
            Streams streams) {
        this.engine = engine;
        this.places = places;
        this.models = models;
        this.actions = actions;
        this.drafted = drafted;
        this.calendar = calendar;
        this.clock = clock;
        this.past = new Past(streams);
        this.mover = new Mover(engine, places, definitions, models, past, actions, superiors, forms);
        this.follower = new Follower(mover, past, places, (event, at, facts) -> {});
    }

    /** By the versions the case followed, and by the draft. */
    Rehearsed play(List<Happened> history, Model draft, List<Assumption> assumptions) {
        PetitionReceived received = (PetitionReceived) history.getFirst().event();
        List<Tried> triedBefore = new ArrayList<>();
        Map<String, Instant> dueNow = new HashMap<>();
        Played before = asRecorded(history, triedBefore);
        Played now = asDrafted(history, draft, assumptions, triedBefore, dueNow);
        Rehearsed.Side one = before.course().side();
        Rehearsed.Side other = now.course().side();
        boolean alike = drafted == actions && one.steps().equals(other.steps());
        Map<String, Instant> dueBefore = alike ? dueNow : dues(received, triedBefore);
        return new Rehearsed(
                received.petition(),
                code(history),
                one,
                other,
                now.waitsAt(),
                now.unknown(),
                now.assumed(),
                new Limits(history).compared(dueBefore, dueNow, now.delay()),
                AsDrafted.standsFor(assumptions),
                now.problem());
    }

    static String code(List<Happened> history) {
        return ((PetitionReceived) history.getFirst().event()).code();
    }

    /** Once more as it was, for the proof: what comes of it is compared with the record. */
    Optional<String> difference(List<Happened> history) {
        Replay replay = new Replay(mover, models, history, List.of());
        String failed = inMemory(
                history,
                () -> attempt(() -> replay.run(follower, history.getLast().sequence())));
        return failed == null ? replay.difference() : Optional.of(failed);
    }

    private Played asRecorded(List<Happened> history, List<Tried> tried) {
        RecordedVersions recorded = new RecordedVersions(models, history);
        Course course = new Course(recorded::next, (at, action) -> tried.add(new Tried(action, past.upTo(at))));
        return inMemory(history, () -> {
            Again way = new Again(mover, history, List.of(), course);
            String problem = attempt(() -> way.run(follower, history.getLast().sequence()));
            return new Played(course, List.of(), Set.of(), List.of(), Duration.ZERO, problem);
        });
    }

    private Played asDrafted(
            List<Happened> history,
            Model draft,
            List<Assumption> assumptions,
            List<Tried> before,
            Map<String, Instant> dues) {
        Course course = new Course(
                draftOr(draft, new RecordedVersions(models, history)),
                (at, action) -> dues.putAll(due(at, action, before)));
        return inMemory(history, () -> {
            Again way = new Again(mover, history, List.of(), course);
            AsDrafted drafted = new AsDrafted(
                    history, places, past, follower, way, course, calendar.calendar(), clock.instant(), assumptions);
            String problem = attempt(drafted::run);
            List<String> waitsAt = places.openTasks(history.getFirst().petition()).stream()
                    .map(OpenTask::task)
                    .map(course::stepOf)
                    .sorted()
                    .toList();
            return new Played(course, waitsAt, drafted.unknown(), drafted.assumed(), drafted.delay(), problem);
        });
    }

    private static Function<String, Optional<Model>> draftOr(Model draft, RecordedVersions recorded) {
        return process -> process.equals(draft.key()) ? Optional.of(draft) : recorded.next(process);
    }

    /**
     * Also for its refusal; what it orders is nobody's. What the record has too was possible once, whatever the tables
     * of today say.
     */
    private Map<String, Instant> due(Happened at, ActionStep action, List<Tried> before) {
        try {
            return dues(at.event().petition(), drafted, action, past.upTo(at));
        } catch (NoRuleFits | WrongAction refused) {
            if (before.stream().anyMatch(tried -> tried.action().equals(action))) return Map.of();
            throw refused;
        }
    }

    private Map<String, Instant> dues(PetitionReceived received, List<Tried> tried) {
        Map<String, Instant> dues = new HashMap<>();
        for (Tried one : tried) {
            try {
                dues.putAll(dues(received.petition(), actions, one.action(), one.facts()));
            } catch (NoRuleFits | WrongAction notByTheRulesOfToday) {
                continue;
            }
        }
        return dues;
    }

    /** By stage, when the deadlines are due that an action orders. */
    private Map<String, Instant> dues(PetitionId petition, Actions by, ActionStep action, Facts facts) {
        Map<String, Instant> dues = new HashMap<>();
        for (PetitionCommand order : by.orders(petition, "", action.topic(), action.inputs(), facts)) {
            if (!(order instanceof SetDeadline set)) continue;
            dues.put(
                    set.stage(),
                    DueDate.count(calendar.calendar(), Actions.day(set.basis(), facts), set.rule())
                            .due());
        }
        return dues;
    }

    private <T extends @Nullable Object> T inMemory(List<Happened> history, Supplier<T> play) {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericMessage<>("rehearsal"));
        try (Moving memory = engine.instances().open(List.of())) {
            places.begin(history.getFirst().petition());
            return play.get();
        } finally {
            work.rollback();
        }
    }

    private static @Nullable String attempt(Runnable play) {
        try {
            play.run();
            return null;
        } catch (StackOverflowError tooDeep) {
            return "The diagram is nested too deep";
        } catch (RuntimeException failed) {
            return PlainCause.of(failed);
        }
    }
}
