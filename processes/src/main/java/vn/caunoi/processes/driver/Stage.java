package vn.caunoi.processes.driver;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.processes.actions.Actions;
import vn.caunoi.processes.driver.Course.Trial;
import vn.caunoi.processes.engine.Engine;
import vn.caunoi.processes.engine.Journey.ActionStep;
import vn.caunoi.processes.engine.state.Moving;
import vn.caunoi.processes.place.Places;
import vn.caunoi.processes.place.Places.OpenTask;
import vn.caunoi.processes.sweeper.DueDates;

/** Where the course of a case is played in memory: nothing of it is ever written. */
final class Stage {

    private record Played(
            Course course, List<String> waitsAt, @Nullable String problem) {}

    private final Engine engine;
    private final Places places;
    private final DraftModels models;
    private final Actions actions;
    private final Past past;
    private final Mover mover;
    private final Follower follower;

    Stage(
            Engine engine,
            Places places,
            DraftModels models,
            Deployed definitions,
            Actions actions,
            FormCatalogue forms,
            DueDates due,
            Streams streams) {
        this.engine = engine;
        this.places = places;
        this.models = models;
        this.actions = actions;
        this.past = new Past(streams);
        this.mover = new Mover(engine, places, definitions, models, past, actions, forms);
        this.follower = new Follower(mover, past, places, due);
    }

    /** By the versions the case followed, and by the draft. */
    Rehearsed play(List<Happened> history) {
        RecordedVersions recorded = new RecordedVersions(models, history);
        Played before = play(history, recorded::next, (at, action) -> {});
        Played now = play(history, draftOr(new RecordedVersions(models, history)), this::act);
        PetitionReceived received = (PetitionReceived) history.getFirst().event();
        return new Rehearsed(
                history.getFirst(),
                received.code(),
                before.course().steps(),
                now.course().steps(),
                now.waitsAt(),
                now.problem());
    }

    private Function<String, Optional<Model>> draftOr(RecordedVersions recorded) {
        Model draft = models.draft();
        return process -> process.equals(draft.key()) ? Optional.of(draft) : recorded.next(process);
    }

    /** For its refusal; what it orders is nobody's. */
    private void act(Happened at, ActionStep action) {
        PetitionId petition = at.event().petition();
        actions.orders(petition, "", action.topic(), action.inputs(), past.upTo(at));
    }

    private Played play(List<Happened> history, Function<String, Optional<Model>> versions, Trial trial) {
        Course course = new Course(versions, trial);
        String petition = history.getFirst().petition();
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericMessage<>("rehearsal"));
        try (Moving memory = engine.instances().open(List.of())) {
            places.begin(petition);
            String problem = run(new Again(mover, history, List.of(), course), history);
            List<String> waitsAt = places.openTasks(petition).stream()
                    .map(OpenTask::task)
                    .map(course::stepOf)
                    .sorted()
                    .toList();
            return new Played(course, waitsAt, problem);
        } finally {
            work.rollback();
        }
    }

    private @Nullable String run(Again again, List<Happened> history) {
        try {
            again.run(follower, history.getLast().sequence());
            return null;
        } catch (StackOverflowError tooDeep) {
            return "The diagram is nested too deep";
        } catch (RuntimeException failed) {
            return PlainCause.of(failed);
        }
    }
}
