package vn.caunoi.core.ledger;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.common.AxonNonTransientException;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;

/** A toy: a box that things are put into. */
@TestComponent
@Aggregate(snapshotTriggerDefinition = "snapshots", cache = "readyAggregates")
@StoredAs("toy.box")
class Box {

    @BeginsStream
    record Open(@TargetAggregateIdentifier String box) {}

    record PutIn(@TargetAggregateIdentifier String box, String thing) {}

    @BeginsStream
    record Fill(@TargetAggregateIdentifier String box, String thing, String person) {}

    /** Records nothing. */
    record Count(@TargetAggregateIdentifier String box) {}

    /** Refused unless it holds so many. */
    record MustHold(@TargetAggregateIdentifier String box, int things) {}

    record Shake(@TargetAggregateIdentifier String box) {}

    sealed interface Fact {}

    @StoredAs("toy.opened")
    record Opened(String box) implements Fact {}

    @StoredAs(value = "toy.put-in", revision = 2)
    record ThingPutIn(String box, Sealed thing) implements Fact {}

    static final class TooFragile extends AxonNonTransientException {
        TooFragile() {
            super("not to be shaken");
        }
    }

    @AggregateIdentifier
    private @Nullable String id;

    private List<Sealed> things = new ArrayList<>();

    Box() {}

    @CommandHandler
    Box(Open command) {
        apply(new Opened(command.box()));
    }

    @CommandHandler
    Box(Fill command) {
        apply(new Opened(command.box()));
        apply(new ThingPutIn(command.box(), Sealed.of(KeyId.petition(command.box()), command.thing())));
        apply(new ThingPutIn(command.box(), Sealed.of(KeyId.person(command.person()), command.person())));
    }

    @CommandHandler
    int decide(Count command) {
        return things.size();
    }

    @CommandHandler
    void decide(MustHold command) {
        if (things.size() < command.things()) throw new TooFragile();
    }

    @CommandHandler
    int decide(PutIn command) {
        apply(new ThingPutIn(command.box(), Sealed.of(KeyId.petition(command.box()), command.thing())));
        return things.size();
    }

    @CommandHandler
    void decide(Shake command) {
        apply(new ThingPutIn(command.box(), Sealed.of(KeyId.person("nobody"), "dust")));
        throw new TooFragile();
    }

    @EventSourcingHandler
    void evolve(Fact fact) {
        switch (fact) {
            case Opened opened -> id = opened.box();
            case ThingPutIn put -> things.add(put.thing());
        }
    }
}
