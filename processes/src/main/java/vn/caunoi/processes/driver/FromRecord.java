package vn.caunoi.processes.driver;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.directory.Superiors;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.FlowEvent.ProcessStarted;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.table.ProposedRules;
import vn.caunoi.processes.actions.Actions;
import vn.caunoi.processes.engine.Engine;
import vn.caunoi.processes.place.Places;

/** Follows cases with the engine of this program, whose instances are kept in memory and thrown away. */
final class FromRecord implements Rehearsal, Determinism {

    private final Engine engine;
    private final Places places;
    private final PublishedModels models;
    private final Actions actions;
    private final Function<ProposedRules, Actions> proposed;
    private final Superiors superiors;
    private final FormCatalogue forms;
    private final CalendarInForce calendar;
    private final Clock clock;
    private final Streams streams;
    private final PastCases cases;
    private final CasesAtOnce atOnce;
    private final TransactionOperations transactions;

    FromRecord(
            Engine engine,
            Places places,
            PublishedModels models,
            Actions actions,
            Function<ProposedRules, Actions> proposed,
            Superiors superiors,
            FormCatalogue forms,
            CalendarInForce calendar,
            Clock clock,
            Streams streams,
            PastCases cases,
            CasesAtOnce atOnce,
            TransactionOperations transactions) {
        this.engine = engine;
        this.places = places;
        this.models = models;
        this.actions = actions;
        this.proposed = proposed;
        this.superiors = superiors;
        this.forms = forms;
        this.calendar = calendar;
        this.clock = clock;
        this.streams = streams;
        this.cases = cases;
        this.atOnce = atOnce;
        this.transactions = transactions;
    }

    @Override
    public void rehearse(Draft draft, Wanted wanted, List<Assumption> assumptions, Watching watching) {
        DraftModels known = new DraftModels(models, draft);
        try (OnTrial trial = new OnTrial(engine, known, transactions)) {
            trial.of(draft.key(), known.draft().version());
            Actions drafted = drafted(draft);
            atOnce.<Rehearsed>all(
                    wanted,
                    () -> {
                        Stage stage = stage(known, trial, drafted);
                        return history -> began(history, draft.key())
                                ? Optional.of(stage.play(history, known.draft(), assumptions))
                                : Optional.empty();
                    },
                    watching::took);
        }
    }

    @Override
    public Optional<Rehearsed> one(Draft draft, PetitionId petition, List<Assumption> assumptions) {
        DraftModels known = new DraftModels(models, draft);
        try (OnTrial trial = new OnTrial(engine, known, transactions)) {
            trial.of(draft.key(), known.draft().version());
            Supplier<Optional<Rehearsed>> play = () -> {
                List<Happened> history = atOnce.history(petition.value());
                return began(history, draft.key())
                        ? Optional.of(stage(known, trial, drafted(draft)).play(history, known.draft(), assumptions))
                        : Optional.empty();
            };
            return atOnce.reading(play);
        }
    }

    @Override
    public int received(Wanted wanted) {
        return cases.count(wanted.from(), wanted.to());
    }

    @Override
    public void check(Wanted wanted, Witness witness) {
        KnownModels known = new KnownModels(models);
        try (OnTrial trial = new OnTrial(engine, known, transactions)) {
            atOnce.<Finding>all(
                    wanted,
                    () -> {
                        Stage stage = stage(known, trial, actions);
                        return history -> Optional.of(found(stage, history));
                    },
                    (looked, found) -> witness.took(found));
        }
    }

    private static Finding found(Stage stage, List<Happened> history) {
        return new Finding(
                history.getFirst().event().petition(),
                Stage.code(history),
                stage.difference(history).orElse(null));
    }

    private static boolean began(List<Happened> history, String process) {
        return history.stream()
                .anyMatch(one ->
                        one.event() instanceof ProcessStarted e && e.process().equals(process));
    }

    private Actions drafted(Draft draft) {
        return draft.proposed().isNone() ? actions : proposed.apply(draft.proposed());
    }

    private Stage stage(PublishedModels known, Deployed trial, Actions drafted) {
        return new Stage(engine, places, known, trial, actions, drafted, superiors, forms, calendar, clock, streams);
    }
}
