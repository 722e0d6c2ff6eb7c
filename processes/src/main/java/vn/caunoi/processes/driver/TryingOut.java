package vn.caunoi.processes.driver;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.transaction.support.TransactionOperations;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Superiors;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.ladder.Ladder;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.PetitionOnTrial;
import vn.caunoi.core.routing.Routing;
import vn.caunoi.core.table.ProposedRules;
import vn.caunoi.processes.actions.Actions;
import vn.caunoi.processes.engine.Engine;
import vn.caunoi.processes.engine.state.Moving;
import vn.caunoi.processes.place.Places;
import vn.caunoi.processes.rules.Proposed;
import vn.caunoi.processes.sweeper.DueDates;

/**
 * Lets made-up cases be played through drafts, with the engine, the rules and the petition of this program: its instances are kept in
 * memory and thrown away, as is all that would have been recorded.
 */
public final class TryingOut {

    final Engine engine;
    final Places places;
    final FormCatalogue forms;
    final DueDates due;
    final Streams streams;
    final Superiors superiors;
    final PetitionOnTrial.Court court;
    private final PublishedModels published;
    private final Rules rules;
    private final Ladder ladder;
    private final Routing routing;
    private final TransactionOperations transactions;

    TryingOut(
            Engine engine,
            Places places,
            PublishedModels published,
            FormCatalogue forms,
            DueDates due,
            Streams streams,
            Rules rules,
            Routing routing,
            Ladder ladder,
            Superiors superiors,
            WorkingCalendar calendar,
            TransactionOperations transactions) {
        this.engine = engine;
        this.places = places;
        this.published = published;
        this.forms = forms;
        this.due = due;
        this.streams = streams;
        this.rules = rules;
        this.routing = routing;
        this.ladder = ladder;
        this.superiors = superiors;
        this.court = new PetitionOnTrial.Court(calendar);
        this.transactions = transactions;
    }

    /**
     * A case that has not begun: its first order hands it in.
     *
     * @param xml a draft that passed the check of what may be in a diagram
     * @param catches logical names of the events it catches
     * @param own forms that come with it
     * @param proposed limits and tables that come with it, in the place of those in force
     */
    public TryOut begin(
            String key,
            String xml,
            Set<String> catches,
            Function<String, Optional<Form>> own,
            ProposedRules proposed,
            Instant now) {
        TriedModels models = new TriedModels(published, key, xml, catches, own);
        PetitionId petition = new PetitionId(UUID.randomUUID().toString());
        Rules tried = Proposed.rules(rules, proposed);
        Actions actions = new Actions(tried, superiors, Proposed.routing(routing, proposed));
        return new TryOut(this, new Played(models, tried, Proposed.ladder(ladder, proposed), actions), petition, now);
    }

    /** What a made-up case goes by. */
    record Played(TriedModels models, Rules rules, Ladder ladder, Actions actions) {}

    void play(Played played, TryOut.Past past, Consumer<Scene> acts) {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericMessage<>("try"));
        try (OnTrial definitions = new OnTrial(engine, played.models(), transactions);
                Moving memory = engine.instances().open(java.util.List.of())) {
            acts.accept(new Scene(this, played, definitions, past));
        } finally {
            work.rollback();
        }
    }
}
